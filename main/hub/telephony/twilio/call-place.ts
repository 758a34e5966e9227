import { aliasedTable, and, eq, gt, isNull, lt, ne, or } from 'drizzle-orm';
import type { CallState } from '#src/calls';
import type { LineRules } from '#src/routing';
import { readRules } from '../../queue/queue-lines.ts';
import type { Transaction } from '../../storage/database.ts';
import { call, queueEntry } from '../../storage/schema.ts';
import type { Waits } from './twiml.ts';

/** Where a caller's call stands. */
export type CallPlace = {
  readonly state: CallState;
  /** Nobody was to answer when it came: it has no place to go back to. */
  readonly isTurnedAway: boolean;
  readonly rules: LineRules;
  readonly waits: Waits;
};

/** What the tables say of a call; `null`: it is of no line with a queue. */
export async function readCallPlace(tx: Transaction, callId: string): Promise<CallPlace | null> {
  const [found] = await tx
    .select({ call, place: queueEntry })
    .from(call)
    .leftJoin(queueEntry, eq(queueEntry.callId, call.id))
    .where(eq(call.id, callId));
  const rules = found === undefined ? null : await readRules(tx, found.call.lineId);
  if (found === undefined || rules === null) return null;
  const { state, turnedAway, lineId } = found.call;
  const isTurnedAway = turnedAway !== null;
  const place = isTurnedAway ? null : found.place;
  const isLost = state === 'live' && found.call.rejoinUntil !== null;
  const waits = place === null ? null : { ahead: await countAhead(tx, lineId, place) };
  return { state, isTurnedAway, rules, waits: isLost ? 'adviser-lost' : waits };
}

type Entry = Pick<typeof queueEntry.$inferSelect, 'callId' | 'priority' | 'since'>;

/** RO-12: by priority, then by arrival. */
async function countAhead(
  tx: Transaction,
  lineId: string,
  { callId, priority, since }: Entry,
): Promise<number> {
  const other = aliasedTable(queueEntry, 'other');
  const isBefore = or(
    gt(other.priority, priority),
    and(eq(other.priority, priority), lt(other.since, since)),
  );
  const ahead = tx
    .select({ callId: other.callId })
    .from(other)
    .innerJoin(call, eq(call.id, other.callId))
    .where(
      and(eq(call.lineId, lineId), isNull(call.turnedAway), ne(other.callId, callId), isBefore),
    );
  return tx.$count(ahead.as('ahead'));
}
