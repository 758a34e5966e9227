import { type AdviserState, chosenFor } from './adviser.ts';
import { mayTake } from './choose-adviser.ts';
import { firstInQueue, type QueuedCall, type RoutingState } from './queue.ts';

/**
 * RO-20: when the state changes by itself next, in milliseconds since 1970: whoever keeps the timer then tells
 * `time-passed`. `null`: not before something happens.
 */
export function wakeAt({ calls, advisers }: RoutingState, now: number): number | null {
  let next = Number.POSITIVE_INFINITY;
  const consider = (instant: number | null) => {
    if (instant !== null && instant > now && instant < next) next = instant;
  };
  for (const { until, deskUntil } of advisers) {
    consider(until);
    consider(deskUntil);
  }
  for (const call of calls) {
    consider(call.offer?.until ?? null);
    if (!call.isOverflowed && !call.callsBack) consider(afterWaiting(call, call.rules.overflowS));
    for (const { afterS } of call.rules.widening) consider(afterWaiting(call, afterS));
  }
  return Number.isFinite(next) ? next : null;
}

function afterWaiting({ since }: QueuedCall, seconds: number): number {
  return since + seconds * 1000;
}

/** What a caller may be told: how many are served before them, counting them, and about how long that takes. */
export type Outlook = {
  readonly place: number;
  /** In seconds; `null` where nobody is there who could take the call. */
  readonly waitS: number | null;
};

/**
 * RO-21: what a call has to expect. `handlingS`: how long a call takes an adviser at present, writing up included.
 * `null` where it does not wait, since it rings already.
 */
export function outlookOf(
  { calls, advisers }: RoutingState,
  callId: string,
  handlingS: number,
  now: number,
): Outlook | null {
  const call = calls.find((queued) => queued.callId === callId);
  if (call === undefined || call.offer !== null) return null;
  const able = advisers.filter((adviser) => isOnDuty(adviser) && mayTake(call, adviser, now));
  const competes = (other: QueuedCall) =>
    other.offer === null &&
    firstInQueue(other, call) < 0 &&
    (able.length === 0 || able.some((adviser) => mayTake(other, adviser, now)));
  const place = 1 + calls.filter(competes).length;
  const waitS = able.length === 0 ? null : Math.ceil((place * handlingS) / able.length);
  return { place, waitS };
}

/** They take calls, now or once they are done with the one in hand. */
function isOnDuty(adviser: AdviserState): boolean {
  return chosenFor(adviser) === 'available' && adviser.deskUntil !== null;
}
