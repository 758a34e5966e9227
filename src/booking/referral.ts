/**
 * The life of a referral; see `referral.machine.ts` for what leads from one state to the next. `sent` waits for the venue's
 * answer (a slot is booked, or times are wished), `accepted` for the person.
 */
export const referralStates = [
  'sent',
  'accepted',
  'refused',
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

/** What the help at the venue came to, for somebody who came. */
export const referralResults = [
  'solved',
  'partly-solved',
  'next-appointment',
  'passed-on',
] as const;
export type ReferralResult = (typeof referralResults)[number];

/** BO-11: a referral that was refused or cancelled leads nowhere any more; another may be sent. */
export const fallenStates = ['refused', 'cancelled'] as const satisfies readonly ReferralState[];

/** Whether the person is still sent there, or was. */
export function stands(state: ReferralState): boolean {
  return fallenStates.every((fallen) => fallen !== state);
}

/** DI-19: a venue measures again the people whom it receives. */
export function mayMeasureAgain(state: ReferralState): boolean {
  return state === 'accepted' || state === 'attended';
}
