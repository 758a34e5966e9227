import { v7 } from 'uuid';
import { expect } from 'vitest';
import { type AnswerValue, type LoggedAnswer, runScript } from '#src/script';
import { line, scriptPublication, scriptVersion } from '../../main/hub/storage/schema.ts';
import type { DeskRig } from './desk-rig.ts';
import { shippedDocument, shippedScript } from './shipped-script.ts';

/** The script of these calls: the general one, as it ships. */
export const script = shippedScript();

/** The answers of somebody who agrees, and says what is in her way; other questions get their last answer. */
export const leadingOn: Readonly<Record<string, AnswerValue>> = {
  consent: 'yes',
  need: 'nsp',
  'distance.internet': 'non',
  obstacles: ['senses', 'fear'],
  wishes: ['motor-disability'],
};

/** Opens a call on a new line that runs it. */
export async function openGeneralCall(rig: DeskRig): Promise<string> {
  const { reference } = script;
  const [lineId, callId] = [v7(), v7()];
  await rig.database.transaction(async (tx) => {
    await tx
      .insert(scriptVersion)
      .values({ ...reference, document: shippedDocument(), ships: true })
      .onConflictDoNothing();
    await tx
      .insert(scriptPublication)
      .values({ hash: reference.hash, at: rig.now() })
      .onConflictDoNothing();
    await tx.insert(line).values({
      id: lineId,
      name: 'Ligne générale',
      number: null,
      kind: 'manual',
      sponsorId: rig.sponsorId,
      territoryId: rig.lozere,
      scriptId: reference.id,
    });
  });
  const opened = await rig.act(rig.lucie, 'call.open', {
    callId,
    lineId,
    number: null,
    mode: 'afterwards',
    openedAt: rig.now(),
    script: reference,
  });
  expect(opened).toBe('applied');
  return callId;
}

export async function record(rig: DeskRig, callId: string, question: string, value: AnswerValue) {
  const copy = typeof value === 'string' ? value : [...value];
  const recorded = await rig.act(rig.lucie, 'answer.record', { callId, question, value: copy });
  expect(recorded).toBe('applied');
}

/** Follows the script until that question is asked. */
export async function answerUpTo(
  rig: DeskRig,
  callId: string,
  until: string,
  answers: Readonly<Record<string, AnswerValue>> = leadingOn,
) {
  const log: LoggedAnswer[] = [];
  for (let run = runScript(script, log); run.current.question !== until; ) {
    const { question, options } = run.current;
    const value = answers[question] ?? options.at(-1)?.id ?? 'next';
    await record(rig, callId, question, value);
    log.push({ question, value, at: rig.now() });
    run = runScript(script, log);
  }
}
