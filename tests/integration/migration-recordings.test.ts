import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { openDatabase } from '../../main/hub/storage/database.ts';
import { migrate } from '../../main/hub/storage/migrate.ts';
import { recording } from '../../main/hub/storage/schema.ts';

const folderOfMigrations = new URL('../../main/hub/storage/migrations/', import.meta.url);

it('TW-73 words that were left before recordings were kept have their term', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aiguillage-migration-'));
  const database = await openDatabase({ folder });
  const names = (await readdir(folderOfMigrations)).filter((name) => name < '0025').sort();
  const former = names.map(async (name) => ({
    name,
    sql: await readFile(new URL(name, folderOfMigrations), 'utf8'),
  }));
  await migrate(database, await Promise.all(former));
  const [sponsor, territory, line, call] = [v7(), v7(), v7(), v7()];
  const put = (statement: string, ...values: readonly unknown[]) =>
    database.pool.query(statement, [...values]);
  await put('insert into sponsor values ($1, $2)', sponsor, 'Lozère');
  await put('insert into territory values ($1, $2, $3)', territory, 'Lozère', ['48']);
  await put(
    `insert into line (id, name, kind, sponsor_id, territory_id, script_id) values ($1, 'Ligne', 'manual', $2, $3, 'court')`,
    ...[line, sponsor, territory],
  );
  await put(
    `insert into call (id, sponsor_id, territory_id, line_id, state, mode, opened_at)
     values ($1, $2, $3, $4, 'missed', 'live', now())`,
    ...[call, sponsor, territory, line],
  );
  const at = '2026-01-12T08:00:00.000Z';
  await put(`insert into voicemail values ($1, 'RE1', 12, $2)`, call, at);
  expect((await migrate(database)).ok).toBe(true);
  expect(await database.db.select().from(recording)).toMatchObject([
    {
      ...{ id: 'RE1', callId: call, kind: 'voicemail', beganAt: at, seconds: 12 },
      ...{ deleteAfter: '2026-02-11T08:00:00.000Z', heardAt: null, deletedAt: null },
    },
  ]);
  await database.close();
  await rm(folder, { recursive: true });
});
