import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { type ApiFailure, request } from './api.ts';

/** What the hub answers at an address, on a screen: asked when it opens, and again when that is wanted. */
export function useRead<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): {
  /** `null` until it is there; it stays while it is asked for again. */
  readonly value: z.infer<Schema> | null;
  /** Why the last request brought nothing. */
  readonly failure: ApiFailure | null;
  readonly readAgain: () => void;
} {
  const [received, setReceived] = useState<{
    readonly path: string;
    readonly value: z.infer<Schema>;
  } | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const read = useCallback(async () => {
    const answer = await request(path, schema);
    if (answer.ok) setReceived({ path, value: answer.value });
    setFailure(answer.ok ? null : answer.error);
  }, [path, schema]);
  useEffect(() => {
    void read();
  }, [read]);
  const value = received?.path === path ? received.value : null;
  return { value, failure, readAgain: () => void read() };
}
