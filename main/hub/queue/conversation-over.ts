import { and, eq, gt } from 'drizzle-orm';
import { isOnNetwork } from '#src/routing';
import type { LockedCall } from '../operations/call-record.ts';
import type { Effects } from '../operations/handler.ts';
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
  { id: callId, state, adviserId, lineId, lineKind }: LockedCall,
): Promise<Effects> {
  const isTheirs = state === 'live' || (state === 'ringing' && !isOnNetwork(lineKind));
  if (!isTheirs || adviserId === null) return nothing;
  const wrapUpS = (await readRules(telling.tx, lineId))?.wrapUpS ?? 0;
  return queue.route(telling, { kind: 'conversation-over', callId, adviserId, wrapUpS });
}

/** RO-45: nothing is left to write of the call: a wrap-up that it began is over. Told before it moves on. */
export async function writtenUp(
  queue: Queue,
  telling: Telling,
  { id: callId, state, adviserId, endedAt }: LockedCall,
): Promise<Effects> {
  if (adviserId === null) return nothing;
  if (state === 'live') {
    return queue.route(telling, { kind: 'conversation-over', callId, adviserId, wrapUpS: 0 });
  }
  if (state !== 'wrap-up' || endedAt === null) return nothing;
  // An older record that is closed leaves them the time for the last one.
  const later = and(eq(call.adviserId, adviserId), gt(call.endedAt, endedAt));
  const isLast = (await telling.tx.$count(call, later)) === 0;
  return isLast ? queue.route(telling, { kind: 'wrap-up-over', adviserId }) : nothing;
}
