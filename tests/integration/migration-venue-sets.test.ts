import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Database, openDatabase } from '../../main/hub/storage/database.ts';
import { migrate } from '../../main/hub/storage/migrate.ts';
import { currentVenueSet, findVenue } from '../../main/hub/storage/venue-store.ts';
import { someVenue } from '../support/venues.ts';

const first = '0001-foundations.sql';

/** A venue as the first version of the program wrote it. */
const formerVenue = (id: string) => {
  const {
    sources,
    detail,
    typologies,
    parentStructure,
    labels,
    otherLabels,
    withdrawnOn,
    ...rest
  } = someVenue({ id });
  return { ...rest, source: 'Essai' };
};

async function withFormerSets(work: (database: Database) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'aiguillage-migration-'));
  const database = await openDatabase({ folder });
  try {
    const at = new URL(`../../main/hub/storage/migrations/${first}`, import.meta.url);
    await migrate(database, [{ name: first, sql: await readFile(at, 'utf8') }]);
    const [kept, stopped] = [crypto.randomUUID(), crypto.randomUUID()];
    const counts = { read: 1, accepted: 1, rejected: 0, repaired: 0, flagged: 0, duplicates: 0 };
    for (const [id, isCurrent] of [[kept, true] as const, [stopped, false] as const]) {
      await database.pool.query(
        `insert into venue_set values ($1, 'ancien.csv', 'ancien.csv', now(), $2, $3)`,
        [id, isCurrent, JSON.stringify(isCurrent ? counts : {})],
      );
      await database.pool.query(`insert into venue values ($1, 'a', 'Lieu a', '48095', '48', $2)`, [
        id,
        JSON.stringify(formerVenue('a')),
      ]);
    }
    await work(database);
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
}

it('keeps the current set of an installation of before, and says its venues as later ones', async () => {
  await withFormerSets(async (database) => {
    expect(await migrate(database)).toMatchObject({ ok: true });
    expect(await currentVenueSet(database.db)).toMatchObject({
      origin: 'ancien.csv',
      state: 'current',
      counts: { accepted: 1 },
      report: null,
      difference: null,
    });
    expect(await findVenue(database.db, 'a')).toEqual(
      someVenue({ id: 'a', sources: [{ id: 'a', source: 'Essai', updatedOn: '2026-01-15' }] }),
    );
  });
});
