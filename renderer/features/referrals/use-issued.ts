import { useState } from 'react';
import type { z } from 'zod';
import { useMessages } from '../../i18n/messages.tsx';
import { type ApiFailure, command, request } from '../../storage/api.ts';
import { announce } from '../../ui/announcer.tsx';

/** An address that the hub makes, shows once and takes back, by what is posted at `path` and at its `/revoke`. */
export function useIssued<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  onChanged: () => void,
) {
  const { links } = useMessages();
  const [issued, setIssued] = useState<z.infer<Schema> | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isPending, setPending] = useState(false);

  async function issue(body: unknown) {
    setPending(true);
    const answer = await request(path, schema, { body });
    setPending(false);
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) setIssued(answer.value);
    onChanged();
  }

  async function revoke(body: unknown) {
    setPending(true);
    const answer = await command(`${path}/revoke`, body);
    setPending(false);
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) {
      setIssued(null);
      announce(links.revoked);
    }
    onChanged();
  }

  return {
    issued,
    failure,
    isPending,
    issue: (body: unknown = {}) => void issue(body),
    revoke: (body: unknown = {}) => void revoke(body),
  };
}
