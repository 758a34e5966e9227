import { and, eq, lte, sql } from 'drizzle-orm';
import { present } from '#src/kernel';
import { changedCall, type LockedCall, lockCall, moveCall } from '../operations/call-record.ts';
import type { ChangedEntity } from '../operations/handler.ts';
import type { Transaction } from '../storage/database.ts';
import { call, presence, queueEntry } from '../storage/schema.ts';
import { lockQueue } from './route.ts';

/** RO-46: how long an adviser whose end was lost may come back to the caller, who hears that they are waited for. */
const rejoinMs = 30_000;

/** RO-46: their end is gone, and the caller is still there: the call stays theirs for a while. */
export async function waitForAdviser(
  tx: Transaction,
  locked: LockedCall,
  now: string,
): Promise<readonly ChangedEntity[]> {
  const rejoinUntil = new Date(Date.parse(now) + rejoinMs).toISOString();
  await tx.update(call).set({ rejoinUntil }).where(eq(call.id, locked.id));
  return [changedCall(locked)];
}

/** They are back. */
export async function isBack(tx: Transaction, callId: string): Promise<void> {
  await tx.update(call).set({ rejoinUntil: null }).where(eq(call.id, callId));
}

/** RO-46: who did not come back passes the call on: it waits at the place of its arrival, so that it is next. */
export async function passOnLost(tx: Transaction, now: string): Promise<readonly ChangedEntity[]> {
  await lockQueue(tx);
  const lost = await tx
    .select({ id: call.id })
    .from(call)
    .where(and(eq(call.state, 'live'), lte(call.rejoinUntil, now)));
  const changed: ChangedEntity[] = [];
  for (const { id } of lost) {
    const locked = present(await lockCall(tx, id), 'it was just read');
    // RO-54: they are on hold until somebody joins them.
    const heldSince = locked.heldSince ?? now;
    const also = { adviserId: null, rejoinUntil: null, heldSince };
    const moved = await moveCall(tx, locked, { type: 'pass-on' }, now, also);
    if (!moved.ok) continue;
    // They waited once already, and are offered nothing else meanwhile.
    await tx.insert(queueEntry).values({ callId: id, since: locked.openedAt, toldAt: now });
    changed.push(...moved.value, ...(await letRest(tx, locked.adviserId, now)));
  }
  return changed;
}

/** Nothing rings at a telephone that was just lost, unless nobody else is there after a while. */
async function letRest(
  tx: Transaction,
  adviserId: string | null,
  now: string,
): Promise<readonly ChangedEntity[]> {
  if (adviserId === null) return [];
  await tx
    .update(presence)
    .set({
      presence: sql`coalesce(${presence.next}, ${presence.presence})`,
      since: sql`case when ${presence.next} is null then ${presence.since} else ${now} end`,
      next: null,
      until: new Date(Date.parse(now) + rejoinMs).toISOString(),
      idleSince: now,
    })
    .where(eq(presence.userId, adviserId));
  return [{ entity: 'presence', id: adviserId, adviserId }];
}
