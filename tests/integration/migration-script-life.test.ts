import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { hashOf } from '#src/kernel';
import { type Database, openDatabase } from '../../main/hub/storage/database.ts';
import { migrate } from '../../main/hub/storage/migrate.ts';
import { addAccount, openDesk, openTestHub } from '../support/hub.ts';
import { at, publishNow, script } from '../support/script-desks.ts';

const folderOfMigrations = new URL('../../main/hub/storage/migrations/', import.meta.url);

/** An installation of before: a line, a call that is not closed on the script's first version, and a second version. */
async function installFormer(database: Database) {
  const names = (await readdir(folderOfMigrations)).filter((name) => name < '0005').sort();
  const former = names.map(async (name) => ({
    name,
    sql: await readFile(new URL(name, folderOfMigrations), 'utf8'),
  }));
  await migrate(database, await Promise.all(former));
  const ids = { sponsor: v7(), territory: v7(), line: v7(), call: v7() };
  const put = (statement: string, values: readonly unknown[]) =>
    database.pool.query(statement, [...values]);
  await put('insert into sponsor values ($1, $2)', [ids.sponsor, 'Lozère']);
  await put('insert into territory values ($1, $2, $3)', [ids.territory, 'Lozère', ['48']]);
  await put(`insert into line values ($1, 'Ligne', null, 'manual', $2, $3, 'court')`, [
    ids.line,
    ids.sponsor,
    ids.territory,
  ]);
  const versions = [script('1.0.0'), script('1.0.1', { say: 'Quel besoin ?' })];
  for (const [day, document] of versions.entries()) {
    await put('insert into script_version values ($1, $2, $3, $4, $5)', [
      hashOf(document),
      document.id,
      document.version,
      document,
      `2026-03-0${day + 1}T08:00:00Z`,
    ]);
  }
  await put(
    `insert into call (id, sponsor_id, territory_id, line_id, state, mode, script_hash, opened_at, answered_at)
     values ($1, $2, $3, $4, 'wrap-up', 'afterwards', $5, now(), now())`,
    [ids.call, ids.sponsor, ids.territory, ids.line, hashOf(script('1.0.0'))],
  );
  await put('insert into call_identity (call_id) values ($1)', [ids.call]);
  return ids;
}

it('SC-40 keeps what an installation of before ran and runs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aiguillage-migration-'));
  const database = await openDatabase({ folder });
  try {
    const { territory, line, call } = await installFormer(database);
    expect(await migrate(database)).toMatchObject({ ok: true });
    const hub = await openTestHub(database);
    const administrator = await openDesk(hub, await addAccount(database, 'administrator'));
    const held = await addAccount(database, 'adviser', { territoryIds: [territory] });
    await database.pool.query('update call set adviser_id = $1', [held.id]);
    const adviser = at(await openDesk(hub, held));
    const { versions, latest } = at(administrator);
    expect(await versions('court')).toEqual([
      ['1.0.1', 'published', 0],
      ['1.0.0', 'finalizing', 1],
    ]);

    const first = { id: 'court', version: '1.0.0', hash: hashOf(script('1.0.0')) };
    await publishNow(administrator, script('1.0.2', { say: 'Votre besoin ?' }));
    expect((await latest('court')).version).toBe('1.0.2');
    const answered = { callId: call, question: 'consent', value: 'yes' };
    expect(await adviser.act('answer.record', answered)).toBe('applied');
    const late = {
      callId: v7(),
      lineId: line,
      number: null,
      mode: 'afterwards' as const,
      openedAt: new Date().toISOString(),
      script: first,
    };
    expect(await adviser.act('call.open', late)).toBe('applied');
    expect((await versions('court'))[2]).toEqual(['1.0.0', 'finalizing', 2]);
    await hub.close();
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
});
