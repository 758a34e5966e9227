import { eq, inArray, sql } from 'drizzle-orm';
import type { AdviserState } from '#src/routing';
import type { Transaction } from '../storage/database.ts';
import { presence, user } from '../storage/schema.ts';

/** Every account that takes calls, as routing sees it now. */
export async function readAdvisers(tx: Transaction): Promise<readonly AdviserState[]> {
  const rows = await tx
    .select({
      id: user.id,
      presence: presence.presence,
      territories: sql<string[]>`array(
        select t.territory_id::text from user_territory t where t.user_id = ${user.id})`,
      hasCall: sql<boolean>`exists (
        select from call c where c.adviser_id = ${user.id} and c.state in ('ringing', 'live'))`,
      idleSince: sql<string>`greatest(
        coalesce(${presence.since}, ${user.createdAt}),
        (select max(c.ended_at) from call c where c.adviser_id = ${user.id}))`.mapWith(
        presence.since,
      ),
    })
    .from(user)
    .leftJoin(presence, eq(presence.userId, user.id))
    .where(inArray(user.role, ['adviser', 'supervisor']));
  return rows.map((row) => ({ ...row, presence: row.presence ?? 'off' }));
}
