import {
  beginConversation,
  choosePresence,
  endConversation,
  endWrapUp,
  extendWrapUp,
  openDesk,
  passAdviserTime,
} from './adviser.ts';
import { canRing, isFree, longestIdleFirst } from './choose-adviser.ts';
import {
  type Advance,
  firstInQueue,
  type QueuedCall,
  type RoutingEvent,
  type RoutingState,
} from './queue.ts';
import {
  changeAdviser,
  changeCall,
  command,
  missOffer,
  offerCall,
  removeCall,
  silenceDesk,
  withdraw,
} from './steps.ts';

/**
 * RO-10 to RO-20: what an event leads to at `now`, in milliseconds since 1970. First what happened, then what was due
 * by then, then every call that somebody can take is offered.
 */
export function advance(state: RoutingState, event: RoutingEvent, now: number): Advance {
  return offerCalls(passTime(tell({ state, commands: [] }, event, now), now), now);
}

function tell(before: Advance, event: RoutingEvent, now: number): Advance {
  switch (event.kind) {
    case 'time-passed':
      return before;
    case 'presence-chosen': {
      const { adviserId, presence } = event;
      const ready = presence === 'available' ? before : silenceDesk(before, adviserId);
      return changeAdviser(ready, adviserId, (adviser) => choosePresence(adviser, presence, now));
    }
    case 'wrap-up-over':
      return changeAdviser(before, event.adviserId, (adviser) => endWrapUp(adviser, now));
    case 'wrap-up-extended': {
      const byMs = event.extensionS * 1000;
      return changeAdviser(before, event.adviserId, (adviser) => extendWrapUp(adviser, byMs, now));
    }
    case 'desk-seen': {
      const { adviserId, until } = event;
      return changeAdviser(before, adviserId, (adviser) => openDesk(adviser, until, now));
    }
    case 'call-came':
      return addCall(before, event.call);
    default:
      return tellOfCall(before, event, now);
  }
}

/** What happens to a call that is there already. */
type CallEvent = Extract<RoutingEvent, { readonly callId: string }>;

function tellOfCall(before: Advance, event: CallEvent, now: number): Advance {
  const { callId } = event;
  const call = before.state.calls.find((queued) => queued.callId === callId);
  if (event.kind === 'adviser-joined') return join(before, call, event);
  if (call === undefined) {
    return event.kind === 'conversation-over' ? endTheirs(before, event, now) : before;
  }
  switch (event.kind) {
    // Nobody speaks on a call that waits or rings.
    case 'conversation-over':
      return before;
    case 'call-gone':
      return removeCall(withdraw(before, call), callId);
    case 'call-back-asked':
      if (call.callsBack) return before;
      return changeCall(withdraw(before, call), callId, { callsBack: true });
    case 'call-put-first':
      return putFirst(before, call);
    case 'call-requested':
      return request(before, call, event.adviserId, now);
    case 'offer-left': {
      if (call.offer?.adviserId !== event.adviserId) return before;
      const leftBy = [...call.leftBy, event.adviserId];
      return changeCall(withdraw(before, call), callId, { leftBy });
    }
    case 'offer-missed':
      return call.offer?.adviserId === event.adviserId ? missOffer(before, call, now) : before;
  }
}

/** Nothing, where it waits already, or somebody speaks on it. */
function addCall(before: Advance, came: Omit<QueuedCall, 'offer'>): Advance {
  const { calls, advisers } = before.state;
  if ([...calls, ...advisers].some(({ callId }) => callId === came.callId)) return before;
  return { ...before, state: { advisers, calls: [...calls, { ...came, offer: null }] } };
}

/** RO-49: nothing, where it is before all the others already. */
function putFirst(before: Advance, { callId, priority }: QueuedCall): Advance {
  const others = before.state.calls.filter((other) => other.callId !== callId);
  const highest = Math.max(0, ...others.map((other) => other.priority));
  return priority > highest ? before : changeCall(before, callId, { priority: highest + 1 });
}

/** RO-19: nothing, where the desk cannot take it: a request never keeps a call from the others. */
function request(before: Advance, call: QueuedCall, adviserId: string, now: number): Advance {
  const asked = {
    requestedBy: adviserId,
    leftBy: call.leftBy.filter((left) => left !== adviserId),
  };
  const desk = before.state.advisers.find(({ id }) => id === adviserId);
  if (desk === undefined || desk.deskUntil === null) return before;
  if (!canRing({ ...call, ...asked }, desk, now)) return before;
  return changeCall(withdraw(before, call), call.callId, asked);
}

/** RO-11: who joins has it, unless somebody else has it or they speak already. */
function join(
  before: Advance,
  call: QueuedCall | undefined,
  { callId, adviserId }: { readonly callId: string; readonly adviserId: string },
): Advance {
  const isTheirs = call?.offer?.adviserId === adviserId;
  const ready = isTheirs ? before : silenceDesk(before, adviserId);
  const desk = ready.state.advisers.find(({ id }) => id === adviserId);
  if (call === undefined && desk?.callId === callId) return before;
  if (call === undefined || desk === undefined || (!isTheirs && desk.callId !== null)) {
    return command(before, { kind: 'let-go', callId, adviserId });
  }
  const taken = removeCall(isTheirs ? ready : withdraw(ready, call), callId);
  return changeAdviser(taken, adviserId, (adviser) => beginConversation(adviser, callId));
}

/** RO-16: only the conversation that they are in ends it. */
function endTheirs(
  before: Advance,
  { callId, adviserId, wrapUpS }: Extract<CallEvent, { readonly wrapUpS: number }>,
  now: number,
): Advance {
  return changeAdviser(before, adviserId, (adviser) =>
    adviser.callId === callId ? endConversation(adviser, wrapUpS * 1000, now) : adviser,
  );
}

/** What was due by `now`: what is over of advisers, rings that nobody answered or can, callers who waited too long. */
function passTime(before: Advance, now: number): Advance {
  const { calls, advisers } = before.state;
  const passed = advisers.map((adviser) => passAdviserTime(adviser, now));
  const start: Advance = { ...before, state: { calls, advisers: passed } };
  return calls.reduce((after, call) => passCallTime(after, call, now), start);
}

function passCallTime(before: Advance, call: QueuedCall, now: number): Advance {
  const { callId, rules } = call;
  const after = endOffer(before, call, now);
  const isOverdue = call.since + rules.overflowS * 1000 <= now;
  if (!isOverdue || call.isOverflowed || call.callsBack) return after;
  return command(changeCall(after, callId, { isOverflowed: true }), {
    kind: 'offer-otherwise',
    callId,
    way: rules.unanswered,
  });
}

/** RO-14, RO-51: nobody answered in time, or nobody is there any more to do so. */
function endOffer(before: Advance, call: QueuedCall, now: number): Advance {
  const { offer } = call;
  if (offer === null) return before;
  if (offer.until <= now) return missOffer(before, call, now);
  const desk = before.state.advisers.find(({ id }) => id === offer.adviserId);
  return desk?.deskUntil === null ? withdraw(before, call) : before;
}

/** RO-10: the calls in their order, each to who has waited longest of those who can take it. */
function offerCalls(before: Advance, now: number): Advance {
  const { calls, advisers } = before.state;
  const waiting = calls.filter(({ offer }) => offer === null).sort(firstInQueue);
  const askers = new Set(waiting.map(({ requestedBy }) => requestedBy));
  const desks = advisers
    .filter((desk) => isFree(desk) || (desk.callId === null && askers.has(desk.id)))
    .sort(longestIdleFirst);
  // With thousands waiting, most ask for the same as one before them for which nobody was found.
  const inVain = new Set<string>();
  let after = before;
  for (const call of waiting) {
    if (desks.length === 0) break;
    const need = needOf(call, now);
    if (inVain.has(need)) continue;
    const first = desks.findIndex((desk) => canRing(call, desk, now));
    const [desk] = first === -1 ? [] : desks.splice(first, 1);
    if (desk === undefined) inVain.add(need);
    else after = offerCall(after, call, desk.id, now);
  }
  return after;
}

/** All that `canRing` looks at in a call, as one text. */
function needOf(call: QueuedCall, now: number): string {
  const { lineId, since, rules, skills, language, requestedBy, leftBy } = call;
  let steps = 0;
  for (const { afterS } of rules.widening) if (since + afterS * 1000 <= now) steps += 1;
  return `${lineId} ${steps} ${language} ${requestedBy} ${skills} ${leftBy}`;
}
