import type { Queries } from '../../main/hub/storage/database.ts';
import { desk } from '../../main/hub/storage/schema.ts';

/** RO-51: the desks of these accounts are open, and stay so without a page that says it. */
export async function openDesks(db: Queries, accountIds: readonly string[]): Promise<void> {
  const until = '2100-01-01T00:00:00.000Z';
  await db
    .insert(desk)
    .values(accountIds.map((accountId) => ({ accountId, until })))
    .onConflictDoUpdate({ target: desk.accountId, set: { until } });
}
