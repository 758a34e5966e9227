import { describe, expect, test } from 'vitest';
import {
  type AnswerValue,
  checkAnswer,
  compileScript,
  type LoggedAnswer,
  parseScript,
  readTyped,
  runScript,
} from '#src/script';
import { shippedModel } from '../support/distance-model.ts';
import { shippedDocument, shippedScript } from '../support/shipped-script.ts';
import { smallScript } from '../support/small-script.ts';

const script = shippedScript();

/** A log in the order given. */
const log = (...answers: readonly [string, AnswerValue][]): readonly LoggedAnswer[] =>
  answers.map(([question, value]) => ({ question, value, at: '2026-11-21T10:00:00Z' }));

const welcome = log(['greeting', 'next'], ['beneficiary', 'self'], ['consent', 'yes']);
const ameli = [...welcome, ...log(['need', 'administrative'], ['theme-administrative', 'ameli'])];
const unsolved = [...ameli, ...log(['try', 'yes'], ['result', 'unsolved'])];
const scored = [
  ...unsolved,
  ...log(
    ['distance-intro', 'next'],
    ['distance.internet', 'seul'],
    ['distance.mail', 'non'],
    ['distance.appli', 'aide'],
    ['distance.ordi', 'non'],
  ),
];

test('a script is known by its id, its version and its content, whatever the order of its keys', () => {
  const models = [shippedModel()];
  const document = shippedDocument();
  const { hash, ...names } = script.reference;
  expect(names).toEqual({ id: 'general', version: document.version });
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const backwards = Object.fromEntries(Object.entries(document.nodes).reverse());
  expect(compileScript({ ...document, nodes: backwards }, models).reference.hash).toBe(hash);
  expect(compileScript({ ...document, title: 'Autre' }, models).reference.hash).not.toBe(hash);
});

describe('where a call stands', () => {
  test('SC-20 begins at the start, with nothing known', () => {
    const run = runScript(script, []);
    expect(run).toMatchObject({ path: [], inactive: [], assessment: null, outcome: null });
    expect(run.current.question).toBe('greeting');
    expect(run.ahead[0]).toBe('Besoin');
  });

  test('SC-20 the last of several answers to a question counts', () => {
    const run = runScript(script, [...ameli, ...log(['theme-administrative', 'taxes'])]);
    expect(run.facts.theme).toBe('Impôts, entrer dans son espace');
    expect(run.path).toHaveLength(5);
  });

  test('SC-21 an answer off the path is kept, counts for nothing, and comes back', () => {
    const elsewhere = [...scored, ...log(['need', 'tools'])];
    const away = runScript(script, elsewhere);
    expect(away.current.question).toBe('theme-tools');
    expect(away.facts).toMatchObject({ theme: null, card: null, resolution: null });
    expect(away.assessment).toBeNull();
    expect(away.inactive.map(({ question }) => question)).toContain('theme-administrative');

    const back = runScript(script, [...elsewhere, ...log(['need', 'administrative'])]);
    expect(back).toEqual(runScript(script, scored));
  });

  test('SC-22 an answer that does not fit counts as none', () => {
    const run = runScript(script, [...ameli, ...log(['theme-administrative', 'fax'])]);
    expect(run.current.question).toBe('theme-administrative');
    expect(run.inactive).toHaveLength(1);
  });

  test('SC-25 the way back has short titles and what was answered', () => {
    expect(runScript(script, ameli).path.slice(2)).toEqual([
      {
        question: 'consent',
        section: 'Accueil',
        title: 'Accord à l’oral',
        answerLabel: 'Oui, d’accord',
        value: 'yes',
      },
      expect.objectContaining({ title: 'Service', section: 'Besoin' }),
      expect.objectContaining({ title: 'Sujet', answerLabel: 'Ameli, mot de passe perdu' }),
    ]);
  });

  test('SC-25 the card that the theme chose is shown while it is tried', () => {
    const run = runScript(script, ameli);
    expect(run.current).toMatchObject({ question: 'try', showCard: true });
    expect(run.facts.card).toBe('ameli-mot-de-passe');
  });

  test('SC-16 options carry the digits 1 to 9 in order, and 0 for "ne sait pas"', () => {
    const { options } = runScript(script, welcome).current;
    expect(options.map(({ key }) => key).join('')).toBe('1234567890');
    expect(options.at(-1)?.id).toBe('nsp');
  });
});

describe('the distance questions', () => {
  test('SC-26 are asked in the order of the model, one at a time', () => {
    const run = runScript(script, [...unsolved, ...log(['distance-intro', 'next'])]);
    expect(run.current).toMatchObject({
      kind: 'choice',
      question: 'distance.internet',
      title: 'Internet',
      remaining: { min: 1, max: 7 },
    });
    expect(run.current.options.map(({ id, key }) => [key, id])).toEqual([
      ['1', 'seul'],
      ['2', 'aide'],
      ['3', 'non'],
      ['0', 'nsp'],
    ]);
    expect(run.assessment?.possible).toEqual(['E0', 'E1', 'E2', 'E3']);
  });

  test('SC-26 stop when the level is known, and it stays known', () => {
    const run = runScript(script, scored);
    expect(run.current.question).toBe('obstacles');
    expect(run.current.remaining).toBeNull();
    expect(run.assessment).toMatchObject({ level: 'E2', fragile: false, model: 'rte@0.1.0' });
  });

  test('SC-26 a changed answer opens the other branch, and keeps what was said in the first', () => {
    const changed = [...scored, ...log(['distance.mail', 'seul'])];
    const run = runScript(script, changed);
    expect(run.current.question).toBe('distance.msg');
    expect(run.path.map(({ question }) => question)).toContain('distance.ordi');
  });

  test('SC-26 a level decides: who does everything alone is asked whether a meeting is wanted', () => {
    const alone = log(
      ['distance.mail', 'seul'],
      ['distance.appli', 'seul'],
      ['distance.ordi', 'seul'],
      ['distance.banque', 'seul'],
    );
    expect(runScript(script, [...scored, ...alone]).current.question).toBe('autonomous');
  });
});

describe('facts', () => {
  const toTheEnd = [
    ...scored,
    ...log(
      ['obstacles', ['fear', 'alone']],
      ['commune', '48013'],
      ['wishes', ['no-car', 'individual']],
      ['orientation', 'referred'],
    ),
  ];

  test('SC-14 are what the answers of the path say', () => {
    const run = runScript(script, toTheEnd);
    expect(run.outcome).toBe('referred');
    expect(run.current.kind).toBe('outcome');
    expect(run.ahead).toEqual([]);
    expect(run.facts).toEqual({
      consent: true,
      beneficiary: 'self',
      service: 'Aide aux démarches administratives',
      theme: 'Ameli, mot de passe perdu',
      resolution: 'unsolved',
      obstacles: ['fear', 'alone'],
      communeCode: '48013',
      wishes: ['individual', 'no-car'],
      card: 'ameli-mot-de-passe',
    });
  });

  test('SC-14 "rien de tout cela" and "ne sait pas" say nothing', () => {
    const answers = [
      ...toTheEnd,
      ...log(['obstacles', ['none']], ['wishes', 'nsp'], ['commune', 'nsp']),
    ];
    expect(runScript(script, answers).facts).toMatchObject({
      obstacles: [],
      wishes: [],
      communeCode: null,
    });
  });

  test('SC-14 a fact asked twice is what was said last', () => {
    const again = [...toTheEnd, ...log(['consent', 'nsp'], ['consent-again', 'no'])];
    expect(runScript(script, again).facts.consent).toBe(false);
  });

  test('without consent the call is helped, and neither scored nor referred', () => {
    const refused = runScript(script, [...toTheEnd, ...log(['consent', 'no'])]);
    expect(refused.current.question).toBe('no-consent');
    expect(refused.assessment).toBeNull();
    expect(refused.ahead).toEqual(['Au revoir']);
  });

  test('solved on the phone goes straight to goodbye', () => {
    const solved = [...ameli, ...log(['try', 'yes'], ['result', 'solved'], ['further', 'no'])];
    expect(runScript(script, solved).outcome).toBe('solved');
  });
});

describe('SC-24 what answers a question', () => {
  const small = parseScript(smallScript());
  if (!small.ok) throw new Error(JSON.stringify(small.error));
  const compiled = compileScript(small.value, [shippedModel()]);

  test.each<[string, AnswerValue]>([
    ['hello', 'next'],
    ['need', 'ameli'],
    ['need', 'nsp'],
    ['distance.mail', 'aide'],
    ['obstacles', ['fear', 'senses']],
    ['obstacles', ['none']],
    ['obstacles', 'nsp'],
    ['words', 'Le bouton a disparu'],
    ['age', '0'],
    ['age', '119.5'],
    ['age', 'nsp'],
    ['since', '2000-01-01'],
    ['since', '2024-02-29'],
    ['commune', '2A004'],
    ['commune', '97105'],
    ['commune', 'nsp'],
  ])('%s takes %j', (question, value) => {
    expect(checkAnswer(compiled, question, value)).toEqual({ ok: true, value: null });
  });

  test.each<[string, AnswerValue]>([
    ['need', 'gone'],
    ['need', ['ameli']],
    ['distance.mail', 'oui'],
    ['obstacles', []],
    ['obstacles', ['fear', 'fear']],
    ['obstacles', ['fear', 'none']],
    ['obstacles', ['fear', 'nsp']],
    ['obstacles', ['gone']],
    ['words', '  '],
    ['age', '-1'],
    ['age', '121'],
    ['age', '1e2'],
    ['age', '12,5'],
    ['age', ''],
    ['since', '1999-12-31'],
    ['since', '2025-02-29'],
    ['since', '2025-2-1'],
    ['since', '03/04/2026'],
    ['commune', 'Badaroux'],
    ['commune', '48 000'],
  ])('%s refuses %j', (question, value) => {
    expect(checkAnswer(compiled, question, value)).toEqual({ ok: false, error: 'unknown-answer' });
  });

  test.each(['gone', 'distance', 'distance.fax', 'far', 'solved', 'constructor'])(
    '%s is no question',
    (question) => {
      expect(checkAnswer(compiled, question, 'nsp')).toEqual({
        ok: false,
        error: 'unknown-question',
      });
    },
  );

  test.each([
    ['age', ' 1 000 ', null],
    ['age', '12,5', '12.5'],
    ['age', 'douze', null],
    ['since', '3/4/2026', '2026-04-03'],
    ['since', '31.12.2025', '2025-12-31'],
    ['since', '2026-04-03', '2026-04-03'],
    ['since', '30/02/2026', null],
    ['words', '  Le bouton ', 'Le bouton'],
    ['words', ' ', null],
  ])('%s, typed "%s", is recorded as %s', (question, typed, value) => {
    const asked = compiled.questions.get(question);
    expect(asked && readTyped(asked, typed)).toBe(value);
  });

  test('SC-25 a number is read back with its unit, a date as one writes it', () => {
    const answers = log(
      ['hello', 'next'],
      ['need', 'other'],
      ['words', 'nsp'],
      ['distance.internet', 'non'],
      ['obstacles', 'nsp'],
      ['age', '71.5'],
      ['since', '2025-12-31'],
    );
    const labels = runScript(compiled, answers).path.map(({ answerLabel }) => answerLabel);
    expect(labels.slice(-2)).toEqual(['71,5 ans', '31/12/2025']);
  });

  test.each([
    ['60', '2025-12-31', 'commune'],
    ['59.9', '2025-12-31', 'meet'],
    ['60', '2026-01-01', 'meet'],
    ['nsp', '2025-12-31', 'meet'],
  ])('SC-18 compared: %s years, since %s, leads to %s', (age, since, next) => {
    const answers = log(
      ['hello', 'next'],
      ['need', 'other'],
      ['words', 'nsp'],
      ['distance.internet', 'non'],
      ['obstacles', 'nsp'],
      ['age', age],
      ['since', since],
    );
    expect(runScript(compiled, answers).current.question).toBe(next);
  });

  test('SC-11 conditions: how many, not, any', () => {
    const until = (need: string, obstacles: AnswerValue) =>
      runScript(
        compiled,
        log(
          ['hello', 'next'],
          ['need', need],
          ['try', 'unsolved'],
          ['words', 'nsp'],
          ['distance.internet', 'non'],
          ['obstacles', obstacles],
          ['age', 'nsp'],
          ['since', 'nsp'],
          ['commune', 'nsp'],
        ),
      ).current.question;
    expect(until('ameli', ['fear', 'senses'])).toBe('meet');
    expect(until('ameli', ['fear'])).toBe('unsolved');
    expect(until('ameli', ['none'])).toBe('unsolved');
    expect(until('other', ['fear'])).toBe('meet');
  });
});
