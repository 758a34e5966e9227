import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { forgottenFacts, mayKeepIdentity } from '#src/privacy';
import { type AnswerValue, runScript } from '#src/script';
import { answer, call } from '../../main/hub/storage/schema.ts';
import { cutOff } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { answerUpTo, openGeneralCall, record, script } from '../support/general-call.ts';

const confided = [...script.questions.values()]
  .filter(({ fact }) => fact !== null && forgottenFacts.includes(fact))
  .map(({ id }) => id);

onBothDatabases('what is confided in a call', (database) => {
  const getRig = desksOn(database);
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
    const callId = await openGeneralCall(rig);
    await answerUpTo(rig, callId, 'orientation');
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
    const callId = await openGeneralCall(rig);
    await answerUpTo(rig, callId, 'orientation');
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
        const callId = await openGeneralCall(rig);
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
