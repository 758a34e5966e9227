import { type AdviserState, restAfterRing } from './adviser.ts';
import type { Advance, QueuedCall, RoutingCommand } from './queue.ts';

// What an advance is made of. A call that rings and the adviser at whose desk it rings always name each other: only
// these functions change either.

/** RO-3: it rings at this desk, and nothing else does. */
export function offerCall(
  before: Advance,
  call: QueuedCall,
  adviserId: string,
  now: number,
): Advance {
  const { callId } = call;
  const offer = { adviserId, until: now + call.rules.offerS * 1000 };
  const rung = changeCall(before, callId, { offer });
  const kind = call.callsBack ? 'call-out' : 'ring';
  return command(changeAdviser(rung, adviserId, { callId }), { kind, callId, ...offer });
}

/** It rings there no longer, and waits at its place. */
export function withdraw(before: Advance, { callId, offer }: QueuedCall): Advance {
  if (offer === null) return before;
  const { adviserId } = offer;
  const quiet = changeCall(before, callId, { offer: null, requestedBy: null });
  const freed = changeAdviser(quiet, adviserId, { callId: null });
  return command(freed, { kind: 'stop-ringing', callId, adviserId });
}

/** RO-14: nobody answered at this desk. The call may come back to it, after as long as it rang. */
export function missOffer(before: Advance, call: QueuedCall, now: number): Advance {
  const missed = call.offer?.adviserId;
  if (missed === undefined) return before;
  return changeAdviser(withdraw(before, call), missed, (adviser) =>
    restAfterRing(adviser, call.rules.offerS * 1000, now),
  );
}

/** What rings at this desk rings there no longer. */
export function silenceDesk(before: Advance, adviserId: string): Advance {
  const call = before.state.calls.find(({ offer }) => offer?.adviserId === adviserId);
  return call === undefined ? before : withdraw(before, call);
}

export function command(before: Advance, next: RoutingCommand): Advance {
  return { ...before, commands: [...before.commands, next] };
}

export function changeCall(before: Advance, id: string, change: Partial<QueuedCall>): Advance {
  const calls = before.state.calls.map((call) =>
    call.callId === id ? { ...call, ...change } : call,
  );
  return { ...before, state: { ...before.state, calls } };
}

export function removeCall(before: Advance, id: string): Advance {
  const calls = before.state.calls.filter(({ callId }) => callId !== id);
  return { ...before, state: { ...before.state, calls } };
}

export function changeAdviser(
  before: Advance,
  id: string,
  change: Partial<AdviserState> | ((adviser: AdviserState) => AdviserState),
): Advance {
  const changed = (adviser: AdviserState) =>
    typeof change === 'function' ? change(adviser) : { ...adviser, ...change };
  const advisers = before.state.advisers.map((adviser) =>
    adviser.id === id ? changed(adviser) : adviser,
  );
  return { ...before, state: { ...before.state, advisers } };
}
