/**
 * The life of a referral: `sent` waits for the venue's answer (a slot is booked, or times are wished).
 */
export const referralStates = ['sent', 'accepted', 'refused'] as const;
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
