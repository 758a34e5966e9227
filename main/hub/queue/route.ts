import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { CallEvent } from '#src/calls';
import { InvariantError, present } from '#src/kernel';
import {
  type Advance,
  advance,
  type LineKind,
  type QueuedCall,
  type RoutingCommand,
  type RoutingEvent,
  type RoutingState,
  wakeAt,
} from '#src/routing';
import { changedCall, type LockedCall, lockCall, moveCall } from '../operations/call-record.ts';
import type { ChangedEntity } from '../operations/handler.ts';
import type { Transaction } from '../storage/database.ts';
import { call, desk, line, presence, queueEntry } from '../storage/schema.ts';
import { nextCallOut } from './call-out.ts';
import { nextRejoin, readRouting } from './read-routing.ts';

/** What came of an event: what desks must read again, and what is left to do once it is committed. */
export type Routed = {
  readonly changed: readonly ChangedEntity[];
  readonly commands: readonly LineCommand[];
  /** When the queue changes by itself next, in milliseconds since 1970. */
  readonly wakeAt: number | null;
};

/** A command, and on which kind of line it is. */
export type LineCommand = RoutingCommand & { readonly lineKind: LineKind };

/** Whoever changes the queue holds this lock until its transaction ends. Any constant does. */
const queueLock = 7_041_003;

/**
 * RO-40: only one hub changes the queue at a time. Whoever also locks a call takes this lock before, so that two never wait for
 * each other.
 */
export async function lockQueue(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${queueLock})`);
}

/** RO-40: tells the queue what happened: `src/routing` decides, the tables keep it. What is lost on the way, the next turn finds. */
export async function route(tx: Transaction, event: RoutingEvent, now: string): Promise<Routed> {
  await lockQueue(tx);
  const before = await readRouting(tx, now);
  const instant = Date.parse(now);
  const after = advance(before, event, instant);
  const changed = await keep(tx, before, after.state, now);
  const all = [wakeAt(after.state, instant), await nextRejoin(tx), await nextCallOut(tx)];
  const due = all.filter((at) => at !== null);
  return {
    changed,
    commands: await onTheirLines(tx, after),
    wakeAt: due.length === 0 ? null : Math.min(...due),
  };
}

/** Writes the difference. */
async function keep(
  tx: Transaction,
  before: RoutingState,
  after: RoutingState,
  now: string,
): Promise<readonly ChangedEntity[]> {
  const changed: ChangedEntity[] = [];
  const kept = new Map(after.calls.map((queued) => [queued.callId, queued]));
  for (const earlier of before.calls) {
    const queued = kept.get(earlier.callId);
    if (queued === earlier) continue;
    const holder = after.advisers.find(({ callId }) => callId === earlier.callId);
    changed.push(
      ...(queued === undefined
        ? await keepGone(tx, earlier, holder?.id ?? null, now)
        : await keepPlace(tx, earlier, queued, now)),
    );
  }
  const advisers = new Map(before.advisers.map((adviser) => [adviser.id, adviser]));
  for (const adviser of after.advisers) {
    const earlier = present(advisers.get(adviser.id), 'no event adds an adviser');
    if (adviser.deskUntil !== earlier.deskUntil) changed.push(await keepDesk(tx, adviser, now));
    if (!isSaidAlike(earlier, adviser))
      changed.push(...(await keepAdviser(tx, earlier, adviser, now)));
  }
  return changed;
}

type Adviser = RoutingState['advisers'][number];

/** Taken by whoever joined; of one that is given up, who asks for that says what becomes. */
async function keepGone(
  tx: Transaction,
  { callId }: QueuedCall,
  takenBy: string | null,
  now: string,
): Promise<readonly ChangedEntity[]> {
  await tx.delete(queueEntry).where(eq(queueEntry.callId, callId));
  if (takenBy === null) return [];
  const locked = await lockQueued(tx, callId);
  const ringing =
    locked.state === 'ringing' ? locked : await move(tx, locked, { type: 'offer' }, now);
  await move(tx, ringing, { type: 'answer' }, now, { adviserId: takenBy });
  return changedFor(locked, takenBy);
}

async function keepPlace(
  tx: Transaction,
  before: QueuedCall,
  after: QueuedCall,
  now: string,
): Promise<readonly ChangedEntity[]> {
  const { callId, priority, callsBack, requestedBy } = after;
  const toldAt = after.isOverflowed ? sql`coalesce(${queueEntry.toldAt}, ${now})` : null;
  await tx
    .update(queueEntry)
    .set({ priority, callsBack, requestedBy, toldAt })
    .where(eq(queueEntry.callId, callId));
  const locked = await lockQueued(tx, callId);
  const leftBy = [...after.leftBy];
  if (after.offer === before.offer) {
    await tx.update(call).set({ leftBy }).where(eq(call.id, callId));
    return [changedCall(locked)];
  }
  const waiting =
    locked.state === 'ringing'
      ? await move(tx, locked, { type: 'wait' }, now, { leftBy, adviserId: null })
      : locked;
  if (after.offer === null) return [changedCall(locked)];
  const { adviserId, until } = after.offer;
  const offerExpiresAt = new Date(until).toISOString();
  await move(tx, waiting, { type: 'offer' }, now, { leftBy, adviserId, offerExpiresAt });
  return changedFor(locked, adviserId);
}

/** Who had it at their desk, and who has it now. */
function changedFor(locked: LockedCall, adviserId: string): readonly ChangedEntity[] {
  const after = changedCall({ ...locked, adviserId });
  return locked.adviserId === adviserId ? [after] : [changedCall(locked), after];
}

/** What rings or is spoken on is said by the call itself. */
function isSaidAlike(one: Adviser, other: Adviser): boolean {
  return (
    one.presence === other.presence &&
    one.next === other.next &&
    one.until === other.until &&
    one.idleSince === other.idleSince
  );
}

async function keepAdviser(
  tx: Transaction,
  before: Adviser,
  after: Adviser,
  now: string,
): Promise<readonly ChangedEntity[]> {
  const { presence: said, next } = after;
  const set = {
    ...{ presence: said, next },
    until: after.until === null ? null : new Date(after.until).toISOString(),
    idleSince: new Date(after.idleSince).toISOString(),
  };
  await tx
    .insert(presence)
    .values({ userId: after.id, ...set, since: now })
    .onConflictDoUpdate({
      target: presence.userId,
      set: said === before.presence ? set : { ...set, since: now },
    });
  return [presenceOf(after)];
}

/** RO-51: a desk that was heard of meanwhile is there. */
async function keepDesk(tx: Transaction, adviser: Adviser, now: string): Promise<ChangedEntity> {
  const { id: accountId, deskUntil } = adviser;
  if (deskUntil === null) {
    await tx.delete(desk).where(and(eq(desk.accountId, accountId), lte(desk.until, now)));
  } else {
    const until = new Date(deskUntil).toISOString();
    const set = { until: sql`greatest(${desk.until}, ${until})` };
    await tx
      .insert(desk)
      .values({ accountId, until })
      .onConflictDoUpdate({ target: desk.accountId, set });
  }
  return presenceOf(adviser);
}

const presenceOf = ({ id }: Adviser) => ({ entity: 'presence', id, adviserId: id }) as const;

async function lockQueued(tx: Transaction, callId: string): Promise<LockedCall> {
  return present(await lockCall(tx, callId), 'a foreign key holds the call');
}

/** The queue and the call's own life agree, since both change under the lock. Gives the call as it is then. */
async function move(
  tx: Transaction,
  locked: LockedCall,
  event: CallEvent,
  now: string,
  also: Partial<Pick<LockedCall, 'adviserId' | 'leftBy' | 'offerExpiresAt'>> = {},
): Promise<LockedCall> {
  const moved = await moveCall(tx, locked, event, now, also);
  if (!moved.ok) throw new InvariantError(`The queue has a call that is elsewhere: ${moved.error}`);
  return present(await lockCall(tx, locked.id), 'it was locked before');
}

async function onTheirLines(
  tx: Transaction,
  { commands }: Advance,
): Promise<readonly LineCommand[]> {
  if (commands.length === 0) return [];
  const rows = await tx
    .select({ callId: call.id, lineKind: line.kind })
    .from(call)
    .innerJoin(line, eq(line.id, call.lineId))
    .where(
      inArray(
        call.id,
        commands.map(({ callId }) => callId),
      ),
    );
  const kinds = new Map(rows.map(({ callId, lineKind }) => [callId, lineKind]));
  return commands.flatMap((command) => {
    const lineKind = kinds.get(command.callId);
    return lineKind === undefined ? [] : [{ ...command, lineKind }];
  });
}
