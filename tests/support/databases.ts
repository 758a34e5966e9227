import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Database, openDatabase } from '../../main/hub/storage/database.ts';
import { templateName } from './postgres.setup.ts';

export const databaseKinds = ['PGlite', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

/** Runs the tests of `suite` twice: on the embedded database and on a server, each migrated, its own and empty. */
export function onBothDatabases(
  title: string,
  suite: (database: () => Database, kind: DatabaseKind) => void,
): void {
  describe.each(databaseKinds)(`${title} on %s`, (kind) => suite(freshDatabase(kind), kind));
}

/** A migrated, empty database for the tests around: call it in their `describe`. */
export function freshDatabase(kind: DatabaseKind): () => Database {
  const opened: { database: Database; drop: () => Promise<void> }[] = [];
  beforeAll(async () => {
    opened.push(kind === 'PGlite' ? await openEmbedded() : await openOnServer());
  });
  afterAll(async () => {
    for (const { database, drop } of opened) {
      await database.close();
      await drop();
    }
  });
  return () => {
    const [first] = opened;
    if (first === undefined) throw new Error('The database is opened before the first test.');
    return first.database;
  };
}

/** The folder of a migrated, empty PGlite. The caller removes it. */
export async function embeddedFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aiguillage-embedded-'));
  await cp(inject('embeddedTemplate'), folder, { recursive: true });
  return folder;
}

async function openEmbedded() {
  const folder = await embeddedFolder();
  const database = await openDatabase({ folder });
  return { database, drop: () => rm(folder, { recursive: true, force: true }) };
}

async function openOnServer() {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = inject('postgresUrl');
  await onServer(url, `create database ${name} template ${templateName}`);
  const database = await openDatabase({ url: url.replace(/\/postgres$/, `/${name}`) });
  return { database, drop: () => onServer(url, `drop database ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Copying the template fails while another test copies it.
  await client.query('select pg_advisory_lock(1)');
  await client.query(statement);
  await client.end();
}
