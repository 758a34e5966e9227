import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../main/hub/storage/database.ts';
import { migrate } from '../../main/hub/storage/migrate.ts';
import { startPostgres } from './postgres-server.ts';

// Both databases, ready for the storage tests: a PostgreSQL server with a migrated template, a migrated folder of PGlite.

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: Vitest types what a set-up provides by adding to its interface.
  interface ProvidedContext {
    readonly postgresUrl: string;
    readonly embeddedTemplate: string;
  }
}

/** The database that each test's own is copied from. */
export const templateName = 'aiguillage_template';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'aiguillage-postgres-'));
  const server = await startPostgres(join(folder, 'server'), folder);
  await createTemplate(server.url);
  const embeddedTemplate = join(folder, 'embedded');
  await migrated(await openDatabase({ folder: embeddedTemplate }));
  project.provide('postgresUrl', server.url);
  project.provide('embeddedTemplate', embeddedTemplate);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function migrated(database: Awaited<ReturnType<typeof openDatabase>>): Promise<void> {
  const result = await migrate(database);
  await database.close();
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.name}`);
}

async function createTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${templateName}`);
  await client.end();
  await migrated(await openDatabase({ url: url.replace(/\/postgres$/, `/${templateName}`) }));
}
