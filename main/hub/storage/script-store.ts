import { and, desc, eq, sql } from 'drizzle-orm';
import type { ScriptRef } from '#src/contract';
import { hashOf, InvariantError } from '#src/kernel';
import { isLaterVersion, parseScript, type ScriptDocument } from '#src/script';
import type { Queries, Transaction } from './database.ts';
import { scriptPublication, scriptVersion } from './schema.ts';

export type StoredScript = typeof scriptVersion.$inferSelect;

/** Whoever publishes a script holds this lock until its transaction ends. Any constant does. */
const publicationLock = 7_041_003;

/** Lets one transaction at a time publish, of all hubs: what it found published stays so until it ends. */
export async function lockPublications(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${publicationLock})`);
}

/** SC-40: the version of each script that new calls run. */
export async function publishedScripts(queries: Queries): Promise<readonly StoredScript[]> {
  const rows = await queries
    .selectDistinctOn([scriptVersion.id], { version: scriptVersion })
    .from(scriptPublication)
    .innerJoin(scriptVersion, eq(scriptVersion.hash, scriptPublication.hash))
    .orderBy(scriptVersion.id, desc(scriptPublication.position));
  return rows.map(({ version }) => version);
}

/** The version of one script that new calls run; `null` where there is none. */
export async function publishedScript(queries: Queries, id: string): Promise<StoredScript | null> {
  const [row] = await queries
    .select({ version: scriptVersion })
    .from(scriptPublication)
    .innerJoin(scriptVersion, eq(scriptVersion.hash, scriptPublication.hash))
    .where(eq(scriptVersion.id, id))
    .orderBy(desc(scriptPublication.position))
    .limit(1);
  return row?.version ?? null;
}

export async function scriptByHash(queries: Queries, hash: string): Promise<StoredScript | null> {
  const [row] = await queries.select().from(scriptVersion).where(eq(scriptVersion.hash, hash));
  return row ?? null;
}

/** Whether that very version of the script was ever published. */
export async function wasPublished(
  queries: Queries,
  { hash, id, version }: ScriptRef,
): Promise<boolean> {
  const [row] = await queries
    .select({ hash: scriptVersion.hash })
    .from(scriptPublication)
    .innerJoin(scriptVersion, eq(scriptVersion.hash, scriptPublication.hash))
    .where(
      and(
        eq(scriptVersion.hash, hash),
        eq(scriptVersion.id, id),
        eq(scriptVersion.version, version),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** What the version says. It was checked before it was stored. */
export function documentOf({ hash, document }: StoredScript): ScriptDocument {
  const parsed = parseScript(document);
  if (parsed.ok) return parsed.value;
  throw new InvariantError(`Script ${hash} was published and cannot be read.`);
}

/** Every version of the script that there is, published or not. */
export async function versionsOf(queries: Queries, id: string): Promise<readonly StoredScript[]> {
  return queries.select().from(scriptVersion).where(eq(scriptVersion.id, id));
}

/** What became of a version that ships when the hub started with it. */
export type ShippedFate =
  /** New calls run it: the first of its script, or in the place of another. */
  | 'published'
  | 'replaced'
  /** It was there before, or waits beside what is published. */
  | 'kept'
  /** Its number is that of a version that was written here. */
  | 'number-taken';

/**
 * SC-45: keeps a version that ships. It is published where nothing is, or in the place of an earlier one that ships;
 * what was written here stays published.
 */
export async function keepShipped(
  tx: Transaction,
  document: ScriptDocument,
  at: string,
): Promise<ShippedFate> {
  const { id, version } = document;
  const hash = hashOf(document);
  const versions = await versionsOf(tx, id);
  if (versions.every((known) => known.hash !== hash)) {
    const sameNumber = versions.find((known) => known.version === version);
    if (sameNumber?.ships === false) return 'number-taken';
    if (sameNumber !== undefined) {
      throw new InvariantError(
        `Script ${id} ${version} of this program is not the ${version} that this installation has, and that calls ran. ` +
          'Start the program that ran before, or a later one, and tell its authors: the script needs a new version.',
      );
    }
    await tx.insert(scriptVersion).values({ hash, id, version, document, ships: true });
  }
  const published = await publishedScript(tx, id);
  const isNext =
    published === null || (published.ships && isLaterVersion(version, published.version));
  if (!isNext) return 'kept';
  await tx.insert(scriptPublication).values({ hash, at });
  return published === null ? 'published' : 'replaced';
}

/** Makes a version that somebody decided on the one that new calls run, and keeps it where it is new. */
export async function publishVersion(
  tx: Transaction,
  document: ScriptDocument,
  decided: { readonly at: string; readonly author: string; readonly reason: string },
): Promise<void> {
  const { id, version } = document;
  const hash = hashOf(document);
  await tx
    .insert(scriptVersion)
    .values({ hash, id, version, document, ships: false })
    .onConflictDoNothing({ target: scriptVersion.hash });
  await tx.insert(scriptPublication).values({ hash, ...decided });
}
