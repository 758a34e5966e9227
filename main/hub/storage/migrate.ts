import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import { err, ok, type Result } from '#src/kernel';
import type { Database } from './database.ts';

export type Migration = { readonly name: string; readonly sql: string };

export type MigrationFailure =
  /** Applied earlier with another content: the file was edited since. */
  | { readonly code: 'migration-changed'; readonly name: string }
  /** Applied by a later version of the program than this one. */
  | { readonly code: 'migration-unknown'; readonly name: string };

/** Every hub of one database takes this lock before it migrates. Any constant does. */
const migrationLock = 7_041_001;

const applied = z.array(z.object({ name: z.string(), hash: z.string() }));

/** Brings the database up to date. Gives the names applied now, or the first reason not to touch it. */
export async function migrate(
  database: Database,
  migrations?: readonly Migration[],
): Promise<Result<readonly string[], MigrationFailure>> {
  const wanted = migrations ?? (await readMigrations());
  const client = await database.pool.connect();
  try {
    const names: string[] = [];
    for (const migration of wanted) {
      const step = await inLockedTransaction(client, () => applyOne(client, migration, wanted));
      if (!step.ok) return step;
      if (step.value) names.push(migration.name);
    }
    return ok(names);
  } finally {
    client.release();
  }
}

async function readMigrations(): Promise<readonly Migration[]> {
  const folder = new URL('./migrations/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(new URL(name, folder), 'utf8') })),
  );
}

async function inLockedTransaction<Value>(
  client: PoolClient,
  work: () => Promise<Value>,
): Promise<Value> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    const value = await work();
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Whether it had to be applied. */
async function applyOne(
  client: PoolClient,
  migration: Migration,
  wanted: readonly Migration[],
): Promise<Result<boolean, MigrationFailure>> {
  await client.query(
    'create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null)',
  );
  const { rows } = await client.query('select name, hash from migration order by name');
  const before = applied.parse(rows);
  const unknown = before.find(({ name }) => wanted.every((one) => one.name !== name));
  if (unknown !== undefined) return err({ code: 'migration-unknown', name: unknown.name });
  const hash = contentHash(migration.sql);
  const earlier = before.find(({ name }) => name === migration.name);
  if (earlier !== undefined) {
    return earlier.hash === hash
      ? ok(false)
      : err({ code: 'migration-changed', name: migration.name });
  }
  await client.query(migration.sql);
  await client.query('insert into migration values ($1, $2, now())', [migration.name, hash]);
  return ok(true);
}

/** The same for a checkout with Windows line ends. */
function contentHash(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}
