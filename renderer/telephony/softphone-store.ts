import type { DeskLeg, SoftphoneState } from './softphone.port.ts';

/** What an adapter says of itself: every one of them keeps it here. */
export type SoftphoneStore = {
  readonly getState: () => SoftphoneState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly setRegistration: (
    registration: SoftphoneState['registration'],
    failure?: SoftphoneState['failure'],
  ) => void;
  /** A leg that rings from now on, after those that are there. */
  readonly addLeg: (callId: string) => void;
  /** Changes a leg, where it is still there. */
  readonly setLeg: (callId: string, part: Partial<Omit<DeskLeg, 'callId'>>) => void;
  readonly removeLeg: (callId: string) => void;
  /** SO-3: nothing is told any more. */
  readonly close: () => void;
};

export const silentState: SoftphoneState = { registration: 'off', failure: null, legs: [] };

export function createSoftphoneStore(): SoftphoneStore {
  const listeners = new Set<() => void>();
  let state = silentState;
  const change = (part: Partial<SoftphoneState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setRegistration: (registration, failure = null) => {
      if (state.registration === registration && state.failure === failure) return;
      change({ registration, failure });
    },
    addLeg: (callId) => {
      const others = state.legs.filter((leg) => leg.callId !== callId);
      change({ legs: [...others, { callId, state: 'ringing', isMuted: false, warnings: [] }] });
    },
    setLeg: (callId, part) => {
      if (!state.legs.some((leg) => leg.callId === callId)) return;
      change({
        legs: state.legs.map((leg) => (leg.callId === callId ? { ...leg, ...part } : leg)),
      });
    },
    removeLeg: (callId) => {
      const legs = state.legs.filter((leg) => leg.callId !== callId);
      if (legs.length < state.legs.length) change({ legs });
    },
    close: () => {
      listeners.clear();
      state = silentState;
    },
  };
}
