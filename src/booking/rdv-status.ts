import type { Canceller } from './referral.ts';

/** What RDV Service Public says of an appointment, as an act of the referral's life; `by`: who cancelled. */
export type RdvNews =
  | { readonly act: 'accept' | 'attend' | 'miss' }
  | { readonly act: 'cancel'; readonly by: Canceller };

const newsByStatus: ReadonlyMap<string, RdvNews> = new Map<string, RdvNews>([
  // A time was chosen, and its day is not told yet.
  ['unknown', { act: 'accept' }],
  ['seen', { act: 'attend' }],
  ['noshow', { act: 'miss' }],
  ['excused', { act: 'cancel', by: 'person' }],
  ['revoked', { act: 'cancel', by: 'venue' }],
]);

/** BO-66: what a status there means for the referral; `null` for one that is not known here, which changes nothing. */
export function newsOfRdv(status: string): RdvNews | null {
  return newsByStatus.get(status) ?? null;
}

/**
 * How far the draft of an appointment has come:
 * - `wanted`: to be made; `asking`: it is being made
 * - `open`: made, and opened by the adviser, who chooses the time there
 * - `unsure`: asked for without an answer: it may be there, and is never asked for again
 * - `gone`: made, and no longer there
 */
export const draftStates = ['wanted', 'asking', 'open', 'unsure', 'gone'] as const;
export type DraftState = (typeof draftStates)[number];
