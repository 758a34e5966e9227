import { sql } from 'drizzle-orm';
import type { Transaction } from '../storage/database.ts';
import * as schema from '../storage/schema.ts';
import type { ChangedEntity } from './handler.ts';

/** Whoever writes changes takes this lock until its transaction ends. Any constant does. */
const changeLock = 7_041_002;

/**
 * Tells desks what to read again: the last thing that a transaction does.
 *
 * Numbers are given under a lock that is held until the commit: nobody reads n + 1 before n.
 */
export async function recordChanges(
  tx: Transaction,
  changed: readonly ChangedEntity[],
  now: string,
): Promise<void> {
  if (changed.length === 0) return;
  await tx.execute(sql`select pg_advisory_xact_lock(${changeLock})`);
  await tx.insert(schema.change).values(
    changed.map(({ entity, id, territoryId, adviserId, venueId }) => ({
      entity,
      entityId: id,
      territoryId,
      adviserId,
      venueId,
      at: now,
    })),
  );
}
