import { and, eq, gt } from 'drizzle-orm';
import { isOnNetwork } from '#src/routing';
import { changedForAll, type LockedCall } from '../operations/call-record.ts';
import { type Effects, together } from '../operations/handler.ts';
import { forgetParties } from '../storage/party-store.ts';
import { call } from '../storage/schema.ts';
import type { Queue, Telling } from './queue.ts';
import { readRules } from './queue-lines.ts';

const nothing: Effects = { changed: [] };

/**
 * RO-45: its adviser speaks on the call no longer, and writes up for as long as its line gives. Told before the call itself moves on:
 * the queue still sees them speak. On a line without a queue, what rings at their desk keeps them as much.
 */
export async function conversationOver(
  queue: Queue,
  telling: Telling,
  locked: LockedCall,
): Promise<Effects> {
  const { state, lineId, lineKind } = locked;
  const isTheirs = state === 'live' || (state === 'ringing' && !isOnNetwork(lineKind));
  if (!isTheirs) return nothing;
  const wrapUpS = (await readRules(telling.tx, lineId))?.wrapUpS ?? 0;
  return allFree(queue, telling, locked, wrapUpS);
}

/** RO-50: who was brought into it is free as its adviser is, and both are offered what waits. */
async function allFree(
  queue: Queue,
  telling: Telling,
  locked: LockedCall,
  wrapUpS: number,
): Promise<Effects> {
  const { id: callId, adviserId } = locked;
  if (adviserId === null) return nothing;
  const gone = await forgetParties(telling.tx, callId);
  const over = { kind: 'conversation-over', callId, adviserId, wrapUpS } as const;
  const routed = await queue.route(telling, over);
  return together({ changed: changedForAll(locked, gone) }, routed);
}

/** RO-45: nothing is left to write of the call: a wrap-up that it began is over. Told before it moves on. */
export async function writtenUp(
  queue: Queue,
  telling: Telling,
  locked: LockedCall,
): Promise<Effects> {
  const { state, adviserId, endedAt } = locked;
  if (adviserId === null) return nothing;
  if (state === 'live') return allFree(queue, telling, locked, 0);
  if (state !== 'wrap-up' || endedAt === null) return nothing;
  // An older record that is closed leaves them the time for the last one.
  const later = and(eq(call.adviserId, adviserId), gt(call.endedAt, endedAt));
  const isLast = (await telling.tx.$count(call, later)) === 0;
  return isLast ? queue.route(telling, { kind: 'wrap-up-over', adviserId }) : nothing;
}
