import type { AdviserState } from './adviser.ts';
import { type LineRules, usualLineRules } from './line-rules.ts';

/** A call that looks for a desk. */
export type WaitingCall = {
  readonly territoryId: string;
  /** Whose rules it waits by. */
  readonly rules: Pick<LineRules, 'skills' | 'languages' | 'widening'>;
  /** Since when it waits, in milliseconds since 1970. */
  readonly since: number;
  /** What its need asks for beside what its line does. */
  readonly skills: readonly string[];
  /** The language that the caller chose; `null`: the line's first. */
  readonly language: string | null;
  /** RO-5: the one desk that asked for it; `null`: whoever may take it. */
  readonly requestedBy: string | null;
  /** RO-6: advisers who left this call. */
  readonly leftBy: readonly string[];
};

/** A call of a line without a queue: it rings at once, by the same rules, or not at all. */
export function callWithoutQueue(
  call: Pick<WaitingCall, 'territoryId' | 'since' | 'requestedBy' | 'leftBy'>,
): WaitingCall {
  return { ...call, rules: usualLineRules, skills: [], language: null };
}

/** RO-1 to RO-6, RO-12, RO-13: at whose desk the call rings; `null` when nobody can take it now. */
export function chooseAdviser(
  call: WaitingCall,
  advisers: readonly AdviserState[],
  now: number,
): string | null {
  const [first] = advisers.filter((adviser) => canRing(call, adviser, now)).sort(longestIdleFirst);
  return first?.id ?? null;
}

/** Whether the call may ring at this desk now, where nothing else rings there. */
export function canRing(call: WaitingCall, adviser: AdviserState, now: number): boolean {
  if (adviser.callId !== null || call.leftBy.includes(adviser.id)) return false;
  if (call.requestedBy !== null) {
    return adviser.id === call.requestedBy && adviser.territories.includes(call.territoryId);
  }
  return isFree(adviser) && mayTake(call, adviser, now);
}

/** RO-1, RO-3, RO-51: they take calls, and nothing keeps them from it. */
export function isFree({ presence, callId, until, deskUntil }: AdviserState): boolean {
  return presence === 'available' && callId === null && until === null && deskUntil !== null;
}

/** RO-2, RO-12, RO-13: it is asked of them by now, and they know what it takes. */
export function mayTake(call: WaitingCall, adviser: AdviserState, now: number): boolean {
  return isAsked(call, adviser, now) && isAble(call, adviser);
}

function isAble({ rules, skills, language }: WaitingCall, adviser: AdviserState): boolean {
  const spoken = language ?? rules.languages[0];
  const knows = (skill: string) => adviser.skills.includes(skill);
  return (
    (spoken === undefined || adviser.languages.includes(spoken)) &&
    rules.skills.every(knows) &&
    skills.every(knows)
  );
}

/** RO-13: its own territory at once, the others step by step. */
function isAsked({ territoryId, rules, since }: WaitingCall, adviser: AdviserState, now: number) {
  if (adviser.territories.includes(territoryId)) return true;
  return rules.widening.some(
    ({ afterS, territories }) =>
      since + afterS * 1000 <= now &&
      (territories === 'all' || territories.some((id) => adviser.territories.includes(id))),
  );
}

/** RO-4: by id where two have waited as long, so that the same question has the same answer. */
export function longestIdleFirst(a: AdviserState, b: AdviserState): number {
  return a.idleSince - b.idleSince || (a.id < b.id ? -1 : 1);
}
