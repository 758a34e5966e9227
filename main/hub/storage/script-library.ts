import { count, eq, notInArray, sql } from 'drizzle-orm';
import type { ScriptEntry, ScriptVersionView } from '#src/contract';
import { hashOf } from '#src/kernel';
import { isLaterVersion, linkScript, type ScriptDocument } from '#src/script';
import type { Queries } from './database.ts';
import { call, scriptDraft, scriptPublication, scriptVersion, user } from './schema.ts';
import { documentOf, publishedScripts } from './script-store.ts';

export type LineOfScript = {
  readonly id: string;
  readonly name: string;
  readonly scriptId: string;
};

/** SC-40: every script that has a version or a draft, by title. `lines`: those that may be told of. */
export async function readScripts(
  queries: Queries,
  lines: readonly LineOfScript[],
): Promise<readonly ScriptEntry[]> {
  const published = (await publishedScripts(queries)).map((stored) => ({
    hash: stored.hash,
    document: documentOf(stored),
  }));
  const documents = new Map(published.map(({ document }) => [document.id, document]));
  const current = new Set(published.map(({ hash }) => hash));
  const versions = Map.groupBy(await readVersions(queries, current), ({ scriptId }) => scriptId);
  const drafts = await readDraftFacts(queries);
  const ids = new Set([...versions.keys(), ...drafts.keys()]);
  const entries = [...ids].map((id): ScriptEntry => {
    const draft = drafts.get(id) ?? null;
    return {
      id,
      title: documents.get(id)?.title ?? draft?.title ?? id,
      versions: (versions.get(id) ?? []).map(({ view }) => view),
      draft: draft?.facts ?? null,
      lines: lines.filter(({ scriptId }) => scriptId === id).map(({ id, name }) => ({ id, name })),
      runBy: runnersOf(id, documents),
    };
  });
  return entries.sort((one, other) => one.title.localeCompare(other.title, 'fr'));
}

type KnownVersion = { readonly scriptId: string; readonly view: ScriptVersionView };

/** As long as the title of a script may be: that of a draft may be anything. */
const longestTitle = 80;

async function readVersions(
  queries: Queries,
  current: ReadonlySet<string>,
): Promise<readonly KnownVersion[]> {
  const rows = await queries
    .select({
      hash: scriptVersion.hash,
      scriptId: scriptVersion.id,
      version: scriptVersion.version,
      publishedAt: scriptPublication.at,
      author: user.name,
      reason: scriptPublication.reason,
    })
    .from(scriptVersion)
    .leftJoin(scriptPublication, eq(scriptPublication.hash, scriptVersion.hash))
    .leftJoin(user, eq(user.id, scriptPublication.author));
  const openCalls = await countOpenCalls(queries);
  return rows
    .map(({ scriptId, ...row }) => {
      const open = openCalls.get(row.hash) ?? 0;
      const state = stateOf(row.publishedAt !== null, current.has(row.hash), open);
      return { scriptId, view: { ...row, state, openCalls: open } };
    })
    .sort((one, other) => (isLaterVersion(one.view.version, other.view.version) ? -1 : 1));
}

function stateOf(
  hasRun: boolean,
  isCurrent: boolean,
  openCalls: number,
): ScriptVersionView['state'] {
  if (isCurrent) return 'published';
  if (!hasRun) return 'offered';
  return openCalls > 0 ? 'finalizing' : 'archived';
}

/** Calls whose record is not closed, by the version that they run. */
async function countOpenCalls(queries: Queries): Promise<ReadonlyMap<string | null, number>> {
  const rows = await queries
    .select({ hash: call.scriptHash, calls: count() })
    .from(call)
    .where(notInArray(call.state, ['closed', 'missed']))
    .groupBy(call.scriptHash);
  return new Map(rows.map(({ hash, calls }) => [hash, calls]));
}

async function readDraftFacts(queries: Queries) {
  const rows = await queries
    .select({
      id: scriptDraft.scriptId,
      title: sql<
        string | null
      >`left(${scriptDraft.document} ->> 'title', ${longestTitle}::integer)`,
      revision: scriptDraft.revision,
      savedAt: scriptDraft.savedAt,
      savedBy: user.name,
      base: scriptDraft.base,
    })
    .from(scriptDraft)
    .innerJoin(user, eq(user.id, scriptDraft.savedBy));
  return new Map(rows.map(({ id, title, ...facts }) => [id, { title, facts }]));
}

/** SC-46: the scripts whose published version carries the words of another, and whether these are its words of now. */
function runnersOf(
  id: string,
  documents: ReadonlyMap<string, ScriptDocument>,
): ScriptEntry['runBy'] {
  return [...documents.values()].flatMap((document) => {
    const carried = document.scripts?.[id];
    if (carried === undefined) return [];
    const { scripts: _carried, ...alone } = document;
    const now = linkScript(alone, documents.values()).scripts?.[id];
    const isBehind = now !== undefined && hashOf(now) !== hashOf(carried);
    return [{ id: document.id, title: document.title, isBehind }];
  });
}
