import { timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { SetupRequest } from '#src/contract';
import { err, InvariantError, ok, present, type Result } from '#src/kernel';
import type { Ports } from '../ports.ts';
import { hashToken, newToken } from '../secret-token.ts';
import type { Database, Queries, Transaction } from '../storage/database.ts';
import { installation, line, sponsor, territory, user } from '../storage/schema.ts';
import { createAccount } from './accounts.ts';

export type Installation = typeof installation.$inferSelect;

/** The script that the lines of a new installation run: data/scripts. */
const firstScript = 'general';

/** The installation of this database, begun where there is none. */
export async function openInstallation(database: Database, ports: Ports): Promise<Installation> {
  await database.db
    .insert(installation)
    .values({ id: ports.newId(), kind: 'real', name: 'Aiguillage', createdAt: ports.clock() })
    .onConflictDoNothing();
  return readInstallation(database.db);
}

export async function readInstallation(queries: Queries): Promise<Installation> {
  const [row] = await queries.select().from(installation);
  return present(row, 'openInstallation ran when the hub started');
}

export async function hasAdministrator(queries: Queries): Promise<boolean> {
  return (await queries.$count(user, eq(user.role, 'administrator'))) > 0;
}

/**
 * A new one-time token for the first administrator, in clear for the operator's terminal only; `null` once there is an
 * administrator. It replaces an earlier one.
 */
export async function renewSetupToken(database: Database): Promise<string | null> {
  if (await hasAdministrator(database.db)) return null;
  const token = newToken();
  await database.db.update(installation).set({ setupTokenHash: hashToken(token) });
  return token;
}

export type SetupFailure = 'wrong-token' | 'already-set-up';

/** Spends the token: the first administrator, with the installation's sponsor, territory and lines. */
export async function createAdministrator(
  database: Database,
  ports: Ports,
  request: SetupRequest,
): Promise<Result<null, SetupFailure>> {
  return database.transaction(async (tx) => {
    // Two requests with the right token: the second waits, then finds it spent.
    const [row] = await tx.select().from(installation).for('update');
    const { setupTokenHash } = present(row, 'openInstallation ran when the hub started');
    if (setupTokenHash === null || (await hasAdministrator(tx))) return err('already-set-up');
    if (!sameToken(setupTokenHash, request.token)) return err('wrong-token');
    await tx.update(installation).set({ setupTokenHash: null, name: request.organisation });
    await createFirstLines(tx, ports, {
      sponsor: request.organisation,
      territory: request.territory,
      lines: [
        { kind: 'manual', ...request.line, scriptId: firstScript },
        {
          kind: 'training',
          name: `${request.line.name}, entraînement`,
          number: null,
          scriptId: firstScript,
        },
      ],
    });
    const { name, email, password } = request;
    const account = await createAccount(
      tx,
      { name, email, password, role: 'administrator', territoryIds: [], venueId: null },
      { id: ports.newId(), at: ports.clock() },
    );
    if (!account.ok) throw new InvariantError(`The first account is refused: ${account.error}`);
    return ok(null);
  });
}

type FirstLine = Pick<typeof line.$inferInsert, 'kind' | 'name' | 'number' | 'scriptId'>;

/** A sponsor, its territory, and lines for it. Gives the territory's id. */
export async function createFirstLines(
  tx: Transaction,
  ports: Ports,
  first: {
    readonly sponsor: string;
    readonly territory: { readonly name: string; readonly departements: readonly string[] };
    readonly lines: readonly FirstLine[];
  },
): Promise<string> {
  const sponsorId = ports.newId();
  const territoryId = ports.newId();
  await tx.insert(sponsor).values({ id: sponsorId, name: first.sponsor });
  await tx.insert(territory).values({
    id: territoryId,
    name: first.territory.name,
    departements: [...first.territory.departements],
  });
  await tx
    .insert(line)
    .values(first.lines.map((row) => ({ ...row, id: ports.newId(), sponsorId, territoryId })));
  return territoryId;
}

function sameToken(hash: string, token: string): boolean {
  return timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(hashToken(token), 'hex'));
}
