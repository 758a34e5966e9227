import {
  type AdviserState,
  beginConversation,
  choosePresence,
  endConversation,
  endWrapUp,
  extendWrapUp,
  passAdviserTime,
  restAfterRing,
} from './adviser.ts';
import { canRing, longestIdleFirst, type WaitingCall } from './choose-adviser.ts';
import type { LineRules, UnansweredWay } from './line-rules.ts';
import type { ChosenPresence } from './presence.ts';

/** A call in the queue: from its arrival until somebody's leg joined, or it is given up. */
export type QueuedCall = WaitingCall & {
  readonly callId: string;
  readonly lineId: string;
  readonly rules: LineRules;
  /** RO-12: higher ones first. */
  readonly priority: number;
  /** The caller hung up and keeps the place: it is they who are called when it comes. */
  readonly callsBack: boolean;
  /** The caller was offered something else than to wait. */
  readonly isOverflowed: boolean;
  /** It rings at this desk, until then. */
  readonly offer: Offer | null;
};

/** A call that rings at one desk. `until`: milliseconds since 1970. */
export type Offer = { readonly adviserId: string; readonly until: number };

/** The queue of a hub: whoever waits, and whoever may answer. Their order decides nothing. */
export type RoutingState = {
  readonly calls: readonly QueuedCall[];
  readonly advisers: readonly AdviserState[];
};

/**
 * What happens. An event that comes twice, or too late, changes nothing.
 *
 * - `call-came`: also one that comes back, with the `since` that it had;
 * - `call-gone`: the caller left, or what they wanted is done otherwise;
 * - `call-back-asked`: the caller hangs up and keeps the place;
 * - `call-requested`: this desk takes it next, out of turn;
 * - `offer-left`: the adviser does not take it; `offer-missed`: it rang out, or their telephone takes no call;
 * - `adviser-joined`: their leg is in the conversation;
 * - `conversation-over`: theirs, on a line of `wrapUpS`; `0` where nothing is left to write;
 * - `time-passed`: a timer went off.
 */
export type RoutingEvent =
  | { readonly kind: 'call-came'; readonly call: Omit<QueuedCall, 'offer'> }
  | { readonly kind: 'call-gone' | 'call-back-asked'; readonly callId: string }
  | { readonly kind: 'priority-set'; readonly callId: string; readonly priority: number }
  | {
      readonly kind: 'call-requested' | 'offer-left' | 'offer-missed' | 'adviser-joined';
      readonly callId: string;
      readonly adviserId: string;
    }
  | {
      readonly kind: 'conversation-over';
      readonly callId: string;
      readonly adviserId: string;
      readonly wrapUpS: number;
    }
  | {
      readonly kind: 'wrap-up-extended';
      readonly adviserId: string;
      readonly extensionS: number;
    }
  | { readonly kind: 'wrap-up-over'; readonly adviserId: string }
  | {
      readonly kind: 'presence-chosen';
      readonly adviserId: string;
      readonly presence: ChosenPresence;
    }
  | { readonly kind: 'time-passed' };

/**
 * What the hub then does on the line.
 *
 * - `ring`: at this desk, until then; `call-out`: the same, for a caller who is called back;
 * - `stop-ringing`: it rings there no longer;
 * - `let-go`: they joined a call that is another's or over;
 * - `offer-otherwise`: the caller has waited long enough to be offered something else.
 */
export type RoutingCommand =
  | {
      readonly kind: 'ring' | 'call-out';
      readonly callId: string;
      readonly adviserId: string;
      readonly until: number;
    }
  | {
      readonly kind: 'stop-ringing' | 'let-go';
      readonly callId: string;
      readonly adviserId: string;
    }
  | { readonly kind: 'offer-otherwise'; readonly callId: string; readonly way: UnansweredWay };

/** What comes of an event: the state after it, and what is to be done, in this order. */
export type Advance = {
  readonly state: RoutingState;
  readonly commands: readonly RoutingCommand[];
};

/**
 * RO-10 to RO-19: what an event leads to at `now`, in milliseconds since 1970. First what happened, then what was due
 * by then, then every call that somebody can take is offered.
 */
export function advance(state: RoutingState, event: RoutingEvent, now: number): Advance {
  return offerCalls(passTime(apply({ state, commands: [] }, event, now), now), now);
}

function apply(before: Advance, event: RoutingEvent, now: number): Advance {
  const { state } = before;
  switch (event.kind) {
    case 'time-passed':
      return before;
    case 'presence-chosen':
      return changeAdviser(
        event.presence === 'available' ? before : takeBackOffer(before, event.adviserId),
        event.adviserId,
        (adviser) => choosePresence(adviser, event.presence, now),
      );
    case 'wrap-up-over':
      return changeAdviser(before, event.adviserId, (adviser) => endWrapUp(adviser, now));
    case 'wrap-up-extended':
      return changeAdviser(before, event.adviserId, (adviser) =>
        extendWrapUp(adviser, event.extensionS * 1000, now),
      );
    case 'conversation-over':
      return changeAdviser(before, event.adviserId, (adviser) =>
        adviser.callId === event.callId
          ? endConversation(adviser, event.wrapUpS * 1000, now)
          : adviser,
      );
    case 'call-came': {
      const isThere = state.calls.some(({ callId }) => callId === event.call.callId);
      const calls = [...state.calls, { ...event.call, offer: null }];
      return isThere ? before : { ...before, state: { ...state, calls } };
    }
    case 'call-gone':
    case 'call-back-asked':
    case 'priority-set':
    case 'call-requested':
    case 'offer-left':
    case 'offer-missed':
    case 'adviser-joined':
      return applyToCall(before, event, now);
  }
}

type CallEvent = Extract<RoutingEvent, { readonly callId: string }>;
type QueueEvent = Exclude<CallEvent, { readonly kind: 'conversation-over' }>;

function applyToCall(before: Advance, event: QueueEvent, now: number): Advance {
  const call = before.state.calls.find(({ callId }) => callId === event.callId);
  if (event.kind === 'adviser-joined') return join(before, call, event);
  if (call === undefined) return before;
  switch (event.kind) {
    case 'call-gone':
      return removeCall(withdraw(before, call), call);
    case 'call-back-asked':
      return call.callsBack
        ? before
        : changeCall(withdraw(before, call), call, { callsBack: true });
    case 'priority-set':
      return changeCall(before, call, { priority: event.priority });
    case 'call-requested': {
      const asker = before.state.advisers.find(({ id }) => id === event.adviserId);
      const wanted = { ...call, requestedBy: event.adviserId, leftBy: [] };
      if (asker === undefined || !canRing(wanted, asker, now)) return before;
      return changeCall(withdraw(before, call), call, wanted);
    }
    case 'offer-left':
    case 'offer-missed': {
      if (call.offer?.adviserId !== event.adviserId) return before;
      const back = withdraw(before, call);
      return event.kind === 'offer-missed'
        ? rest(back, call, event.adviserId, now)
        : changeCall(back, call, { leftBy: [...call.leftBy, event.adviserId], requestedBy: null });
    }
  }
}

/** RO-16: who joins has it, unless somebody has it already or they speak elsewhere. */
function join(
  before: Advance,
  call: QueuedCall | undefined,
  { callId, adviserId }: { readonly callId: string; readonly adviserId: string },
): Advance {
  if (call === undefined) {
    const adviser = before.state.advisers.find(({ id }) => id === adviserId);
    const hasIt = adviser?.callId === callId;
    return hasIt ? before : command(before, { kind: 'let-go', callId, adviserId });
  }
  const isTheirs = call.offer?.adviserId === adviserId;
  const freed = isTheirs ? before : withdraw(takeBackOffer(before, adviserId), call);
  const joined = freed.state.advisers.find(({ id }) => id === adviserId);
  if (joined === undefined || (!isTheirs && joined.callId !== null)) {
    return command(before, { kind: 'let-go', callId, adviserId });
  }
  return changeAdviser(removeCall(freed, call), adviserId, (adviser) =>
    beginConversation(adviser, callId),
  );
}

/** What was due by `now`: wrap-ups and rests that are over, rings that nobody answered, callers who waited too long. */
function passTime(before: Advance, now: number): Advance {
  const advisers = before.state.advisers.map((adviser) => passAdviserTime(adviser, now));
  let after: Advance = { ...before, state: { ...before.state, advisers } };
  for (const call of before.state.calls) {
    if (call.offer !== null && call.offer.until <= now) {
      after = rest(withdraw(after, call), call, call.offer.adviserId, now);
    }
    if (isOverdue(call, now)) {
      const way = call.rules.unanswered;
      after = command(changeCall(after, call, { isOverflowed: true }), {
        kind: 'offer-otherwise',
        callId: call.callId,
        way,
      });
    }
  }
  return after;
}

function isOverdue(call: QueuedCall, now: number): boolean {
  return !call.isOverflowed && !call.callsBack && call.since + call.rules.overflowS * 1000 <= now;
}

/** RO-10, RO-12: the calls in their order, each to who has waited longest of those who can take it. */
function offerCalls(before: Advance, now: number): Advance {
  const silent = before.state.advisers
    .filter(({ callId }) => callId === null)
    .sort(longestIdleFirst);
  let after = before;
  for (const call of before.state.calls.filter(({ offer }) => offer === null).sort(firstInQueue)) {
    const index = silent.findIndex((adviser) => canRing(call, adviser, now));
    const [adviser] = index === -1 ? [] : silent.splice(index, 1);
    if (adviser !== undefined) after = offerCall(after, call, adviser.id, now);
  }
  return after;
}

function offerCall(before: Advance, call: QueuedCall, adviserId: string, now: number): Advance {
  const { callId } = call;
  const offer = { adviserId, until: now + call.rules.offerS * 1000 };
  const rung = changeAdviser(changeCall(before, call, { offer }), adviserId, (adviser) => ({
    ...adviser,
    callId,
  }));
  return command(rung, { kind: call.callsBack ? 'call-out' : 'ring', callId, ...offer });
}

/** RO-12: by priority, then by arrival; by id where two came at once. */
export function firstInQueue(a: QueuedCall, b: QueuedCall): number {
  return b.priority - a.priority || a.since - b.since || (a.callId < b.callId ? -1 : 1);
}

/**
 * When the state changes by itself next, in milliseconds since 1970: whoever keeps the timer then tells `time-passed`.
 * `null`: not before something happens.
 */
export function wakeAt({ calls, advisers }: RoutingState, now: number): number | null {
  const due = [
    ...advisers.map(({ until }) => until),
    ...calls.flatMap((call) => [
      call.offer?.until ?? null,
      call.isOverflowed || call.callsBack ? null : call.since + call.rules.overflowS * 1000,
      ...call.rules.widening.map(({ afterS }) => call.since + afterS * 1000),
    ]),
  ];
  const coming = due.filter((instant) => instant !== null && instant > now);
  return coming.length === 0 ? null : Math.min(...coming.map(Number));
}

function takeBackOffer(before: Advance, adviserId: string): Advance {
  const call = before.state.calls.find(({ offer }) => offer?.adviserId === adviserId);
  return call === undefined ? before : withdraw(before, call);
}

function withdraw(before: Advance, call: QueuedCall): Advance {
  if (call.offer === null) return before;
  const { adviserId } = call.offer;
  const { callId } = call;
  const quiet = changeAdviser(changeCall(before, call, { offer: null }), adviserId, (adviser) => ({
    ...adviser,
    callId: null,
  }));
  return command(quiet, { kind: 'stop-ringing', callId, adviserId });
}

/** RO-13: a ring that was missed: the call may come back to them, once they have rested as long as it rang. */
function rest(before: Advance, call: QueuedCall, adviserId: string, now: number): Advance {
  return changeAdviser(changeCall(before, call, { requestedBy: null }), adviserId, (adviser) =>
    restAfterRing(adviser, call.rules.offerS * 1000, now),
  );
}

function command(before: Advance, next: RoutingCommand): Advance {
  return { ...before, commands: [...before.commands, next] };
}

function changeCall(before: Advance, call: QueuedCall, change: Partial<QueuedCall>): Advance {
  const calls = before.state.calls.map((one) =>
    one.callId === call.callId ? { ...one, ...change } : one,
  );
  return { ...before, state: { ...before.state, calls } };
}

function removeCall(before: Advance, call: QueuedCall): Advance {
  const calls = before.state.calls.filter(({ callId }) => callId !== call.callId);
  return { ...before, state: { ...before.state, calls } };
}

function changeAdviser(
  before: Advance,
  id: string,
  change: (adviser: AdviserState) => AdviserState,
): Advance {
  const advisers = before.state.advisers.map((one) => (one.id === id ? change(one) : one));
  return { ...before, state: { ...before.state, advisers } };
}
