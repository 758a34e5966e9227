import { asc, inArray } from 'drizzle-orm';
import { can } from '#src/access';
import { type LineView, lineRules, sessionView } from '#src/contract';
import { present } from '#src/kernel';
import { readInstallation } from '../auth/installation.ts';
import type { Account } from '../operations/handler.ts';
import type { Services } from '../services.ts';
import type { Transaction } from '../storage/database.ts';
import { line, sponsor, territory } from '../storage/schema.ts';
import type { SignedIn } from './doors.ts';
import type { HubContext } from './respond.ts';

/** GET /api/health: the hub answers, and so does its database. */
export const health = (services: Services) => async (c: HubContext) => {
  await services.database.db.execute('select 1');
  return c.body(null, 204);
};

/** GET /api/session */
export const session = (services: Services) => (c: HubContext, signedIn: SignedIn) =>
  services.database.transaction(async (tx) => {
    const { id, kind, name } = await readInstallation(tx);
    const { account } = signedIn;
    const territories = await readTerritories(tx, account);
    return c.json(
      sessionView.parse({
        installation: { id, kind, name },
        account: {
          id: account.accountId,
          name: signedIn.name,
          email: signedIn.email,
          role: account.role,
          venueId: account.venueId,
        },
        territories,
        lines: await readLines(tx, account),
        roadTimes: services.roadTimes !== null,
        rdvServicePublic: services.rdvServicePublic !== null,
        now: services.ports.clock(),
      }),
    );
  });

async function readTerritories(tx: Transaction, { territories }: Account) {
  return tx
    .select()
    .from(territory)
    .where(territories === 'all' ? undefined : inArray(territory.id, [...territories]))
    .orderBy(asc(territory.name), asc(territory.id));
}

/** Of how their calls wait and ring only what shows at a desk: the rest is the administrator's to read. */
async function readLines(tx: Transaction, account: Account): Promise<readonly LineView[]> {
  const [lines, sponsors, territories] = [
    await tx.select().from(line).orderBy(asc(line.name), asc(line.id)),
    new Map((await tx.select().from(sponsor)).map(({ id, name }) => [id, name])),
    new Map((await tx.select().from(territory)).map(({ id, name }) => [id, name])),
  ];
  return lines
    .filter(({ territoryId }) => can(account, 'line.read', { territoryId }))
    .map(({ formerScripts: _former, rules, closedAt: _closed, ...row }) => ({
      ...row,
      isRecorded: (lineRules.nullable().parse(rules)?.recordingDays ?? null) !== null,
      sponsorName: present(sponsors.get(row.sponsorId), 'a foreign key holds it'),
      territoryName: present(territories.get(row.territoryId), 'a foreign key holds it'),
    }));
}
