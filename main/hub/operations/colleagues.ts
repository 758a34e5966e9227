import { asc, eq, inArray, sql } from 'drizzle-orm';
import { can } from '#src/access';
import type { Colleague, ColleagueState } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import type { Transaction } from '../storage/database.ts';
import { desk, presence, user } from '../storage/schema.ts';
import { lockAdviser } from './call-record.ts';
import type { Account } from './handler.ts';

/** TE-31: those with whom the account shares a territory and who take calls, by name. */
export async function readColleagues(
  tx: Transaction,
  actor: Account,
): Promise<readonly Colleague[]> {
  const rows = await tx
    .select({
      id: user.id,
      name: user.name,
      presence: presence.presence,
      deskUntil: desk.until,
      territories: sql<string[]>`array(
        select t.territory_id::text from user_territory t where t.user_id = ${user.id})`,
      speaks: sql<boolean>`exists (
        select from call c where c.adviser_id = ${user.id} and c.state in ('ringing', 'live'))
        or exists (select from call_party p where p.adviser_id = ${user.id})`,
    })
    .from(user)
    .leftJoin(presence, eq(presence.userId, user.id))
    .leftJoin(desk, eq(desk.accountId, user.id))
    .where(inArray(user.role, ['adviser', 'supervisor']))
    .orderBy(asc(user.name), asc(user.id));
  return rows
    .filter(({ id, territories }) => id !== actor.accountId && sharesOne(actor, territories))
    .map(({ id, name, presence: said, deskUntil, speaks }) => ({
      ...{ id, name },
      state: speaks ? 'on-call' : stateOf(said, deskUntil !== null),
    }));
}

function sharesOne(actor: Account, territories: readonly string[]): boolean {
  return territories.some((territoryId) => can(actor, 'colleague.read', { territoryId }));
}

/** RO-51: whose desk is closed is not there, whatever they chose. */
function stateOf(
  said: typeof presence.$inferSelect.presence | null,
  isAtDesk: boolean,
): ColleagueState {
  if (said !== 'available') return said ?? 'off';
  return isAtDesk ? 'free' : 'off';
}

/** A colleague who can be rung now; held as they are until the transaction ends. */
export async function freeColleague(
  tx: Transaction,
  actor: Account,
  accountId: string,
): Promise<Result<Colleague, 'unknown-colleague' | 'colleague-busy'>> {
  await lockAdviser(tx, accountId);
  const colleague = (await readColleagues(tx, actor)).find(({ id }) => id === accountId);
  if (colleague === undefined) return err('unknown-colleague');
  return colleague.state === 'free' ? ok(colleague) : err('colleague-busy');
}
