import { eq } from 'drizzle-orm';
import { can } from '#src/access';
import type { QueueAct, QueueRefusal } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import type { RoutingEvent } from '#src/routing';
import { seeDesk } from '../queue/desks.ts';
import { setListener } from '../queue/listening.ts';
import type { Queue } from '../queue/queue.ts';
import { readQueueLines } from '../queue/queue-lines.ts';
import type { Database, Transaction } from '../storage/database.ts';
import { call, line, queueEntry } from '../storage/schema.ts';
import { type LockedCall, lockCall, speaksAlready } from './call-record.ts';
import type { Account } from './handler.ts';

/** Who acts, on what. */
export type QueueActor = {
  readonly database: Database;
  readonly queue: Queue;
  readonly account: Account;
};

type Refused = QueueRefusal | 'unknown-call' | 'forbidden';
type Done = Promise<Result<null, Refused>>;

/** RO-75: what who leads the queue does to one of its calls. */
export const queueActsOf = {
  first: putFirst,
  take: takeNext,
  listen: listenTo,
  'stop-listening': stopListening,
} as const satisfies Record<QueueAct, (actor: QueueActor, callId: string) => Done>;

/** Before every other call that waits now, on whatever line; those put first earlier come after it. */
async function putFirst({ database, queue, account }: QueueActor, callId: string): Done {
  const waiting = await findWaiting(database, account, callId);
  if (!waiting.ok) return waiting;
  await queue.tell({ kind: 'call-put-first', callId });
  return ok(null);
}

/** RO-19: it rings at the desk that asks, out of turn, unless a call is there already. */
async function takeNext({ database, queue, account }: QueueActor, callId: string): Done {
  const waiting = await findWaiting(database, account, callId);
  if (!waiting.ok) return waiting;
  // RO-51: who asks is at their desk.
  await seeDesk({ database, queue }, account);
  const event: RoutingEvent = { kind: 'call-requested', callId, adviserId: account.accountId };
  await queue.tell(event);
  const [after] = await database.db.select().from(call).where(eq(call.id, callId));
  if (after?.adviserId === account.accountId) return ok(null);
  return err(after?.state === 'waiting' ? 'already-on-a-call' : 'not-waiting');
}

async function findWaiting(
  { db }: Database,
  account: Account,
  callId: string,
): Promise<Result<null, Refused>> {
  const [row] = await db
    .select({ territoryId: call.territoryId, placed: queueEntry.callId })
    .from(call)
    .leftJoin(queueEntry, eq(queueEntry.callId, call.id))
    .where(eq(call.id, callId));
  if (row === undefined) return err('unknown-call');
  if (!can(account, 'queue.lead', { territoryId: row.territoryId })) return err('forbidden');
  return row.placed === null ? err('not-waiting') : ok(null);
}

/** RO-77: its adviser is told before anything is heard, and of whoever hears: who listened until then hears no more. */
async function listenTo({ queue, account }: QueueActor, callId: string): Done {
  const { journal, ports, telephones } = queue;
  const told = await journal.write<Result<LockedCall, Refused>>(ports.clock(), async (tx) => {
    const live = await findListened(tx, account, callId);
    if (!live.ok) return { value: live, changed: [] };
    if (await speaksAlready(tx, account.accountId)) {
      return { value: err('already-on-a-call'), changed: [] };
    }
    return { value: live, changed: await setListener(tx, live.value, account.accountId) };
  });
  if (!told.ok) return told;
  const { lineKind, listenerId: former } = told.value;
  if (former !== null && former !== account.accountId) {
    await telephones[lineKind].letGo(callId, former);
  }
  await telephones[lineKind].listen(callId, account.accountId);
  return ok(null);
}

async function findListened(
  tx: Transaction,
  account: Account,
  callId: string,
): Promise<Result<LockedCall, Refused>> {
  const locked = await lockCall(tx, callId);
  if (locked === null) return err('unknown-call');
  if (!can(account, 'call.listen', { territoryId: locked.territoryId })) return err('forbidden');
  if (locked.state !== 'live' || locked.adviserId === account.accountId) return err('not-live');
  const [onLine] = await readQueueLines(tx, eq(line.id, locked.lineId));
  return onLine?.rules.isListenedTo === true ? ok(locked) : err('not-listened-to');
}

async function stopListening({ queue, account }: QueueActor, callId: string): Done {
  const { journal, ports, telephones } = queue;
  const stopped = await journal.write(ports.clock(), async (tx) => {
    const locked = await lockCall(tx, callId);
    if (locked?.listenerId !== account.accountId) return { value: null, changed: [] };
    return { value: locked, changed: await setListener(tx, locked, null) };
  });
  if (stopped === null) return err('not-live');
  await telephones[stopped.lineKind].letGo(callId, account.accountId);
  return ok(null);
}
