import type { z } from 'zod';
import { levelExplanation, referralSummary } from '#src/contract';

/** What of a summary is stored with the referral: facts. Names, the note and an override are read where they are kept. */
export const summaryFacts = referralSummary
  .omit({ person: true, phonedBy: true, note: true, override: true })
  // Summaries that were sent before an explanation went with them.
  .extend({ explanation: levelExplanation.nullable().default(null) });
export type SummaryFacts = z.infer<typeof summaryFacts>;
