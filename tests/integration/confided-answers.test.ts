import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { forgottenFacts, mayKeepIdentity } from '#src/privacy';
import { type AnswerValue, type LoggedAnswer, runScript } from '#src/script';
import {
  answer,
  call,
  line,
  scriptPublication,
  scriptVersion,
} from '../../main/hub/storage/schema.ts';
import { cutOff } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { shippedDocument, shippedScript } from '../support/shipped-script.ts';

const script = shippedScript();
const confided = [...script.questions.values()]
  .filter(({ fact }) => fact !== null && forgottenFacts.includes(fact))
  .map(({ id }) => id);

/** The answers of somebody who agrees, and says what is in her way. */
const leadingOn: Readonly<Record<string, AnswerValue>> = {
  consent: 'yes',
  need: 'nsp',
  'distance.internet': 'non',
  obstacles: ['senses', 'fear'],
  wishes: ['motor-disability'],
};

/** A line that runs the general script as it ships. */
async function openLine(rig: DeskRig): Promise<string> {
  const lineId = v7();
  await rig.database.transaction(async (tx) => {
    const { reference } = script;
    await tx
      .insert(scriptVersion)
      .values({ ...reference, document: shippedDocument(), ships: true })
      .onConflictDoNothing();
    await tx.insert(scriptPublication).values({ hash: reference.hash, at: rig.now() });
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
  return lineId;
}

onBothDatabases('what is confided in a call', (database) => {
  const getRig = desksOn(database);
  const lines: string[] = [];

  async function begin(rig: DeskRig): Promise<string> {
    const lineId = lines[0] ?? (await openLine(rig));
    if (lines.length === 0) lines.push(lineId);
    const callId = v7();
    const opened = await rig.act(rig.lucie, 'call.open', {
      callId,
      lineId,
      number: null,
      mode: 'afterwards',
      openedAt: rig.now(),
      script: script.reference,
    });
    expect(opened).toBe('applied');
    return callId;
  }

  const record = async (rig: DeskRig, callId: string, question: string, value: AnswerValue) => {
    const copy = typeof value === 'string' ? value : [...value];
    expect(await rig.act(rig.lucie, 'answer.record', { callId, question, value: copy })).toBe(
      'applied',
    );
  };

  /** Follows the script to where a venue is found. */
  async function toOrientation(rig: DeskRig, callId: string) {
    const log: LoggedAnswer[] = [];
    for (let run = runScript(script, log); run.current.kind !== 'orientation'; ) {
      const { question, options } = run.current;
      const value = leadingOn[question] ?? options.at(-1)?.id ?? 'next';
      await record(rig, callId, question, value);
      log.push({ question, value, at: rig.now() });
      run = runScript(script, log);
    }
  }

  const close = async (rig: DeskRig, callId: string) => {
    expect(await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff })).toBe('applied');
  };
  const kept = async (callId: string) => {
    const rows = await database().db.select().from(answer).where(eq(answer.callId, callId));
    const [row] = await database().db.select().from(call).where(eq(call.id, callId));
    const questions = new Set(rows.map(({ question }) => question));
    return {
      answers: confided.filter((id) => questions.has(id)),
      others: [...questions].filter((id) => !confided.includes(id)).length,
      obstacles: row?.obstacles,
    };
  };

  it('PR-9 stays with who agreed, and guides the search of everybody', async () => {
    const rig = getRig();
    const callId = await begin(rig);
    await toOrientation(rig, callId);
    const answers = (await rig.see(rig.lucie, 'call', callId))?.record?.answers ?? [];
    expect(runScript(script, answers).facts).toMatchObject({
      obstacles: ['senses', 'fear'],
      wishes: ['motor-disability'],
    });
    await close(rig, callId);
    expect(await kept(callId)).toMatchObject({
      answers: ['obstacles', 'wishes'],
      obstacles: ['senses', 'fear'],
    });
  });

  it.each(['no', 'nsp'])('PR-9 is forgotten where consent ends as %s', async (consent) => {
    const rig = getRig();
    const callId = await begin(rig);
    await toOrientation(rig, callId);
    await record(rig, callId, 'consent', consent);
    await close(rig, callId);
    const after = await kept(callId);
    expect(after).toMatchObject({ answers: [], obstacles: [] });
    expect(after.others).toBeGreaterThan(3);
    expect((await rig.see(rig.supervisor, 'call', callId))?.facts?.obstacles).toEqual([]);
  });

  it('PR-9 is kept by no order of answers that ends without consent, and lost by none that ends with it', async () => {
    const rig = getRig();
    const said = fc.oneof(
      fc.record({ question: fc.constant('consent'), value: fc.constantFrom('yes', 'no', 'nsp') }),
      fc.record({
        question: fc.constant('consent-again'),
        value: fc.constantFrom('yes', 'no', 'nsp'),
      }),
      fc.record({
        question: fc.constant('obstacles'),
        value: fc.constantFrom(['reading'], ['not-noted'], 'nsp'),
      }),
      fc.record({ question: fc.constant('wishes'), value: fc.constantFrom(['free'], 'nsp') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(said, { maxLength: 8 }), async (answers) => {
        const callId = await begin(rig);
        for (const { question, value } of answers) await record(rig, callId, question, value);
        await close(rig, callId);
        const trace = answers
          .filter(({ question }) => question.startsWith('consent'))
          .map(({ value }) => ({ given: value === 'yes' }));
        const wasSaid = confided.filter((id) => answers.some(({ question }) => question === id));
        expect((await kept(callId)).answers).toEqual(mayKeepIdentity(trace) ? wasSaid : []);
      }),
      { numRuns: 25 },
    );
  });

  it('"Ne pas noter" says nothing of the person, and is not "none of this"', () => {
    const facts = (value: AnswerValue) =>
      script.questions.get('obstacles')?.meaning.get(String(value));
    expect(facts('not-noted')).toEqual({ value: null, card: null });
    expect(script.questions.get('obstacles')?.options.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['none', 'not-noted', 'nsp']),
    );
  });
});
