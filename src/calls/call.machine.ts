import { getNextSnapshot, setup } from 'xstate';
import { err, ok, type Result } from '#src/kernel';
import type { CallState } from './call.ts';

/** What happens to a call, at a desk or on the line. */
export type CallEvent =
  /** Somebody is found for a call that waits. */
  | { readonly type: 'offer' }
  /** They did not take it, or cannot: it waits again, at its place. */
  | { readonly type: 'wait' }
  /** Nobody will take it now: the caller was told, and gave up or left their number. */
  | { readonly type: 'give-up' }
  /** They are to be called back for what they said to nobody, though the call was over before that was known. */
  | { readonly type: 'words-left' }
  /** The adviser is gone, or hands it to a colleague: the caller is still on the line. */
  | { readonly type: 'pass-on' }
  | { readonly type: 'answer' }
  /** The adviser leaves it; `passedOn` says whether it now rings at another desk. */
  | { readonly type: 'leave'; readonly passedOn: boolean }
  | { readonly type: 'hang-up'; readonly by: 'caller' | 'adviser' }
  /** It rang to the end and nobody answered. */
  | { readonly type: 'ring-out' }
  /** The person is to be called again, or at another time than was said. */
  | { readonly type: 'call-back' }
  /** The adviser calls the person again. */
  | { readonly type: 'resume' }
  /** They called again, and nobody answered; `wasResumed` says that it was they who were called. */
  | { readonly type: 'no-answer'; readonly wasResumed: boolean }
  | { readonly type: 'close' };

/**
 * - `call-over`: the record is closed, or the call was missed
 * - `call-taken`: it no longer rings
 * - `call-not-live`: nobody speaks on it
 * - `call-not-waiting`: nobody is to be called again
 */
export type CallRefusal = 'call-over' | 'call-taken' | 'call-not-live' | 'call-not-waiting';

/** CA-1 to CA-6, CA-11 to CA-14: the life of a call, the same on every line. */
const callMachine = setup({
  types: {} as { events: CallEvent },
  guards: {
    wasResumed: ({ event }) => event.type === 'no-answer' && event.wasResumed,
    isPassedOn: ({ event }) => event.type === 'leave' && event.passedOn,
  },
}).createMachine({
  id: 'call',
  initial: 'ringing',
  states: {
    waiting: {
      on: {
        offer: 'ringing',
        'hang-up': { guard: ({ event }) => event.by === 'caller', target: 'missed' },
        'give-up': 'missed',
      },
    },
    ringing: {
      on: {
        answer: 'live',
        wait: 'waiting',
        'give-up': 'missed',
        leave: [{ guard: 'isPassedOn', target: 'ringing' }, { target: 'missed' }],
        'hang-up': { guard: ({ event }) => event.by === 'caller', target: 'missed' },
        'ring-out': 'missed',
      },
    },
    // Closing hangs up: a call without request is over in one key.
    live: {
      on: {
        'hang-up': 'wrap-up',
        'pass-on': 'waiting',
        'call-back': 'call-back',
        'no-answer': { guard: 'wasResumed', target: 'call-back' },
        // Two desks of one adviser may resume it at once: the second is told nothing, as with hanging up.
        resume: 'live',
        close: 'closed',
      },
    },
    // Both sides may hang up at once: the second is told nothing, what it wanted is done.
    // What rang at a person's end in vain may have ended by itself.
    'wrap-up': {
      on: {
        'hang-up': 'wrap-up',
        'call-back': 'call-back',
        'no-answer': { guard: 'wasResumed', target: 'call-back' },
        close: 'closed',
      },
    },
    'call-back': {
      on: {
        'hang-up': 'call-back',
        'call-back': 'call-back',
        'no-answer': 'call-back',
        resume: 'live',
        close: 'closed',
      },
    },
    closed: { type: 'final' },
    // A caller may be heard to hang up before the words are told of that they left.
    missed: { on: { 'words-left': 'waiting' } },
  },
});

/** How a call comes: it waits for somebody, it rings, it is being held on another telephone, or it is over already. */
export type CallOrigin = 'waits' | 'rings' | 'live' | 'afterwards';

/** CA-1: the state in which a call begins. */
export function firstState(origin: CallOrigin): CallState {
  switch (origin) {
    case 'waits':
      return 'waiting';
    case 'rings':
      return 'ringing';
    case 'live':
      return 'live';
    case 'afterwards':
      return 'wrap-up';
  }
}

/** The state that `event` leads to, or why it cannot happen in this state. */
export function advanceCall(state: CallState, event: CallEvent): Result<CallState, CallRefusal> {
  const before = callMachine.resolveState({ value: state });
  if (!before.can(event)) return err(refusal(state, event));
  return ok(getNextSnapshot(callMachine, before, event).value);
}

function refusal(state: CallState, event: CallEvent): CallRefusal {
  if (isOver(state)) return 'call-over';
  switch (event.type) {
    case 'offer':
    case 'wait':
    case 'give-up':
    case 'answer':
    case 'leave':
    case 'ring-out':
    case 'words-left':
      return 'call-taken';
    case 'resume':
    case 'no-answer':
      return 'call-not-waiting';
    case 'pass-on':
    case 'hang-up':
    case 'call-back':
    case 'close':
      return 'call-not-live';
  }
}

/** CA-6: nobody's act leads out of a closed or missed call. */
export function isOver(state: CallState): boolean {
  return state === 'closed' || state === 'missed';
}
