import { manualLine } from './manual.ts';
import type { LineEvent, RingingCall, Telephony } from './telephony.port.ts';
import { systemTimers, type Timers } from './timers.ts';

/** Nobody joins or leaves by a leg of their own where there is no network. */
type TrainingEvent = Extract<LineEvent, { kind: 'rang-out' | 'caller-left' }>;

type LineCall = RingingCall & {
  readonly isAnswered: boolean;
  /** Calls off what the clock would do next. */
  readonly cancel: () => void;
};

/** A line without a network: calls ring for as long as they are told to, and the caller leaves by the clock. */
export function createTrainingLine(
  onEvent: (event: TrainingEvent) => void,
  timers: Timers = systemTimers,
): Telephony {
  const calls = new Map<string, LineCall>();

  const endAfter = (delayMs: number, callId: string, kind: TrainingEvent['kind']) =>
    timers(delayMs, () => {
      calls.delete(callId);
      onEvent({ callId, kind });
    });

  const forget = (callId: string) => {
    calls.get(callId)?.cancel();
    calls.delete(callId);
  };

  return {
    // Held or with a third party, nobody is heard here either.
    ...manualLine,
    ring: async (call) => {
      if (calls.has(call.callId)) return;
      const cancel = endAfter(call.ringsForMs, call.callId, 'rang-out');
      calls.set(call.callId, { ...call, isAnswered: false, cancel });
    },
    answer: async (callId) => {
      const call = calls.get(callId);
      if (call === undefined || call.isAnswered) return;
      call.cancel();
      const cancel =
        call.staysForMs === null
          ? () => undefined
          : endAfter(call.staysForMs, callId, 'caller-left');
      calls.set(callId, { ...call, isAnswered: true, cancel });
    },
    stopRinging: async (callId) => forget(callId),
    hangUp: async (callId) => forget(callId),
    close: async () => {
      for (const callId of [...calls.keys()]) forget(callId);
    },
  };
}
