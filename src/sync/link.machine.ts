import { assign, setup } from 'xstate';
import { retryDelayMs } from './retry.ts';

/** What happens to the link between the desk and its hub. */
export type LinkEvent =
  /** The hub answered. */
  | { readonly type: 'reached' }
  /** The hub did not answer, or answered that it cannot now. */
  | { readonly type: 'lost' }
  /** The network is there again: no need to wait. */
  | { readonly type: 'network-back' }
  /** The hub does not know this session any more. */
  | { readonly type: 'session-ended' }
  | { readonly type: 'signed-in' };

/**
 * SY-16: the link to the hub, and when to try again.
 *
 * Work at the desk never waits for it. While `signInNeeded` nothing is tried: what is not sent
 * stays until the same account signs in.
 */
export const linkMachine = setup({
  types: {} as {
    context: { readonly failures: number; readonly jitter: () => number };
    input: { readonly jitter: () => number };
    events: LinkEvent;
  },
  delays: { retry: ({ context }) => retryDelayMs(context.failures, context.jitter()) },
  actions: {
    countFailure: assign({ failures: ({ context }) => context.failures + 1 }),
    forgetFailures: assign({ failures: 0 }),
  },
}).createMachine({
  id: 'link',
  context: ({ input }) => ({ failures: 0, jitter: input.jitter }),
  initial: 'connecting',
  on: { 'session-ended': '.signInNeeded' },
  states: {
    connecting: {
      on: {
        reached: { target: 'online', actions: 'forgetFailures' },
        lost: { target: 'offline', actions: 'countFailure' },
      },
    },
    online: {
      on: { lost: { target: 'offline', actions: 'countFailure' } },
    },
    offline: {
      after: { retry: 'connecting' },
      on: { 'network-back': 'connecting' },
    },
    signInNeeded: {
      on: { 'signed-in': { target: 'connecting', actions: 'forgetFailures' } },
    },
  },
});

/** The states of the link, as a desk remembers the last one. */
export const linkStates = ['connecting', 'online', 'offline', 'signInNeeded'] as const;
export type LinkState = (typeof linkStates)[number];
