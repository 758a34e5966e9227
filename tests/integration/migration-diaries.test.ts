import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { diaryRules } from '#src/contract';
import { type Database, openDatabase } from '../../main/hub/storage/database.ts';
import { migrate } from '../../main/hub/storage/migrate.ts';
import { addAccount } from '../support/hub.ts';

const folderOfMigrations = new URL('../../main/hub/storage/migrations/', import.meta.url);

/** A diary of two ranges in Strasbourg with an appointment, two times held for one call, and an empty diary. */
async function installFormer(database: Database) {
  const names = (await readdir(folderOfMigrations)).filter((name) => name < '0012').sort();
  const former = names.map(async (name) => ({
    name,
    sql: await readFile(new URL(name, folderOfMigrations), 'utf8'),
  }));
  await migrate(database, await Promise.all(former));
  const put = (statement: string, ...values: readonly unknown[]) =>
    database.pool.query(statement, [...values]);
  const [sponsor, territory, line, call, diary, empty, set] = [
    v7(),
    v7(),
    v7(),
    v7(),
    v7(),
    v7(),
    v7(),
  ];
  await put('insert into sponsor values ($1, $2)', sponsor, 'Bas-Rhin');
  await put('insert into territory values ($1, $2, $3)', territory, 'Bas-Rhin', ['67']);
  await put(
    `insert into line (id, name, kind, sponsor_id, territory_id, script_id) values ($1, 'Ligne', 'manual', $2, $3, 'court')`,
    line,
    sponsor,
    territory,
  );
  const adviser = await addAccount(database, 'adviser', { territoryIds: [territory] });
  await put(
    `insert into call (id, sponsor_id, territory_id, line_id, adviser_id, state, mode, opened_at, answered_at)
     values ($1, $2, $3, $4, $5, 'live', 'live', now(), now())`,
    call,
    sponsor,
    territory,
    line,
    adviser.id,
  );
  await put(
    `insert into venue_set (id, origin, imported_at, state, counts) values ($1, 'a.csv', now(), 'current', '{}')`,
    set,
  );
  await put(
    `insert into venue (set_id, id, name, commune_code, departement, data) values ($1, 'lieu', 'Lieu', '67482', '67', '{}')`,
    set,
  );
  await put(`insert into diary values ($1, 'lieu', 'Europe/Paris', 45)`, diary);
  await put(`insert into diary values ($1, 'ailleurs', 'Europe/Paris', 60)`, empty);
  await put(
    `insert into diary_range values ($1, 3, '14:00', '17:00'), ($1, 2, '09:00', '12:00')`,
    diary,
  );
  const book = async (state: string, from: string, to: string, expiry: string | null) => {
    const id = v7();
    await put(
      `insert into booking (id, diary_id, call_id, adviser_id, sponsor_id, territory_id, line_id, period, state, hold_expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, tstzrange($8, $9), $10, $11)`,
      id,
      diary,
      call,
      adviser.id,
      sponsor,
      territory,
      line,
      from,
      to,
      state,
      expiry,
    );
    return id;
  };
  const soon = '2026-03-03T08:05:00Z';
  return {
    diary,
    empty,
    booked: await book('booked', '2026-03-10T08:00Z', '2026-03-10T08:45Z', null),
    held: [
      await book('held', '2026-03-10T09:00Z', '2026-03-10T09:45Z', soon),
      await book('held', '2026-03-11T13:00Z', '2026-03-11T13:45Z', soon),
    ],
  };
}

it('takes diaries and appointments of before as they were, each diary with its one kind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aiguillage-migration-'));
  const database = await openDatabase({ folder: join(folder, 'data') });
  try {
    const before = await installFormer(database);
    expect(await migrate(database)).toMatchObject({ ok: true });
    const diaryOf = async (id: string) =>
      (await database.pool.query('select * from diary where id = $1', [id])).rows[0];
    const kept = await diaryOf(before.diary);
    expect(kept).toMatchObject({ territory: 'alsace-moselle', mediator_id: null });
    const always = { since: null, until: null, kindId: null };
    expect(diaryRules.parse(kept.rules)).toMatchObject({
      kinds: [{ minutes: 45, restMinutes: 0, places: 1, where: ['venue'] }],
      ranges: [
        { weekday: 2, from: '09:00', to: '12:00', ...always },
        { weekday: 3, from: '14:00', to: '17:00', ...always },
      ],
      opensOnHolidays: false,
    });
    const empty = await diaryOf(before.empty);
    expect(empty.territory).toBe('mainland');
    expect(diaryRules.parse(empty.rules).ranges).toEqual([]);

    const { rows } = await database.pool.query(
      'select id, state, session, seat, kind_id, taken = period as is_same from booking',
    );
    const bookingOf = (id: string) => rows.find((row) => row.id === id);
    expect(bookingOf(before.booked)).toMatchObject({
      state: 'booked',
      session: before.booked,
      seat: 1,
      is_same: true,
      kind_id: kept.rules.kinds[0].id,
    });
    for (const id of before.held) expect(bookingOf(id)).toMatchObject({ state: 'released' });
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
});
