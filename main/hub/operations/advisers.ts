import { eq, inArray, sql } from 'drizzle-orm';
import type { AdviserState } from '#src/routing';
import type { Transaction } from '../storage/database.ts';
import { adviserSkill, desk, presence, user } from '../storage/schema.ts';

/** Every account that takes calls, as routing sees it now. */
export async function readAdvisers(tx: Transaction): Promise<readonly AdviserState[]> {
  const rows = await tx
    .select({
      id: user.id,
      presence: presence.presence,
      next: presence.next,
      until: presence.until,
      deskUntil: desk.until,
      skills: adviserSkill.skills,
      languages: adviserSkill.languages,
      territories: sql<string[]>`array(
        select t.territory_id::text from user_territory t where t.user_id = ${user.id})`,
      // Somebody who was brought into a colleague's call speaks, too.
      callId: sql<string | null>`coalesce((
        select c.id from call c where c.adviser_id = ${user.id} and c.state in ('ringing', 'live')
        order by c.state limit 1), (
        select p.call_id from call_party p where p.adviser_id = ${user.id}))`,
      idleSince: sql<string>`greatest(
        coalesce(${presence.since}, ${user.createdAt}),
        ${presence.idleSince},
        (select max(c.ended_at) from call c where c.adviser_id = ${user.id}))`.mapWith(
        presence.since,
      ),
    })
    .from(user)
    .leftJoin(presence, eq(presence.userId, user.id))
    .leftJoin(desk, eq(desk.accountId, user.id))
    .leftJoin(adviserSkill, eq(adviserSkill.userId, user.id))
    .where(inArray(user.role, ['adviser', 'supervisor']));
  return rows.map((row) => ({
    ...row,
    presence: row.presence ?? 'off',
    until: row.until === null ? null : Date.parse(row.until),
    deskUntil: row.deskUntil === null ? null : Date.parse(row.deskUntil),
    skills: row.skills ?? [],
    languages: row.languages ?? ['fr'],
    idleSince: Date.parse(row.idleSince),
  }));
}
