import { z } from 'zod';
import type { Draft } from '../../storage/draft.ts';
import { type EditedScript, editedScript } from './edited/edited-script.ts';

/** What this desk keeps of a draft until the hub has it: the document, and the revision that it changes. */
export const keptScript = z.object({
  document: editedScript,
  revision: z.number(),
  base: z.string().nullable(),
});
export type KeptScript = z.infer<typeof keptScript>;
/** How it is kept here, whatever is kept. */
export type Keeping = Pick<Draft<KeptScript>, 'write' | 'forget'>;

/** Where editing begins. */
export type Beginning = {
  readonly document: EditedScript;
  readonly revision: number;
  readonly base: string | null;
  /** Whether the hub has it already. */
  readonly isSaved: boolean;
  /** Whether somebody else saved the draft since. */
  readonly isContested: boolean;
};
