import { and, asc, eq } from 'drizzle-orm';
import { answerValue, type ScriptRef } from '#src/contract';
import type { DistanceModel } from '#src/distance';
import { InvariantError, present } from '#src/kernel';
import {
  type CompiledScript,
  compileScript,
  parseScript,
  runScript,
  type ScriptRun,
} from '#src/script';
import type { Transaction } from '../storage/database.ts';
import { answer, scriptVersion } from '../storage/schema.ts';
import type { LockedCall } from './call-record.ts';

/** Gives the script that a call is pinned to. */
export type ScriptShelf = (tx: Transaction, call: LockedCall) => Promise<CompiledScript>;

/** A shelf that compiles each script once: a published version never changes. */
export function createScriptShelf(models: readonly DistanceModel[]): ScriptShelf {
  const compiledByHash = new Map<string, CompiledScript>();
  return async (tx, call) => {
    const hash = present(call.scriptHash, 'a call is pinned to a script once it is answered');
    const known = compiledByHash.get(hash);
    if (known !== undefined) return known;
    const [row] = await tx.select().from(scriptVersion).where(eq(scriptVersion.hash, hash));
    const published = present(row, 'a foreign key holds the version while a call names it');
    const document = parseScript(published.document);
    if (!document.ok) throw new InvariantError(`Script ${hash} was published and cannot be read`);
    const compiled = compileScript(document.value, models);
    compiledByHash.set(hash, compiled);
    return compiled;
  };
}

/** Whether the version named is published, and is one of the script that the line runs. */
export async function isPublished(
  tx: Transaction,
  script: ScriptRef,
  line: { readonly scriptId: string },
): Promise<boolean> {
  const { hash, id, version } = script;
  const isThatVersion = and(
    eq(scriptVersion.hash, hash),
    eq(scriptVersion.id, id),
    eq(scriptVersion.version, version),
  );
  return id === line.scriptId && (await tx.$count(scriptVersion, isThatVersion)) === 1;
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
