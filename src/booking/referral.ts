import { getNextSnapshot, setup } from 'xstate';
import { err, ok, type Result } from '#src/kernel';

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

/** What the venue decides. */
export type ReferralEvent = { readonly type: 'accept' } | { readonly type: 'refuse' };

/** BO-10: a venue decides once. */
const referralMachine = setup({ types: {} as { events: ReferralEvent } }).createMachine({
  id: 'referral',
  initial: 'sent',
  states: {
    sent: { on: { accept: 'accepted', refuse: 'refused' } },
    accepted: { type: 'final' },
    refused: { type: 'final' },
  },
});

/** DI-19: a venue measures again the people whom it receives. */
export function mayMeasureAgain(state: ReferralState): boolean {
  return state === 'accepted';
}

/** The referral's state after the venue's decision. */
export function decideReferral(
  state: ReferralState,
  event: ReferralEvent,
): Result<ReferralState, 'already-decided'> {
  const before = referralMachine.resolveState({ value: state });
  if (!before.can(event)) return err('already-decided');
  return ok(getNextSnapshot(referralMachine, before, event).value);
}
