import { and, eq, inArray, isNull, min, or } from 'drizzle-orm';
import type { QueuedCall, RoutingState } from '#src/routing';
import { readAdvisers } from '../operations/advisers.ts';
import type { Transaction } from '../storage/database.ts';
import { call, queueEntry } from '../storage/schema.ts';
import { isOpen, readQueueLines } from './queue-lines.ts';

/** RO-40: the queue as the tables have it. */
export async function readRouting(tx: Transaction, now: string): Promise<RoutingState> {
  return { calls: await readQueue(tx, now), advisers: await readAdvisers(tx) };
}

/** All that a place says, and no more: thousands may wait. */
const placed = {
  callId: queueEntry.callId,
  since: queueEntry.since,
  priority: queueEntry.priority,
  skills: queueEntry.skills,
  language: queueEntry.language,
  callsBack: queueEntry.callsBack,
  toldAt: queueEntry.toldAt,
  requestedBy: queueEntry.requestedBy,
  lineId: call.lineId,
  state: call.state,
  adviserId: call.adviserId,
  offerExpiresAt: call.offerExpiresAt,
  leftBy: call.leftBy,
};

/** Not those who were turned away, nor who is called back on a line that is closed now: their turn comes later. */
async function readQueue(tx: Transaction, now: string): Promise<readonly QueuedCall[]> {
  const rows = await tx
    .select(placed)
    .from(queueEntry)
    .innerJoin(call, eq(call.id, queueEntry.callId))
    .where(
      and(
        inArray(call.state, ['waiting', 'ringing']),
        or(isNull(call.turnedAway), eq(queueEntry.callsBack, true)),
      ),
    );
  if (rows.length === 0) return [];
  const lines = new Map((await readQueueLines(tx)).map((line) => [line.id, line]));
  const open = new Set([...lines.values()].filter((line) => isOpen(line, now)).map(({ id }) => id));
  return rows.flatMap(({ since, toldAt, state, adviserId, offerExpiresAt, ...row }) => {
    const line = lines.get(row.lineId);
    const isTheirTurn = !row.callsBack || open.has(row.lineId) || state === 'ringing';
    if (line === undefined || !isTheirTurn) return [];
    const until = offerExpiresAt === null ? 0 : Date.parse(offerExpiresAt);
    return [
      {
        ...row,
        territoryId: line.territoryId,
        rules: line.rules,
        since: Date.parse(since),
        isOverflowed: toldAt !== null,
        offer: state === 'ringing' && adviserId !== null ? { adviserId, until } : null,
      },
    ];
  });
}

/** When the first of the ends that were lost is waited for no longer. */
export async function nextRejoin(tx: Transaction): Promise<number | null> {
  const [row] = await tx
    .select({ until: min(call.rejoinUntil) })
    .from(call)
    .where(eq(call.state, 'live'));
  return row?.until ? Date.parse(row.until) : null;
}
