import { desc, eq } from 'drizzle-orm';
import { hashOf, InvariantError } from '#src/kernel';
import type { ScriptDocument } from '#src/script';
import type { Database, Queries } from './database.ts';
import { scriptVersion } from './schema.ts';

export type PublishedScript = { readonly hash: string; readonly document: unknown };

/**
 * Publishes the scripts that ship, each version once. A version that was published with another content is a bug: calls
 * are pinned to it.
 */
export async function publishScripts(
  database: Database,
  scripts: readonly ScriptDocument[],
  publishedAt: string,
): Promise<void> {
  for (const document of scripts) {
    const { id, version } = document;
    const row = { hash: hashOf(document), id, version, document, publishedAt };
    await database.db.insert(scriptVersion).values(row).onConflictDoNothing();
    if ((await scriptByHash(database.db, row.hash)) === null) {
      throw new InvariantError(
        `Script ${id} ${version} was published otherwise: give it a new version`,
      );
    }
  }
}

/** The version of the script that was published last; `null` where there is none. */
export async function latestScript(queries: Queries, id: string): Promise<PublishedScript | null> {
  const [row] = await queries
    .select()
    .from(scriptVersion)
    .where(eq(scriptVersion.id, id))
    .orderBy(desc(scriptVersion.publishedAt))
    .limit(1);
  return row ?? null;
}

export async function scriptByHash(
  queries: Queries,
  hash: string,
): Promise<PublishedScript | null> {
  const [row] = await queries.select().from(scriptVersion).where(eq(scriptVersion.hash, hash));
  return row ?? null;
}
