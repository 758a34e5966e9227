import { hashPassword } from 'better-auth/crypto';
import { asc, eq, inArray } from 'drizzle-orm';
import { mayEver, type Role } from '#src/access';
import type { AccountRequest, AccountView, AdviserScope } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import type { Account } from '../operations/handler.ts';
import type { Database, Queries, Transaction } from '../storage/database.ts';
import { account, adviserSkill, territory, user, userTerritory } from '../storage/schema.ts';

export type AccountFailure = 'email-taken' | 'unknown-territory' | 'venue-mismatch';

/**
 * Makes an account that signs in with its password.
 *
 * Only a mediator has a venue. Every role but the administrator's needs the territories it works for.
 */
export async function createAccount(
  tx: Transaction,
  request: AccountRequest,
  made: { readonly id: string; readonly at: string },
): Promise<Result<AccountView, AccountFailure>> {
  if ((request.role === 'mediator') !== (request.venueId !== null)) return err('venue-mismatch');
  const territoryIds = [...new Set(request.territoryIds)];
  if (!(await areTerritories(tx, territoryIds))) return err('unknown-territory');

  const { name, role, venueId } = request;
  const email = request.email.toLowerCase();
  const password = await hashPassword(request.password);
  const at = new Date(made.at);
  const times = { createdAt: at, updatedAt: at };
  const written = await tx
    .insert(user)
    .values({ id: made.id, name, email, emailVerified: true, role, venueId, ...times })
    .onConflictDoNothing({ target: user.email })
    .returning({ id: user.id });
  if (written.length === 0) return err('email-taken');
  await tx.insert(account).values({
    id: made.id,
    userId: made.id,
    accountId: made.id,
    providerId: 'credential',
    password,
    ...times,
  });
  await addTerritories(tx, made.id, territoryIds);
  return ok({ id: made.id, name, email, role, territoryIds, venueId, ...fitness(role) });
}

async function areTerritories(tx: Transaction, ids: readonly string[]): Promise<boolean> {
  return (await tx.$count(territory, inArray(territory.id, [...ids]))) === ids.length;
}

async function addTerritories(
  tx: Transaction,
  userId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.insert(userTerritory).values(ids.map((territoryId) => ({ userId, territoryId })));
}

/** RO-78: which calls somebody is fit for. What waits is offered by it from now on. */
export async function setAdviserScope(
  tx: Transaction,
  userId: string,
  scope: AdviserScope,
): Promise<Result<null, 'unknown-account' | 'unknown-territory'>> {
  const [known] = await tx.select({ role: user.role }).from(user).where(eq(user.id, userId));
  if (known === undefined || !takesCalls(known.role)) return err('unknown-account');
  const territoryIds = [...new Set(scope.territoryIds)];
  if (!(await areTerritories(tx, territoryIds))) return err('unknown-territory');
  await tx.delete(userTerritory).where(eq(userTerritory.userId, userId));
  await addTerritories(tx, userId, territoryIds);
  const set = { skills: scope.skills, languages: scope.languages };
  await tx
    .insert(adviserSkill)
    .values({ userId, ...set })
    .onConflictDoUpdate({ target: adviserSkill.userId, set });
  return ok(null);
}

function takesCalls(role: Role): boolean {
  return mayEver(role, 'call.take');
}

type Fitness = Pick<AccountView, 'skills' | 'languages'>;

/** Of whom nothing was said, French is assumed, as the tables do. */
function fitness(role: Role, said: Fitness = { skills: [], languages: ['fr'] }): Fitness {
  return takesCalls(role) ? said : { skills: [], languages: [] };
}

export async function listAccounts(database: Database): Promise<readonly AccountView[]> {
  const [accounts, territories] = await Promise.all([
    database.db
      .select({ user, said: adviserSkill })
      .from(user)
      .leftJoin(adviserSkill, eq(adviserSkill.userId, user.id))
      .orderBy(asc(user.name), asc(user.id)),
    database.db.select().from(userTerritory).orderBy(asc(userTerritory.territoryId)),
  ]);
  const byUser = Map.groupBy(territories, ({ userId }) => userId);
  return accounts.map(({ user: { id, name, email, role, venueId }, said }) => ({
    id,
    name,
    email,
    role,
    venueId,
    territoryIds: (byUser.get(id) ?? []).map(({ territoryId }) => territoryId),
    ...fitness(
      role,
      said === null ? undefined : { skills: said.skills, languages: said.languages },
    ),
  }));
}

/** What an account may reach, from the database: a right that was withdrawn ends with the next request. */
export async function readActor(
  queries: Queries,
  signedIn: { readonly id: string; readonly role: Role; readonly venueId: string | null },
): Promise<Account> {
  const { id: accountId, role, venueId } = signedIn;
  if (role === 'administrator') return { role, accountId, territories: 'all', venueId };
  const rows = await queries
    .select({ id: userTerritory.territoryId })
    .from(userTerritory)
    .where(eq(userTerritory.userId, accountId));
  return { role, accountId, territories: rows.map((row) => row.id), venueId };
}
