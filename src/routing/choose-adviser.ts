import { Temporal } from 'temporal-polyfill';
import type { Presence } from './presence.ts';

/** A call that looks for a desk. */
export type WaitingCall = {
  readonly territoryId: string;
  /** RO-5: on the training line, the one desk that asked for it; `null` on a line of the public. */
  readonly requestedBy: string | null;
  /** RO-6: advisers who left this call. */
  readonly leftBy: readonly string[];
};

/** What routing knows of an adviser at this moment. */
export type AdviserState = {
  readonly id: string;
  readonly territories: readonly string[];
  readonly presence: Presence;
  /** A call rings at their desk, or they speak. */
  readonly hasCall: boolean;
  /** Since when they wait for a call. An instant, ISO 8601. */
  readonly idleSince: string;
};

/** RO-1 to RO-6: at whose desk the call rings; `null` when nobody can take it now. */
export function chooseAdviser(call: WaitingCall, advisers: readonly AdviserState[]): string | null {
  const [first] = advisers.filter((adviser) => canRing(call, adviser)).sort(longestIdleFirst);
  return first?.id ?? null;
}

function canRing(call: WaitingCall, adviser: AdviserState): boolean {
  if (adviser.hasCall || call.leftBy.includes(adviser.id)) return false;
  if (!adviser.territories.includes(call.territoryId)) return false;
  return call.requestedBy === null
    ? adviser.presence === 'available'
    : adviser.id === call.requestedBy;
}

/** RO-4: by id where two have waited as long, so that the same question has the same answer. */
function longestIdleFirst(a: AdviserState, b: AdviserState): number {
  return Temporal.Instant.compare(a.idleSince, b.idleSince) || (a.id < b.id ? -1 : 1);
}
