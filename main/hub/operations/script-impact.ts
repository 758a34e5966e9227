import { setImmediate as letOthers } from 'node:timers/promises';
import type { ScriptImpact } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import {
  type CallImpact,
  type CompiledScript,
  callImpact,
  compileScript,
  sumImpacts,
} from '#src/script';
import type { Database, Transaction } from '../storage/database.ts';
import { type PastCall, readPastCalls } from '../storage/past-calls.ts';
import { readDraft } from '../storage/script-drafts.ts';
import { publishedScripts } from '../storage/script-store.ts';
import { linkDraft, type ScriptKit } from './publish-script.ts';
import { createScriptShelf } from './scripts.ts';

/** SC-42: the calls that are looked at. */
const mostCalls = 500;
const dayMs = 24 * 60 * 60 * 1000;
const lookedBackMs = 365 * dayMs;

type Asked = {
  readonly scriptId: string;
  readonly now: string;
  readonly territories: readonly string[] | 'all';
  readonly withTraining: boolean;
};

/** SC-42: what the draft would have made of past calls. It changes nothing, and reads nobody's name. */
export async function impactOfDraft(
  database: Database,
  kit: ScriptKit,
  asked: Asked,
): Promise<Result<ScriptImpact, 'no-draft' | 'draft-not-sound'>> {
  const read = await database.transaction((tx) => readCompared(tx, kit, asked));
  if (!read.ok) return read;
  const { draft, calls } = read.value;
  const impacts: CallImpact[] = [];
  for (const { ran, answers } of calls) {
    // All of them together take a second or more.
    await letOthers();
    impacts.push(callImpact(ran, draft, answers));
  }
  const { partings, ...counts } = sumImpacts(impacts);
  return ok({
    ...counts,
    partings: [...partings],
    from: calls.at(-1)?.closedAt ?? null,
    to: calls[0]?.closedAt ?? null,
  });
}

type Compared = {
  readonly draft: CompiledScript;
  readonly calls: readonly (PastCall & { readonly ran: CompiledScript })[];
};

async function readCompared(
  tx: Transaction,
  kit: ScriptKit,
  { scriptId, now, territories, withTraining }: Asked,
): Promise<Result<Compared, 'no-draft' | 'draft-not-sound'>> {
  const draft = await readDraft(tx, scriptId);
  if (draft === null) return err('no-draft');
  const linked = linkDraft(draft.document, await publishedScripts(tx), kit);
  if (!linked.ok) return err('draft-not-sound');
  const since = new Date(Date.parse(now) - lookedBackMs).toISOString();
  const calls = await readPastCalls(tx, {
    scriptId,
    since,
    territories,
    withTraining,
    most: mostCalls,
  });
  const models = kit.models.map(({ value }) => value);
  const scripts = createScriptShelf(models);
  const compared: Compared['calls'][number][] = [];
  for (const call of calls) compared.push({ ...call, ran: await scripts(tx, call) });
  return ok({ draft: compileScript(linked.value, models), calls: compared });
}
