import { v7 } from 'uuid';
import { afterAll, beforeAll } from 'vitest';
import type { z } from 'zod';
import {
  apiError,
  type LineView,
  type OperationKind,
  type OperationPayload,
  operationBatchResult,
  publishResult,
  type ScriptRef,
  scriptBundle,
  scriptImpact,
  scriptLibrary,
  scriptWorkshop,
  sessionView,
} from '#src/contract';
import { present } from '#src/kernel';
import { parseScript, type ScriptDocument } from '#src/script';
import type { Hub } from '../../main/hub/hub.ts';
import type { Database } from '../../main/hub/storage/database.ts';
import { addAccount, addTerritory, openDesk, openTestHub, type TestDesk } from './hub.ts';
import { shortScript } from './short-script.ts';

/** What the hub answered, read by the contract. */
async function answered<Schema extends z.ZodType>(answer: Response, schema: Schema) {
  if (answer.ok) return schema.parse(await answer.json());
  throw new Error(`${answer.status} ${await answer.text()}`);
}

export type ScriptDesks = Awaited<ReturnType<typeof openScriptDesks>>;

/** A hub with a territory, and desks that edit, publish and run scripts on it. Another hub may share the database. */
export async function openScriptDesks(database: Database) {
  const hub = await openTestHub(database);
  const territoryId = await addTerritory(database, 'Lozère', '48');
  const scope = { territoryIds: [territoryId] };
  const deskOf = async (role: Parameters<typeof addAccount>[1], of: Hub = hub) =>
    openDesk(of, await addAccount(database, role, scope));
  const administrator = await deskOf('administrator');
  const supervisor = await deskOf('supervisor');
  const adviser = await deskOf('adviser');
  const session = await answered(await adviser.get('/api/session'), sessionView);
  const lineOf = (kind: LineView['kind']) =>
    present(session.lines.find((line) => line.kind === kind)?.id, 'there is a line of each kind');
  return {
    hub,
    deskOf,
    administrator,
    supervisor,
    adviser,
    territoryId,
    manualLine: lineOf('manual'),
    trainingLine: lineOf('training'),
    close: () => hub.close(),
  };
}

/** Such desks for the tests around: call it in their `describe`. */
export function scriptDesksOn(database: () => Database): () => ScriptDesks {
  const opened: ScriptDesks[] = [];
  beforeAll(async () => {
    opened.push(await openScriptDesks(database()));
  });
  afterAll(async () => {
    for (const desks of opened) await desks.close();
  });
  return () => present(opened[0], 'the desks are opened before the first test');
}

/** What a desk reads and does about scripts. */
export const at = (desk: TestDesk) => ({
  library: async () => answered(await desk.get('/api/scripts'), scriptLibrary),
  workshop: async (id: string) =>
    answered(await desk.get(`/api/scripts/${id}/workshop`), scriptWorkshop),
  versions: async (id: string) => {
    const { scripts } = await answered(await desk.get('/api/scripts'), scriptLibrary);
    const entry = present(
      scripts.find((script) => script.id === id),
      `there is a script ${id}`,
    );
    return entry.versions.map(({ version, state, openCalls }) => [version, state, openCalls]);
  },
  impact: async (id: string) => answered(await desk.get(`/api/scripts/${id}/impact`), scriptImpact),
  /** The script that a new call runs. */
  latest: async (id: string): Promise<ScriptRef> => {
    const { hash, document } = await answered(await desk.get(`/api/scripts/${id}`), scriptBundle);
    const parsed = parseScript(document);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    return { id, hash, version: parsed.value.version };
  },
  /** Saves a draft; the status, with the revision or why not. */
  save: async (
    document: { readonly id: string; readonly [part: string]: unknown },
    read = 0,
    base: string | null = null,
  ) => {
    const answer = await desk.post(`/api/scripts/${document.id}/draft`, {
      revision: read,
      base,
      document,
    });
    const body = await answer.json();
    return [answer.status, body.revision ?? body.code, ...(body.where ? [body.where] : [])];
  },
  discard: async (id: string, revision: number) =>
    (await desk.post(`/api/scripts/${id}/draft/discard`, { revision })).status,
  publish: async (id: string, revision: number, reason = 'Plus simple à dire.') => {
    const answer = await desk.post(`/api/scripts/${id}/publish`, { revision, reason });
    if (answer.ok) return publishResult.parse(await answer.json());
    return { status: 'failed' as const, code: apiError.parse(await answer.json()).code };
  },
  setLine: async (lineId: string, scriptId: string) =>
    (await desk.post(`/api/lines/${lineId}/script`, { scriptId })).status,
  act: async <Kind extends OperationKind>(kind: Kind, payload: OperationPayload<Kind>) => {
    const operation = { id: v7(), kind, payload, at: new Date().toISOString() };
    const sent = await desk.post('/api/operations', { operations: [operation] });
    const { results } = await answered(sent, operationBatchResult);
    const result = present(results[0], 'one operation has one result');
    return result.status === 'refused' ? result.code : result.status;
  },
});

/** A script for these tests: another number, other words, another id. */
export function script(
  version: string,
  { id = 'court', say = 'Besoin ?' }: { readonly id?: string; readonly say?: string } = {},
): ScriptDocument {
  const document = shortScript();
  const { need } = document.nodes;
  if (need?.type !== 'choice') throw new Error('The short script asks for one of several.');
  return { ...document, id, version, nodes: { ...document.nodes, need: { ...need, say } } };
}

/** Saves the script as the next version and publishes it. */
export async function publishNow(desk: TestDesk, document: ScriptDocument): Promise<ScriptRef> {
  const { save, publish, library, latest } = at(desk);
  const known = (await library()).scripts.find(({ id }) => id === document.id);
  const base = known?.versions.find(({ state }) => state === 'published')?.hash ?? null;
  const [status] = await save(document, 0, base);
  const published = await publish(document.id, 1);
  if (status !== 200 || published.status !== 'published')
    throw new Error(JSON.stringify(published));
  return latest(document.id);
}

/** The codes of what was found, where publishing was refused. */
export function codesOf(
  answer: Awaited<ReturnType<ReturnType<typeof at>['publish']>>,
): readonly string[] {
  return answer.status === 'refused' ? answer.findings.map(({ code }) => code) : [];
}
