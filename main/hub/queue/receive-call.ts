import { and, eq, isNull, sql } from 'drizzle-orm';
import { firstState } from '#src/calls';
import type { LineRules } from '#src/routing';
import { changedCall } from '../operations/call-record.ts';
import { insertCall } from '../operations/calls.ts';
import type { Transaction } from '../storage/database.ts';
import { call, leg, queueEntry } from '../storage/schema.ts';
import type { Queue } from './queue.ts';
import { findCalledLine, isOpen, type QueueLine } from './queue-lines.ts';

/** A call as its carrier announces it. */
export type ArrivingCall = {
  /** The number called, E.164: it says which line it is. */
  readonly lineNumber: string;
  /** Who calls, E.164; `null` where they withhold it. */
  readonly from: string | null;
  /** The caller's end, as its carrier names it. Announced twice, it is one call. */
  readonly legId: string;
  /** What whoever answers must know beside what the line asks for, where the caller was asked. */
  readonly skills?: readonly string[];
  /** The language that the caller chose, as a BCP 47 tag. */
  readonly language?: string;
};

/**
 * What becomes of it. `queued`: it waits; `closed`: the line does not answer now; `full`: too many wait already. In both of these
 * the caller is told so and may leave a number or words, as the rules say: the call has a record for that.
 */
export type Reception =
  | {
      readonly kind: 'queued' | 'closed' | 'full';
      readonly callId: string;
      readonly rules: LineRules;
    }
  | { readonly kind: 'unknown-line' };

type Received = Pick<Exclude<Reception, { kind: 'unknown-line' }>, 'kind' | 'callId'>;

/** Any constant does. */
const arrivalLock = 7_041;

/** RO-41: gives a call that comes over a network its record and its place. */
export async function receiveCall(queue: Queue, arriving: ArrivingCall): Promise<Reception> {
  const { journal, ports } = queue;
  const now = ports.clock();
  const reception = await journal.write<Reception>(now, async (tx) => {
    const called = await findCalledLine(tx, arriving.lineNumber);
    if (called === null) return { value: { kind: 'unknown-line' }, changed: [] };
    const { rules } = called;
    // Its carrier may announce it to two hubs at once.
    await tx.execute(
      sql`select pg_advisory_xact_lock(${arrivalLock}, hashtext(${arriving.legId}))`,
    );
    const earlier = await findReceived(tx, arriving.legId);
    if (earlier !== null) return { value: { ...earlier, rules }, changed: [] };
    const turnedAway = await whyTurnedAway(tx, called, now);
    const { id: lineId, sponsorId, territoryId } = called;
    const opened = {
      ...{ id: ports.newId(), lineId, sponsorId, territoryId, adviserId: null },
      state: firstState('waits'),
      mode: 'live' as const,
      openedAt: now,
      turnedAway,
    };
    await insertCall(tx, opened, arriving.from);
    await tx.insert(queueEntry).values({
      callId: opened.id,
      since: now,
      skills: [...(arriving.skills ?? [])],
      language: arriving.language ?? null,
    });
    const end = { id: arriving.legId, callId: opened.id, role: 'caller', state: 'joined' } as const;
    await tx.insert(leg).values({ ...end, beganAt: now, joinedAt: now, heardAt: now });
    const value = { kind: turnedAway ?? 'queued', callId: opened.id, rules } as const;
    return { value, changed: [changedCall(opened)] };
  });
  void queue.turn();
  return reception;
}

/** The call that was received on this end before. */
async function findReceived(tx: Transaction, legId: string): Promise<Received | null> {
  const [row] = await tx
    .select({ callId: leg.callId, turnedAway: call.turnedAway })
    .from(leg)
    .innerJoin(call, eq(call.id, leg.callId))
    .where(eq(leg.id, legId));
  return row === undefined ? null : { callId: row.callId, kind: row.turnedAway ?? 'queued' };
}

/** RO-42: why nobody will answer this call now; `null`: it waits. */
async function whyTurnedAway(
  tx: Transaction,
  called: QueueLine,
  now: string,
): Promise<'closed' | 'full' | null> {
  if (!isOpen(called, now)) return 'closed';
  const waiting = tx
    .select({ callId: queueEntry.callId })
    .from(queueEntry)
    .innerJoin(call, eq(call.id, queueEntry.callId))
    .where(
      and(
        eq(call.lineId, called.id),
        eq(call.state, 'waiting'),
        eq(queueEntry.callsBack, false),
        isNull(call.turnedAway),
      ),
    );
  return (await tx.$count(waiting.as('waiting'))) >= called.rules.mostWaiting ? 'full' : null;
}
