import { hashPassword } from 'better-auth/crypto';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Role } from '#src/access';
import type { AccountRequest, AccountView } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import type { Account } from '../operations/handler.ts';
import type { Database, Queries, Transaction } from '../storage/database.ts';
import { account, territory, user, userTerritory } from '../storage/schema.ts';

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
  const known = await tx
    .select({ id: territory.id })
    .from(territory)
    .where(inArray(territory.id, territoryIds));
  if (known.length !== territoryIds.length) return err('unknown-territory');

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
  if (territoryIds.length > 0) {
    await tx
      .insert(userTerritory)
      .values(territoryIds.map((territoryId) => ({ userId: made.id, territoryId })));
  }
  return ok({ id: made.id, name, email, role, territoryIds, venueId });
}

export async function listAccounts(database: Database): Promise<readonly AccountView[]> {
  const [accounts, territories] = await Promise.all([
    database.db.select().from(user).orderBy(asc(user.name), asc(user.id)),
    database.db.select().from(userTerritory).orderBy(asc(userTerritory.territoryId)),
  ]);
  const byUser = Map.groupBy(territories, ({ userId }) => userId);
  return accounts.map(({ id, name, email, role, venueId }) => ({
    id,
    name,
    email,
    role,
    venueId,
    territoryIds: (byUser.get(id) ?? []).map(({ territoryId }) => territoryId),
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
