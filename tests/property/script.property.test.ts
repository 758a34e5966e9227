import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAnswer, checkScript, type LoggedAnswer, runScript, transitionsOf } from '#src/script';
import { shippedModel } from '../support/distance-model.ts';
import { RandomAnswers, someAnswer } from '../support/random-answers.ts';
import { shippedDocument, shippedScript } from '../support/shipped-script.ts';
import { smallScript } from '../support/small-script.ts';

const script = shippedScript();
const at = '2026-11-21T10:00:00Z';

const picks = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });

/** Every option of every question, those of distance questions that one branch only asks among them. */
function everyOption(): string[] {
  return [...script.questions.values()].flatMap(({ id, options }) =>
    options.map((option) => `${id} ${option.id}`),
  );
}

/** Answers question after question until the script ends. */
function walk(choices: readonly number[]): readonly LoggedAnswer[] {
  const answers: LoggedAnswer[] = [];
  for (const pick of choices) {
    const { current, outcome } = runScript(script, answers);
    if (outcome !== null) break;
    answers.push({ question: current.question, value: someAnswer(current, pick), at });
  }
  return answers;
}

describe('any call', () => {
  test('SC-23 comes to an outcome, whatever is answered', () => {
    fc.assert(
      fc.property(picks, (choices) => {
        const run = runScript(script, walk(choices));
        expect(run.outcome).not.toBeNull();
        expect(run.inactive).toEqual([]);
      }),
    );
  });

  test('SC-23 comes to an outcome on 10,000 random ways', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(picks, (choices) => {
        const end = script.follow(new RandomAnswers(script, choices)).current;
        expect(script.outcome(end.id)).not.toBeNull();
      }),
      { numRuns: 10_000 },
    );
  });

  test('SC-38 every answer to every question leads on, tried once at the end of a shortest way', () => {
    const transitions = transitionsOf(shippedDocument(), [shippedModel()]);
    const tried = transitions.map(({ question, answer }) => `${question} ${String(answer)}`);
    expect(new Set(tried).size).toBe(tried.length);
    expect(tried.sort()).toEqual(expect.arrayContaining(everyOption().sort()));
    for (const { before, question, answer, leadsTo } of transitions) {
      expect(script.follow(before).current.id).toBe(question);
      expect(script.follow(new Map([...before, [question, answer]])).current.id).toBe(leadsTo);
      expect(leadsTo).not.toBe(question);
    }
  });

  test('SC-24 takes at each step what the step offers', () => {
    fc.assert(
      fc.property(picks, (choices) => {
        for (const { question, value } of walk(choices)) {
          expect(checkAnswer(script, question, value).ok).toBe(true);
        }
      }),
    );
  });

  test('SC-21 changing an answer and changing it back leaves the call as it was', () => {
    fc.assert(
      fc.property(picks, fc.nat(), fc.nat(), (choices, which, pick) => {
        const answers = walk(choices);
        const before = runScript(script, answers);
        const old = answers[which % answers.length];
        if (old === undefined) return;
        const position = answers.indexOf(old);
        const step = runScript(script, answers.slice(0, position)).current;
        const changed = [...answers, { question: old.question, value: someAnswer(step, pick), at }];
        const known = runScript(script, changed);
        const kept = new Set([...known.path, ...known.inactive].map(({ question }) => question));
        expect(kept).toEqual(new Set(answers.map(({ question }) => question)));
        expect(runScript(script, [...changed, old])).toEqual(before);
      }),
    );
  });

  test('SC-20 depends on the last answer to each question, not on the order in the log', () => {
    fc.assert(
      fc.property(picks, fc.infiniteStream(fc.nat()), (choices, numbers) => {
        const answers = walk(choices);
        const shuffled = answers
          .map((answer) => ({ answer, place: numbers.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ answer }) => answer);
        expect(runScript(script, shuffled)).toEqual(runScript(script, answers));
      }),
    );
  });

  test('SC-22 survives any log at all', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()));
    const question = fc.oneof(fc.string(), fc.constantFrom(...script.questions.keys()));
    const logs = fc.array(fc.record({ question, value, at: fc.constant(at) }));
    fc.assert(
      fc.property(logs, (answers) => {
        expect(runScript(script, answers).current).toBeDefined();
      }),
    );
  });
});

describe('the checker', () => {
  const models = [shippedModel()];

  test('takes any JSON without throwing, and finds an error in what is no script', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
        expect(checkScript(json, models).length).toBeGreaterThan(0);
      }),
    );
  });

  test('takes a script with any part replaced by anything', () => {
    const places = everyPlace(smallScript());
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, part) => {
        const damaged: unknown = replaceAt(smallScript(), place, part);
        expect(Array.isArray(checkScript(damaged, models))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('SC-2 a part of the general script cut off at random is never passed over', () => {
    const document = shippedDocument();
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(document.nodes)), (id) => {
        const nodes = Object.fromEntries(
          Object.entries(document.nodes).filter(([other]) => other !== id),
        );
        const codes = checkScript({ ...document, nodes }, models).map(({ code }) => code);
        expect(codes).toContain('unknown-target');
      }),
    );
  });

  test('reads conditions nested without end', () => {
    let when: unknown = { predicate: 'is', question: 'need', option: 'ameli' };
    for (let depth = 0; depth < 5_000; depth++) when = { predicate: 'not', of: when };
    const deep = replaceAt(smallScript(), ['nodes', 'many', 'cases', '0', 'when'], when);
    expect(checkScript(deep, models).map(({ code }) => code)).toEqual(['unknown-predicate']);
  });
});

type Place = readonly string[];

/** The path of every part of a JSON value. */
function everyPlace(json: unknown, place: Place = []): readonly Place[] {
  if (typeof json !== 'object' || json === null) return [place];
  return [
    place,
    ...Object.entries(json).flatMap(([key, part]) => everyPlace(part, [...place, key])),
  ];
}

function replaceAt(json: unknown, [key, ...rest]: Place, part: unknown): unknown {
  if (key === undefined || typeof json !== 'object' || json === null) return part;
  const entries = Object.entries(json).map(([own, value]) => [
    own,
    own === key ? replaceAt(value, rest, part) : value,
  ]);
  return Array.isArray(json) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
