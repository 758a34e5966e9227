import { Temporal } from 'temporal-polyfill';
import { assign, getNextSnapshot, setup } from 'xstate';
import { err, ok, type Result } from '#src/kernel';
import { mayCorrect } from './correction.ts';
import type { ReferralResult, ReferralState } from './referral.ts';

/** How far a referral has come. */
export type ReferralProgress = {
  readonly state: ReferralState;
  /** When the venue answered. */
  readonly decidedAt: string | null;
  /** When it was first said whether the person came. */
  readonly attendanceAt: string | null;
  readonly result: ReferralResult | null;
  /** When a result was first said. */
  readonly resultAt: string | null;
};

/** What of a referral decides what may happen to it. */
export type ReferralLife = ReferralProgress & {
  /** `null` where no time was booked. */
  readonly appointment: { readonly start: string } | null;
};

/** What is said of a referral. */
export type ReferralAct =
  | { readonly type: 'accept' }
  | { readonly type: 'refuse' }
  | { readonly type: 'cancel' }
  /** The person came. */
  | { readonly type: 'attend' }
  | { readonly type: 'miss' }
  | { readonly type: 'result'; readonly result: ReferralResult };
type ReferralEvent = ReferralAct & { readonly at: string };

/**
 * - `already-decided`: the venue has answered
 * - `referral-not-accepted`: a request without a time that the venue has not answered
 * - `appointment-not-begun`: nobody can have come yet
 * - `too-late-to-correct`: it was said more than a day ago
 * - `not-attended`: a result is of somebody who came
 * - `referral-over`: it was refused or cancelled, or is cancelled after it took place
 */
export type ReferralRefusal =
  | 'already-decided'
  | 'referral-not-accepted'
  | 'appointment-not-begun'
  | 'too-late-to-correct'
  | 'not-attended'
  | 'referral-over';

type Facts = Omit<ReferralLife, 'state'>;

/** BO-10, BO-20 to BO-25. */
const referralMachine = setup({
  types: {} as { context: Facts; events: ReferralEvent },
  guards: {
    isReceivable: ({ context, event }) => isReceivable(context, event.at),
    hadAppointment: ({ context, event }) =>
      context.appointment !== null && isReceivable(context, event.at),
    mayCorrectAttendance: ({ context, event }) => mayCorrect(context.attendanceAt, event.at),
    mayCorrectResult: ({ context, event }) => mayCorrect(context.resultAt, event.at),
  },
  actions: {
    decide: assign({ decidedAt: ({ context, event }) => context.decidedAt ?? event.at }),
    noteAttendance: assign({
      attendanceAt: ({ context, event }) => context.attendanceAt ?? event.at,
      result: null,
      resultAt: null,
    }),
    noteResult: assign({
      result: ({ context, event }) => (event.type === 'result' ? event.result : context.result),
      resultAt: ({ context, event }) => context.resultAt ?? event.at,
    }),
  },
}).createMachine({
  id: 'referral',
  initial: 'sent',
  context: {
    appointment: null,
    decidedAt: null,
    attendanceAt: null,
    result: null,
    resultAt: null,
  },
  states: {
    sent: {
      on: {
        accept: { target: 'accepted', actions: 'decide' },
        refuse: { target: 'refused', actions: 'decide' },
        cancel: 'cancelled',
        // Who received somebody, or waited for them, has answered.
        attend: {
          guard: 'hadAppointment',
          target: 'attended',
          actions: ['decide', 'noteAttendance'],
        },
        miss: { guard: 'hadAppointment', target: 'missed', actions: ['decide', 'noteAttendance'] },
      },
    },
    accepted: {
      on: {
        attend: { guard: 'isReceivable', target: 'attended', actions: 'noteAttendance' },
        miss: { guard: 'isReceivable', target: 'missed', actions: 'noteAttendance' },
        cancel: 'cancelled',
      },
    },
    attended: {
      on: {
        // Two mediators of a venue may both say it: the second is told nothing.
        attend: 'attended',
        miss: { guard: 'mayCorrectAttendance', target: 'missed', actions: 'noteAttendance' },
        result: { guard: 'mayCorrectResult', actions: 'noteResult' },
      },
    },
    missed: {
      on: {
        attend: { guard: 'mayCorrectAttendance', target: 'attended', actions: 'noteAttendance' },
        miss: 'missed',
      },
    },
    refused: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

/** How far the referral is once `act` was said of it at `at`, or why it cannot be said. */
export function advanceReferral(
  referral: ReferralLife,
  act: ReferralAct,
  at: string,
): Result<ReferralProgress, ReferralRefusal> {
  const { state, appointment, decidedAt, attendanceAt, result, resultAt } = referral;
  const facts = { appointment, decidedAt, attendanceAt, result, resultAt };
  const before = referralMachine.resolveState({ value: state, context: facts });
  const event = { ...act, at };
  if (!before.can(event)) return err(refusal(referral, act));
  const { value, context } = getNextSnapshot(referralMachine, before, event);
  return ok({
    state: value,
    decidedAt: context.decidedAt,
    attendanceAt: context.attendanceAt,
    result: context.result,
    resultAt: context.resultAt,
  });
}

/** Whether `act` may be said of it at `at`. */
export function maySay(referral: ReferralLife, act: ReferralAct, at: string): boolean {
  return advanceReferral(referral, act, at).ok;
}

function refusal({ state, appointment }: ReferralLife, act: ReferralAct): ReferralRefusal {
  if (act.type === 'accept' || act.type === 'refuse') return 'already-decided';
  if (act.type === 'cancel' || state === 'refused' || state === 'cancelled') return 'referral-over';
  if (state === 'attended') return 'too-late-to-correct';
  if (act.type === 'result') return 'not-attended';
  if (state === 'missed') return 'too-late-to-correct';
  return appointment === null ? 'referral-not-accepted' : 'appointment-not-begun';
}

function isReceivable({ appointment }: Facts, at: string): boolean {
  return appointment === null || Temporal.Instant.compare(appointment.start, at) <= 0;
}
