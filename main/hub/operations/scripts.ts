import { asc, eq } from 'drizzle-orm';
import { answerValue, type ScriptRef } from '#src/contract';
import type { DistanceModel } from '#src/distance';
import { present } from '#src/kernel';
import { type CompiledScript, compileScript, runScript, type ScriptRun } from '#src/script';
import type { Transaction } from '../storage/database.ts';
import { answer } from '../storage/schema.ts';
import { documentOf, scriptByHash, wasPublished } from '../storage/script-store.ts';
import type { LockedCall } from './call-record.ts';

/** Gives the script that a call is pinned to. */
export type ScriptShelf = (
  tx: Transaction,
  call: Pick<LockedCall, 'scriptHash'>,
) => Promise<CompiledScript>;

/** A shelf that compiles each script once: a published version never changes. */
export function createScriptShelf(models: readonly DistanceModel[]): ScriptShelf {
  const compiledByHash = new Map<string, CompiledScript>();
  return async (tx, call) => {
    const hash = present(call.scriptHash, 'a call is pinned to a script once it is answered');
    const known = compiledByHash.get(hash);
    if (known !== undefined) return known;
    const stored = present(await scriptByHash(tx, hash), 'a foreign key holds the version');
    const compiled = compileScript(documentOf(stored), models);
    compiledByHash.set(hash, compiled);
    return compiled;
  };
}

/**
 * SC-47: whether a new call on the line may run the version. A desk that was away tells of a call that ran what was
 * published when it began: any version that ever was, of the script that the line runs, or ran before.
 */
export async function mayRun(
  tx: Transaction,
  script: ScriptRef,
  line: { readonly scriptId: string; readonly formerScripts: readonly string[] },
): Promise<boolean> {
  const isOfLine = script.id === line.scriptId || line.formerScripts.includes(script.id);
  return isOfLine && (await wasPublished(tx, script));
}

/** Replays what was recorded of the call on its own script. */
export async function replay(
  tx: Transaction,
  scripts: ScriptShelf,
  call: LockedCall,
): Promise<ScriptRun> {
  return runScript(await scripts(tx, call), await readAnswers(tx, call.id));
}

/** What was recorded of the call, in the order of the desk. */
export async function readAnswers(tx: Transaction, callId: string) {
  const rows = await tx
    .select({ question: answer.question, value: answer.value, at: answer.at })
    .from(answer)
    .where(eq(answer.callId, callId))
    .orderBy(asc(answer.position));
  return rows.map((row) => ({ ...row, value: answerValue.parse(row.value) }));
}
