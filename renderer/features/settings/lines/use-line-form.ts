import { useState } from 'react';
import { z } from 'zod';
import type { LineChange, LineRequest } from '#src/contract';
import { phoneRegionOfDepartement } from '#src/geography';
import type { Result } from '#src/kernel';
import { type ApiFailure, command, request } from '../../../storage/api.ts';
import { useDesk } from '../../../storage/desk.tsx';
import {
  type LineDraft,
  type LineErrors,
  type LineField,
  type RulesDraft,
  readLineDraft,
} from './line-draft.ts';

/** A line while it is changed here; nothing holds before it is saved. */
export type LineForm = {
  readonly draft: LineDraft;
  readonly errors: LineErrors;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly failure: ApiFailure | null;
  readonly change: (part: Partial<LineDraft>) => void;
  readonly changeRules: (part: Partial<RulesDraft>) => void;
  readonly undo: () => void;
  /** Whether the hub took it. */
  readonly save: () => Promise<boolean>;
};

/** `lineId`: `null` of a line that is to be added. */
export function useLineForm(lineId: string | null, saved: LineDraft): LineForm {
  const { session } = useDesk();
  const [draft, setDraft] = useState(saved);
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<LineErrors>({});
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isSaving, setSaving] = useState(false);
  const territory = session.territories.find(({ id }) => id === draft.territoryId);
  const read = readLineDraft(draft, phoneRegionOfDepartement(territory?.departements[0] ?? ''));
  const change = (part: Partial<LineDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setRefused({});
    setFailure(null);
  };

  async function save(): Promise<boolean> {
    setTried(true);
    if (!read.ok) return false;
    setSaving(true);
    const answer = await send(lineId, read.value);
    setSaving(false);
    setFailure(answer.ok ? null : answer.error);
    setRefused(answer.ok ? {} : errorsFrom(answer.error.where));
    return answer.ok;
  }

  return {
    draft,
    errors: isTried && !read.ok ? read.error : refused,
    isChanged: JSON.stringify(draft) !== JSON.stringify(saved),
    isSaving,
    failure,
    change,
    changeRules: (part) => change({ rules: { ...draft.rules, ...part } }),
    undo: () => {
      change(saved);
      setTried(false);
    },
    save,
  };
}

async function send(
  lineId: string | null,
  line: LineRequest,
): Promise<Result<unknown, ApiFailure>> {
  if (lineId === null) return request('/api/lines', z.unknown(), { body: line });
  const { name, number, rules } = line;
  const body: LineChange = { name, number, rules };
  return command(`/api/lines/${lineId}`, body);
}

const whereOf: Readonly<Record<string, LineField>> = {
  'rules.hours': 'hours',
  'rules.widening': 'widening',
  name: 'name',
};

/** What the hub found wrong, at the field where it is corrected. */
function errorsFrom(where: string | null): LineErrors {
  if (where === 'number' || where === 'number-taken') return { number: where };
  const field = where === null ? undefined : whereOf[where];
  return field === undefined ? {} : { [field]: field };
}
