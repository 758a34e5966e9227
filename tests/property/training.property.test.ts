import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompiledScript, type LoggedAnswer, runScript } from '#src/script';
import { debrief, goodRun } from '#src/training';
import { RandomAnswers } from '../support/random-answers.ts';
import { shippedPersonas } from '../support/shipped-personas.ts';
import { shippedScript } from '../support/shipped-script.ts';

const personas = shippedPersonas();
const scripts = new Map(personas.map(({ script }) => [script, shippedScript(script)]));
const played = personas.flatMap((persona) => {
  const script = scripts.get(persona.script);
  return script === undefined ? [] : [{ persona, script }];
});

/** Answers any way, for as many questions as there are choices. */
function walk(script: CompiledScript, choices: readonly number[]): readonly LoggedAnswer[] {
  const { path } = script.follow(new RandomAnswers(script, choices));
  const at = '2026-01-12T08:00:00.000Z';
  return path
    .slice(0, choices.length)
    .map(({ question, value }): LoggedAnswer => ({ question, value, at }));
}

test('TR-2 whatever was answered, a debriefing holds each question of both ways once, in order', () => {
  const choices = fc.array(fc.nat(), { maxLength: 40 });
  fc.assert(
    fc.property(fc.constantFrom(...played), choices, ({ persona, script }, chosen) => {
      const answers = walk(script, chosen);
      const { steps } = debrief(script, persona, {
        answers,
        note: '',
        end: { outcome: 'cut-off', noRequest: null },
        level: null,
        seconds: 0,
      });
      const { path } = runScript(script, answers);
      const said = new Map(path.map(({ question, value }) => [question, value]));
      const good = goodRun(script, persona, said);
      const asked = (list: readonly { readonly question: string }[]) =>
        list
          .map(({ question }) => question)
          .filter((id) => script.questions.get(id)?.kind !== 'instruction');
      const shown = asked(steps);
      expect(new Set(shown).size).toBe(shown.length);
      expect(asked(steps.filter(({ answer }) => answer.given !== null))).toEqual(asked(path));
      expect(asked(steps.filter(({ answer }) => answer.expected !== null))).toEqual(
        asked(good.path),
      );
    }),
    // Each follows a whole script a step at a time, many times over.
    { numRuns: 40 },
  );
});
