import { err, ok, type Result } from '#src/kernel';
import { type Database, openDatabase } from '../hub/storage/database.ts';
import { migrate } from '../hub/storage/migrate.ts';
import { removeStoppedImports } from '../hub/storage/venue-store.ts';
import {
  databaseFolderPath,
  dataFolderPath,
  describeHolder,
  holdDataFolder,
  prepareDataFolder,
} from './data-folder.ts';
import { describeMigrationFailure } from './migration-failure.ts';

/**
 * Lets a command work on the installation's database: the server that `DATABASE_URL` names, else the
 * data folder's own, which no other program may hold meanwhile. The error is a sentence for the operator.
 */
export async function withDatabase<Value>(
  what: string,
  work: (database: Database) => Promise<Value>,
): Promise<Result<Value, string>> {
  const url = process.env['DATABASE_URL'];
  if (url) return onDatabase(await openDatabase({ url }), work);
  const folder = dataFolderPath();
  const prepared = await prepareDataFolder(folder);
  if (!prepared.ok) return err(prepared.error.reason);
  const hold = await holdDataFolder(folder, what);
  if (!hold.ok) return err(describeHolder(folder, hold.error.holder));
  try {
    const database = await openDatabase({ folder: databaseFolderPath(folder) });
    return await onDatabase(database, async () => {
      await removeStoppedImports(database.db);
      return work(database);
    });
  } finally {
    await hold.value.release();
  }
}

async function onDatabase<Value>(
  database: Database,
  work: (database: Database) => Promise<Value>,
): Promise<Result<Value, string>> {
  try {
    const migrated = await migrate(database);
    if (!migrated.ok) return err(describeMigrationFailure(migrated.error));
    return ok(await work(database));
  } finally {
    await database.close();
  }
}
