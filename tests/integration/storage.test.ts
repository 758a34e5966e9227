import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { eq, getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import {
  databaseErrorCode,
  openDatabase,
  prepared,
  type Queries,
} from '../../main/hub/storage/database.ts';
import { migrate } from '../../main/hub/storage/migrate.ts';
import * as schema from '../../main/hub/storage/schema.ts';
import { embeddedFolder, onBothDatabases } from '../support/databases.ts';

const tables = Object.values(schema).filter((value) => is(value, PgTable));

onBothDatabases('storage', (database) => {
  it('has in its schema every column of the migrations, and no other', async () => {
    const { rows } = await database().pool.query(
      `select table_name, column_name, is_nullable = 'NO' as required, format_type(atttypid, null) as type
       from information_schema.columns
       join pg_attribute on attrelid = format('%I', table_name)::regclass and attname = column_name
       where table_schema = 'public' and table_name <> 'migration'`,
    );
    const migrated = rows.map(
      (row) => `${row.table_name}.${row.column_name} ${row.type} ${row.required}`,
    );
    const mirrored = tables.flatMap((table) =>
      Object.values(getTableColumns(table)).map((column) => {
        const type = column.getSQLType().replace(/^timestamp$/, 'timestamp without time zone');
        return `${getTableName(table)}.${column.name} ${type} ${column.notNull}`;
      }),
    );
    expect(mirrored.sort()).toEqual(migrated.sort());
  });

  it('applies each migration once, and refuses one that was edited or is unknown', async () => {
    expect(await migrate(database())).toEqual({ ok: true, value: [] });
    const { rows } = await database().pool.query<{ name: string }>('select name from migration');
    const edited = rows.map(({ name }) => ({ name, sql: 'select 1' }));
    expect(await migrate(database(), edited)).toEqual({
      ok: false,
      error: { code: 'migration-changed', name: '0001-foundations.sql' },
    });
    expect(await migrate(database(), [{ name: '0000-other.sql', sql: 'select 1' }])).toEqual({
      ok: false,
      error: { code: 'migration-unknown', name: '0001-foundations.sql' },
    });
  });

  it('leaves nothing of a transaction that fails', async () => {
    const id = crypto.randomUUID();
    const failing = database().transaction(async (tx) => {
      await tx.insert(schema.sponsor).values({ id, name: 'Un commanditaire' });
      await tx.execute(sql`select 1 / 0`);
    });
    await expect(failing).rejects.toSatisfy((error) => databaseErrorCode(error) === '22012');
    expect(await database().db.$count(schema.sponsor)).toBe(0);
  });

  it('keeps instants and periods as they were written', async () => {
    const { rows } = await database().db.execute<{ bounds: string }>(
      sql`select tstzrange('2026-03-29T00:30:00Z', '2026-03-29T01:30:00.123Z', '[)') as bounds`,
    );
    const bounds = schema.booking.period.mapFromDriverValue(rows[0]?.bounds);
    expect(bounds).toEqual({
      start: '2026-03-29T00:30:00.000Z',
      end: '2026-03-29T01:30:00.123Z',
    });
  });

  it('answers a failed statement with an error and goes on', async () => {
    await expect(database().pool.query('selec 1')).rejects.toMatchObject({ code: '42601' });
    expect((await database().pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('asks a prepared query inside a transaction and outside, and on a connection that is new', async () => {
    const sponsorNamed = prepared((queries) =>
      queries
        .select({ name: schema.sponsor.name })
        .from(schema.sponsor)
        .where(eq(schema.sponsor.name, sql.placeholder('name')))
        .prepare('sponsor_named'),
    );
    const named = (queries: Queries) => sponsorNamed(queries).execute({ name: 'La Lozère' });
    const { db } = database();
    await database().transaction(async (tx) => {
      expect(await named(tx)).toEqual([]);
      await tx.insert(schema.sponsor).values({ id: crypto.randomUUID(), name: 'La Lozère' });
      expect(await named(tx)).toEqual([{ name: 'La Lozère' }]);
    });
    const client = await database().pool.connect();
    client.release(true);
    expect(await named(db)).toEqual([{ name: 'La Lozère' }]);
    expect(await database().transaction(named)).toEqual([{ name: 'La Lozère' }]);
    await db.delete(schema.sponsor);
  });

  it('hands a connection on without what the last one left open', async () => {
    const client = await database().pool.connect();
    await client.query('begin');
    await client.query('create temporary table leftover (a integer)');
    client.release(true);
    const { rows } = await database().pool.query(
      `select to_regclass('leftover') as leftover, now() = statement_timestamp() as alone`,
    );
    expect(rows).toEqual([{ leftover: null, alone: true }]);
  });
});

describe('embedded database', () => {
  it('keeps its folder to its owner and its rows over a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aiguillage-embedded-'));
    const first = await openDatabase({ folder: join(folder, 'data') });
    await first.pool.query('create table kept as select 42 as answer');
    await first.close();
    const second = await openDatabase({ folder: join(folder, 'data') });
    expect((await second.pool.query('select answer from kept')).rows).toEqual([{ answer: 42 }]);
    await second.close();
    expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o700);
    await rm(folder, { recursive: true });
  });

  it('says that it cannot start on a folder that is no database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aiguillage-embedded-'));
    await writeFile(join(folder, 'PG_VERSION'), 'nonsense');
    await expect(openDatabase({ folder })).rejects.toThrow('The embedded database has stopped');
    await rm(folder, { recursive: true });
  });

  it('says so, rather than hang, when its thread dies in the middle of a query', async () => {
    const folder = await embeddedFolder();
    const threads: Worker[] = [];
    process.once('worker', (thread) => threads.push(thread));
    const database = await openDatabase({ folder });
    const endless = database.pool.query('select count(*) from generate_series(1, 1000000000)');
    const failure = expect(endless).rejects.toThrow('The embedded database has stopped');
    for (const thread of threads) await thread.terminate();
    await failure;
    await expect(database.pool.query('select 1')).rejects.toThrow('The embedded database');
    await database.close();
    await rm(folder, { recursive: true });
  });

  it('says that it is closed', async () => {
    const folder = await embeddedFolder();
    const database = await openDatabase({ folder });
    await database.close();
    await expect(database.pool.query('select 1')).rejects.toThrow();
    await rm(folder, { recursive: true });
  });
});
