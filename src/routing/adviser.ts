import type { ChosenPresence, Presence } from './presence.ts';

/** What routing knows of an adviser. Instants in milliseconds since 1970, as timers count. */
export type AdviserState = {
  readonly id: string;
  readonly territories: readonly string[];
  readonly skills: readonly string[];
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  readonly presence: Presence;
  /** What they chose for afterwards, while they speak or write up; `null`: nothing new. */
  readonly next: ChosenPresence | null;
  /** They take no call before: a wrap-up ends then, or the rest after a ring that they missed. */
  readonly until: number | null;
  /** RO-51: their desk is there until then, unless it is heard of again; `null`: it is closed, and nothing can ring there. */
  readonly deskUntil: number | null;
  /** The call that rings at their desk, or that they speak on. */
  readonly callId: string | null;
  /** Since when they wait for a call. */
  readonly idleSince: number;
};

/** RO-15: what they chose; in a call or a wrap-up it is kept for afterwards. */
export function choosePresence(
  adviser: AdviserState,
  chosen: ChosenPresence,
  now: number,
): AdviserState {
  if (adviser.callId !== null || adviser.presence === 'wrap-up') {
    return { ...adviser, next: chosen === adviser.presence ? null : chosen };
  }
  const isNew = chosen !== adviser.presence;
  const idleSince = isNew ? now : adviser.idleSince;
  return { ...adviser, presence: chosen, next: null, until: null, idleSince };
}

/** They speak on `callId`. Taken in the middle of a wrap-up, it ends that. */
export function beginConversation(adviser: AdviserState, callId: string): AdviserState {
  if (adviser.presence !== 'wrap-up') return { ...adviser, callId, until: null };
  return { ...adviser, callId, presence: chosenFor(adviser), next: null, until: null };
}

/** RO-16: they speak no longer, and write up for `wrapUpMs`; `0` where nothing is left to write. */
export function endConversation(
  adviser: AdviserState,
  wrapUpMs: number,
  now: number,
): AdviserState {
  const writing: AdviserState = {
    ...adviser,
    callId: null,
    presence: 'wrap-up',
    next: chosenFor(adviser),
    until: now + wrapUpMs,
  };
  return wrapUpMs > 0 ? writing : endWrapUp(writing, now);
}

/** RO-16: they are what they chose. */
export function endWrapUp(adviser: AdviserState, now: number): AdviserState {
  if (adviser.presence !== 'wrap-up') return adviser;
  const presence = chosenFor(adviser);
  return { ...adviser, presence, next: null, until: null, idleSince: now };
}

/** RO-16: `byMs` more to write up. */
export function extendWrapUp(adviser: AdviserState, byMs: number, now: number): AdviserState {
  if (adviser.presence !== 'wrap-up') return adviser;
  return { ...adviser, until: Math.max(adviser.until ?? now, now) + byMs };
}

/** RO-14: who missed a ring takes the last place, and no call for `restMs`. They stay what they chose. */
export function restAfterRing(adviser: AdviserState, restMs: number, now: number): AdviserState {
  if (adviser.presence !== 'available') return adviser;
  return { ...adviser, until: now + restMs, idleSince: now };
}

/** RO-51: their desk is there. Who comes back to it waits from now on: nobody waits for a call where none can ring. */
export function openDesk(adviser: AdviserState, until: number, now: number): AdviserState {
  if (adviser.deskUntil !== null)
    return { ...adviser, deskUntil: Math.max(adviser.deskUntil, until) };
  return { ...adviser, deskUntil: until, idleSince: now };
}

/** What was due by `now`: a wrap-up or a rest that is over, a desk of which nothing was heard. */
export function passAdviserTime(adviser: AdviserState, now: number): AdviserState {
  const isGone = adviser.deskUntil !== null && adviser.deskUntil <= now;
  const after = isGone ? { ...adviser, deskUntil: null } : adviser;
  if (after.until === null || after.until > now) return after;
  return after.presence === 'wrap-up' ? endWrapUp(after, now) : { ...after, until: null };
}

/** RO-15: `pause` where a wrap-up came without a choice: nobody is made available who did not say so. */
export function chosenFor({ next, presence }: AdviserState): ChosenPresence {
  return next ?? (presence === 'wrap-up' ? 'pause' : presence);
}
