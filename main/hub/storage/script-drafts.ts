import { and, eq, sql } from 'drizzle-orm';
import type { Queries, Transaction } from './database.ts';
import { scriptDraft } from './schema.ts';

export type ScriptDraft = typeof scriptDraft.$inferSelect;

export async function readDraft(queries: Queries, scriptId: string): Promise<ScriptDraft | null> {
  const [row] = await queries.select().from(scriptDraft).where(eq(scriptDraft.scriptId, scriptId));
  return row ?? null;
}

/** SC-41: the draft as it was read, locked until the transaction ends; `null` where it is another one by now. */
export async function lockDraft(
  tx: Transaction,
  scriptId: string,
  revision: number,
): Promise<ScriptDraft | null> {
  const [row] = await tx.select().from(scriptDraft).where(asRead(scriptId, revision)).for('update');
  return row ?? null;
}

/**
 * SC-41: saves the draft over the revision that was read, 0 for none. Gives its revision; `null` where another one is
 * there by now.
 */
export async function saveDraft(
  queries: Queries,
  read: number,
  draft: Omit<ScriptDraft, 'revision'>,
): Promise<number | null> {
  const { scriptId, ...written } = draft;
  const [row] =
    read === 0
      ? await queries
          .insert(scriptDraft)
          .values({ ...draft, revision: 1 })
          .onConflictDoNothing()
          .returning({ revision: scriptDraft.revision })
      : await queries
          .update(scriptDraft)
          .set({ ...written, revision: sql`${scriptDraft.revision} + 1` })
          .where(asRead(scriptId, read))
          .returning({ revision: scriptDraft.revision });
  return row?.revision ?? null;
}

/** Forgets the draft as it was read. Says whether that was the one there. */
export async function discardDraft(
  queries: Queries,
  scriptId: string,
  revision: number,
): Promise<boolean> {
  const gone = await queries
    .delete(scriptDraft)
    .where(asRead(scriptId, revision))
    .returning({ revision: scriptDraft.revision });
  return gone.length > 0;
}

function asRead(scriptId: string, revision: number) {
  return and(eq(scriptDraft.scriptId, scriptId), eq(scriptDraft.revision, revision));
}
