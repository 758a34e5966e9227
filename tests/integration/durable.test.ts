import { rm } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { expect, it } from 'vitest';
import { openDatabase } from '../../main/hub/storage/database.ts';
import { durableStart, syncToDisk } from '../../main/hub/storage/durable.ts';
import { embeddedFolder } from '../support/databases.ts';

it('the embedded database waits for the disk at each commit, and not at each statement', async () => {
  const dataDir = await embeddedFolder();
  const postgres = await PGlite.create({ dataDir, startParams: durableStart });
  const synced: number[] = [];
  syncToDisk(postgres, (file) => synced.push(file));
  await postgres.exec('create table kept (a integer)');
  const before = synced.length;
  expect(before).toBeGreaterThan(0);
  await postgres.exec('insert into kept values (1)');
  expect(synced.length).toBe(before + 1);
  await postgres.exec('begin; insert into kept values (2); insert into kept values (3)');
  expect(synced.length).toBe(before + 1);
  await postgres.exec('commit');
  expect(synced.length).toBe(before + 2);
  await postgres.close();
  await rm(dataDir, { recursive: true });
});

it('the embedded database of a hub is one that waits', async () => {
  const folder = await embeddedFolder();
  const database = await openDatabase({ folder });
  const { rows } = await database.pool.query(
    `select name, setting from pg_settings where name in ('fsync', 'wal_sync_method') order by name`,
  );
  expect(rows).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'wal_sync_method', setting: 'fsync' },
  ]);
  await database.close();
  await rm(folder, { recursive: true });
});
