import { assign, getNextSnapshot, setup } from 'xstate';
import { err, ok, type Result } from '#src/kernel';
import { mayCorrect } from './correction.ts';
import type { LearnedNews } from './referral.ts';
import {
  isReceivable,
  isTimeAhead,
  mayBeMoved,
  proposedTime,
  type ReferralAct,
  type ReferralLife,
  type ReferralProgress,
  wholeProposalPassed,
} from './referral-life.ts';
import { type ReferralRefusal, refusalOf } from './referral-refusal.ts';

type ReferralEvent = ReferralAct & { readonly at: string };

type Facts = Omit<ReferralLife, 'state'>;

const attended = ['decide', 'noteAttendance'] as const;

/** BO-90: what may be said wherever the referral is under way. */
const underWay = {
  cancel: 'cancelled',
  learn: [
    { guard: 'heardAttended', target: 'attended', actions: attended },
    { guard: 'heardMissed', target: 'missed', actions: attended },
    { guard: 'heardNothing', actions: 'noteHearing' },
  ],
  propose: { guard: 'mayPropose', target: 'proposed', actions: ['reopen', 'awaitWord'] },
} as const;

/** What the venue may answer, and what answers in its place. */
const unanswered = {
  accept: { target: 'accepted', actions: ['decide', 'awaitWord'] },
  refuse: { target: 'refused', actions: 'decide' },
  // Who received somebody, or waited for them, has answered.
  attend: { guard: 'hadAppointment', target: 'attended', actions: attended },
  miss: { guard: 'hadAppointment', target: 'missed', actions: attended },
} as const;

/** The venue that gives another time has answered. */
const movedByVenue = {
  guard: 'venueMayMove',
  target: 'accepted',
  actions: ['decide', 'awaitWord'],
} as const;
const moved = { guard: 'mayMove', actions: 'awaitWord' } as const;

/** BO-10, BO-20 to BO-25, BO-90. */
const referralMachine = setup({
  types: {} as { context: Facts; events: ReferralEvent },
  guards: {
    isReceivable: ({ context, event }) => isReceivable(context, event.at),
    hadAppointment: ({ context, event }) =>
      context.appointment !== null && isReceivable(context, event.at),
    mayCorrectAttendance: ({ context, event }) => mayCorrect(context.attendanceAt, event.at),
    mayCorrectResult: ({ context, event }) => mayCorrect(context.resultAt, event.at),
    mayPropose: ({ context, event }) =>
      event.type === 'propose' &&
      mayBeMoved(context, event.at) &&
      event.times.every((time) => isTimeAhead(time, event.at)),
    mayMove: ({ context, event }) =>
      event.type === 'move' && mayBeMoved(context, event.at) && isTimeAhead(event.to, event.at),
    venueMayMove: ({ context, event }) =>
      event.type === 'move' &&
      event.by === 'venue' &&
      mayBeMoved(context, event.at) &&
      isTimeAhead(event.to, event.at),
    mayChoose: ({ context, event }) => {
      const time = event.type === 'choose' ? proposedTime(context, event.timeId) : undefined;
      return time !== undefined && isTimeAhead(time, event.at);
    },
    nobodyExpected: ({ context }) => context.appointment === null,
    proposalPassed: ({ context, event }) =>
      context.appointment === null && wholeProposalPassed(context, event.at),
    heardAttended: ({ context, event }) =>
      hears(event, 'attended') && isReceivable(context, event.at),
    heardMissed: ({ context, event }) => hears(event, 'missed') && isReceivable(context, event.at),
    heardNothing: ({ event }) => hears(event, 'waiting'),
    correctedToAttended: ({ context, event }) =>
      hears(event, 'attended') && mayCorrect(context.attendanceAt, event.at),
    correctedToMissed: ({ context, event }) =>
      hears(event, 'missed') && mayCorrect(context.attendanceAt, event.at),
    hearsAttended: ({ event }) => hears(event, 'attended'),
    hearsMissed: ({ event }) => hears(event, 'missed'),
  },
  actions: {
    awaitWord: assign({ awaitedSince: ({ event }) => event.at }),
    decide: assign({ decidedAt: ({ context, event }) => context.decidedAt ?? event.at }),
    /** What the venue answered holds no more. */
    reopen: assign({ decidedAt: null }),
    noteAttendance: assign({
      attendanceAt: ({ context, event }) => context.attendanceAt ?? event.at,
      result: null,
      resultAt: null,
    }),
    noteHearing: assign({ heardAt: ({ event }) => event.at }),
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
    proposal: null,
    awaitedSince: '',
    decidedAt: null,
    attendanceAt: null,
    result: null,
    resultAt: null,
    heardAt: null,
  },
  states: {
    sent: {
      on: {
        ...underWay,
        ...unanswered,
        receive: 'received',
        move: [movedByVenue, moved],
        expire: { guard: 'nobodyExpected', target: 'expired' },
      },
    },
    received: {
      on: {
        ...underWay,
        ...unanswered,
        // Two mediators of a venue open it: the second is told nothing.
        receive: 'received',
        move: [movedByVenue, moved],
        expire: { guard: 'nobodyExpected', target: 'expired' },
      },
    },
    proposed: {
      on: {
        ...underWay,
        ...unanswered,
        receive: 'proposed',
        choose: { guard: 'mayChoose', target: 'accepted', actions: ['decide', 'awaitWord'] },
        decline: { target: 'received', actions: 'awaitWord' },
        move: [movedByVenue, { ...moved, target: 'received' }],
        expire: { guard: 'proposalPassed', target: 'expired' },
      },
    },
    accepted: {
      on: {
        ...underWay,
        receive: 'accepted',
        move: moved,
        attend: { guard: 'isReceivable', target: 'attended', actions: 'noteAttendance' },
        miss: { guard: 'isReceivable', target: 'missed', actions: 'noteAttendance' },
      },
    },
    attended: {
      on: {
        // Two mediators of a venue may both say it: the second is told nothing.
        attend: 'attended',
        miss: { guard: 'mayCorrectAttendance', target: 'missed', actions: 'noteAttendance' },
        learn: [
          { guard: 'hearsAttended', target: 'attended' },
          { guard: 'correctedToMissed', target: 'missed', actions: 'noteAttendance' },
        ],
        result: { guard: 'mayCorrectResult', actions: 'noteResult' },
      },
    },
    missed: {
      on: {
        attend: { guard: 'mayCorrectAttendance', target: 'attended', actions: 'noteAttendance' },
        miss: 'missed',
        learn: [
          { guard: 'hearsMissed', target: 'missed' },
          { guard: 'correctedToAttended', target: 'attended', actions: 'noteAttendance' },
        ],
      },
    },
    refused: { type: 'final' },
    expired: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

/** How far the referral is once `act` was said of it at `at`, or why it cannot be said. */
export function advanceReferral(
  referral: ReferralLife,
  act: ReferralAct,
  at: string,
): Result<ReferralProgress, ReferralRefusal> {
  const { state, ...facts } = progressOf(referral);
  const { appointment, proposal } = referral;
  const context = { ...facts, appointment, proposal };
  const before = referralMachine.resolveState({ value: state, context });
  const event = { ...act, at };
  if (!before.can(event)) return err(refusalOf(referral, act, at));
  const after = getNextSnapshot(referralMachine, before, event);
  return ok(progressOf({ ...after.context, state: after.value }));
}

function progressOf(referral: ReferralProgress): ReferralProgress {
  const { state, awaitedSince, decidedAt, attendanceAt, result, resultAt, heardAt } = referral;
  return { state, awaitedSince, decidedAt, attendanceAt, result, resultAt, heardAt };
}

/** Whether `act` may be said of it at `at`. */
export function maySay(referral: ReferralLife, act: ReferralAct, at: string): boolean {
  return advanceReferral(referral, act, at).ok;
}

function hears(event: ReferralEvent, news: LearnedNews): boolean {
  return event.type === 'learn' && event.news === news;
}
