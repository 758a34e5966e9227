/**
 * The life of a referral; see `referral.machine.ts` for what leads from one state to the next. `sent` waits for the venue's
 * answer (a slot is booked, or times are wished), and so does `received`, which the venue has seen; `proposed` waits for the
 * person's answer to the venue's times, `accepted` for the person. `expired`: nobody answered in time.
 */
export const referralStates = [
  'sent',
  'received',
  'proposed',
  'accepted',
  'refused',
  'expired',
  'attended',
  'missed',
  'cancelled',
] as const;
export type ReferralState = (typeof referralStates)[number];

/** Why a venue refuses, in words that lead to a next step. */
export const refusalReasons = [
  'full',
  'not-our-service',
  'too-far',
  'closed-that-day',
  'other',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Who will not have it: it may be said by another, who was told. */
export const cancellers = ['person', 'venue', 'adviser'] as const;
export type Canceller = (typeof cancellers)[number];

/** Why it is cancelled, where it is known. */
export const cancelReasons = [
  'cannot-come',
  'needs-no-more',
  'helped-elsewhere',
  'nobody-to-receive',
  'mistake',
] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** Why an appointment gets another time, where it is known. */
export const moveReasons = ['cannot-come', 'nobody-to-receive', 'earlier-time', 'mistake'] as const;
export type MoveReason = (typeof moveReasons)[number];

/** What somebody learned who phoned the person; `waiting`: nothing is known yet. */
export const referralNews = ['attended', 'missed', 'waiting'] as const;
export type LearnedNews = (typeof referralNews)[number];

/** BO-92: how many times a venue may propose at once. */
export const mostProposedTimes = 3;

/** What the help at the venue came to, for somebody who came. */
export const referralResults = [
  'solved',
  'partly-solved',
  'next-appointment',
  'passed-on',
] as const;
export type ReferralResult = (typeof referralResults)[number];

/** BO-11: a referral that was refused or cancelled, or that nobody answered, leads nowhere any more; another may be sent. */
export const fallenStates = [
  'refused',
  'expired',
  'cancelled',
] as const satisfies readonly ReferralState[];

/** Whether the person is still sent there, or was. */
export function stands(state: ReferralState): boolean {
  return fallenStates.every((fallen) => fallen !== state);
}

/** Whether the venue has still to answer. */
export function awaitsVenue(state: ReferralState): boolean {
  return state === 'sent' || state === 'received';
}

/** DI-19: a venue measures again the people whom it receives. */
export function mayMeasureAgain(state: ReferralState): boolean {
  return state === 'accepted' || state === 'attended';
}
