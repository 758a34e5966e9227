import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  assess,
  type DistanceAnswer,
  distanceAnswers,
  parseDistanceModel,
  profileOf,
  scoreLine,
} from '#src/distance';
import { shippedModel } from '../support/distance-model.ts';

const model = shippedModel();
const readModelFile = (): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL('../../data/models/rte-0.1.0.json', import.meta.url), 'utf8'));

/** The shipped model with two more questions in its second stage: nine on a way, and a table that fits. */
const longWay = {
  branches: [
    { alone: [0, 1, 2, 3], questions: ['msg', 'prod', 'actu', 'banque', 'pj', 'demarche'] },
  ],
  table: [0, 1, 2, 3].map(() => Array.from({ length: 7 }, () => 'E1')),
};

/** Every person that there can be: a walk with every answer to every question that it asks. */
function everyWalk(): readonly Record<string, DistanceAnswer>[] {
  const walks: Record<string, DistanceAnswer>[] = [];
  const visit = (answers: Record<string, DistanceAnswer>) => {
    const { next } = assess(model, answers);
    if (next === null) walks.push(answers);
    else for (const answer of distanceAnswers) visit({ ...answers, [next]: answer });
  };
  visit({});
  return walks;
}
const walks = everyWalk();

/** Every way of doing each of the ten things alone or not: 1,024 people who answered everything. */
const questions = Object.keys(model.questions);
const everyPerson: readonly Record<string, DistanceAnswer>[] = questions.reduce(
  (people: readonly Record<string, DistanceAnswer>[], id) =>
    people.flatMap((person) => [
      { ...person, [id]: 'seul' },
      { ...person, [id]: 'non' },
    ]),
  [{}],
);

/** The full form: every question of the path asked to the end, then one look at the table. */
function fullForm(answers: Record<string, DistanceAnswer>): string | undefined {
  if (answers['internet'] === 'non' || answers['internet'] === 'nsp') return 'E3';
  const alone = (questions: readonly string[]) =>
    questions.filter((question) => answers[question] === 'seul').length;
  const row = alone(['mail', 'appli', 'ordi']);
  const second = row < 2 ? ['msg', 'prod', 'actu'] : ['banque', 'pj', 'demarche'];
  return model.table[row]?.[alone(second)];
}

describe('the shipped model', () => {
  test('DI-1 carries a stamp and a hash of its content', () => {
    expect(model.stamp).toBe('rte@0.1.0');
    expect(model.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('DI-1 asks the ten questions under their agreed keys', () => {
    expect(Object.keys(model.questions)).toEqual(
      'internet mail appli ordi msg prod actu banque pj demarche'.split(' '),
    );
  });

  test.each([
    ['a row too few', { table: [['E2'], ['E2'], ['E1']] }, 'table'],
    ['a count without branch', { branches: [{ alone: [0, 1], questions: ['msg'] }] }, 'branches'],
    ['a question without words', { routing: ['mail', 'appli', 'fax'] }, 'questions'],
    ['a question asked twice', { routing: ['mail', 'mail', 'ordi'] }, 'branches'],
    [
      'a table that punishes doing more alone',
      {
        table: [
          ['E2', 'E2', 'E2', 'E2'],
          ['E1', 'E2', 'E1', 'E1'],
          ['E1', 'E1', 'E0', 'E0'],
          ['E1', 'E0', 'E0', 'E0'],
        ],
      },
      'table.1',
    ],
    [
      'a table that punishes doing more alone before the branch changes',
      {
        table: [
          ['E2', 'E2', 'E2', 'E2'],
          ['E2', 'E2', 'E1', 'E0'],
          ['E1', 'E1', 'E0', 'E0'],
          ['E1', 'E0', 'E0', 'E0'],
        ],
      },
      'table.2',
    ],
    [
      'a gate nearer than what is behind it',
      { gate: { question: 'internet', closed: 'E1' } },
      'table.0',
    ],
    ['more than eight questions on a way', longWay, 'branches.0'],
  ])('DI-1 refuses %s', (_name, change, place) => {
    const parsed = parseDistanceModel({ ...readModelFile(), ...change });
    expect(parsed.ok ? [] : parsed.error.map((issue) => issue.place)).toContain(place);
  });
});

describe('every walk', () => {
  test('DI-2 a closed gate asks nothing more', () => {
    for (const internet of ['non', 'nsp'] as const) {
      expect(assess(model, { internet })).toMatchObject({ level: 'E3', asked: ['internet'] });
    }
  });

  test('DI-2 help at the gate goes on like alone', () => {
    expect(assess(model, { internet: 'aide' }).next).toBe('mail');
  });

  test('DI-3 only what is done alone counts', () => {
    for (const walk of walks.filter(({ internet }) => internet === 'seul')) {
      const plain = Object.entries(walk).map(([id, answer]) => [
        id,
        answer === 'seul' ? 'seul' : 'non',
      ]);
      expect(assess(model, Object.fromEntries(plain)).level).toBe(assess(model, walk).level);
    }
  });

  test('DI-4 stopping early gives the level of the full form, whatever the rest would be', () => {
    for (const walk of walks) {
      const open = Object.keys(model.questions).filter((id) => !(id in walk));
      for (const rest of ['seul', 'non'] as const) {
        const filled = { ...Object.fromEntries(open.map((id) => [id, rest])), ...walk };
        expect(assess(model, walk).level).toBe(fullForm(filled));
      }
    }
  });

  test('DI-4 never asks a question whose answer cannot change the level', () => {
    for (const walk of walks) {
      const { asked } = assess(model, walk);
      const before = Object.fromEntries(Object.entries(walk).slice(0, -1));
      expect(Object.keys(walk)).toEqual(asked);
      expect(assess(model, before).possible.length).toBeGreaterThan(1);
    }
  });

  test('DI-4 nothing done alone in the routing stops after four questions', () => {
    const answers = { internet: 'seul', mail: 'non', appli: 'aide', ordi: 'nsp' } as const;
    expect(assess(model, answers)).toMatchObject({ level: 'E2', next: null });
  });

  test('DI-5 asks seven questions at most, and the promise of how many are left holds', () => {
    for (const walk of walks) {
      const asked = Object.entries(walk);
      expect(asked.length).toBeLessThanOrEqual(7);
      for (const [done] of asked.entries()) {
        const { remaining } = assess(model, Object.fromEntries(asked.slice(0, done)));
        expect(asked.length - done).toBeGreaterThanOrEqual(remaining.min);
        expect(asked.length - done).toBeLessThanOrEqual(remaining.max);
      }
    }
  });

  test('DI-4 stopping early gives the level of the full form for every person', () => {
    for (const person of everyPerson) {
      expect(assess(model, person).level).toBe(fullForm(person));
    }
  });

  test('DI-6 one more thing done alone never raises the distance, whatever else was answered', () => {
    for (const person of everyPerson) {
      const level = fullForm(person) ?? '';
      for (const id of questions.filter((question) => person[question] !== 'seul')) {
        expect((assess(model, { ...person, [id]: 'seul' }).level ?? '') <= level).toBe(true);
      }
    }
  });

  test('DI-8 the early stop spares what the full form would still have asked', () => {
    for (const walk of walks) {
      const { asked, spared } = assess(model, walk);
      const isClosed = walk['internet'] === 'non' || walk['internet'] === 'nsp';
      expect(asked.length + spared).toBe(isClosed ? 1 : 7);
    }
  });

  test('every level can be reached', () => {
    expect(new Set(walks.map((walk) => assess(model, walk).level))).toEqual(
      new Set(['E0', 'E1', 'E2', 'E3']),
    );
  });

  test('DI-7 three "ne sait pas", or one at the gate, make it fragile, and nothing else does', () => {
    for (const walk of walks) {
      const unknown = Object.values(walk).filter((answer) => answer === 'nsp').length;
      expect(assess(model, walk).fragile).toBe(unknown >= 3 || walk['internet'] === 'nsp');
    }
  });

  test('DI-7 "ne sait pas" to a question that the path does not ask is not counted', () => {
    const answers = { internet: 'non', mail: 'nsp', appli: 'nsp', ordi: 'nsp' } as const;
    expect(assess(model, answers).fragile).toBe(false);
  });
});

describe('what the screen shows', () => {
  const answers = {
    internet: 'aide',
    mail: 'aide',
    appli: 'non',
    ordi: 'seul',
    msg: 'non',
  } as const;

  test('while it is asked: what is still possible, and how far each stage is', () => {
    expect(assess(model, answers)).toMatchObject({
      next: 'prod',
      level: null,
      possible: ['E1', 'E2'],
      remaining: { min: 1, max: 2 },
      routing: { alone: 1, answered: 3, of: 3 },
      second: { alone: 0, answered: 1, of: 3 },
    });
  });

  test('DI-8 nothing is spared while the level is open', () => {
    expect(assess(model, answers).spared).toBe(0);
    expect(assess(model, { ...answers, prod: 'non' })).toMatchObject({ level: 'E2', spared: 1 });
  });

  test('DI-12 the profile counts what is done alone by dimension, of what was asked', () => {
    expect(profileOf(model, { ...answers, banque: 'seul' }, assess(model, answers))).toEqual([
      { dimension: 'access', alone: 0, asked: 1 },
      { dimension: 'equipment', alone: 1, asked: 2 },
      { dimension: 'communication', alone: 0, asked: 2 },
    ]);
  });
});

describe('DI-9 one line of the command', () => {
  test('has exactly the agreed keys', () => {
    expect(scoreLine(model, '{"internet":"non"}')).toEqual({
      level: 'E3',
      asked: ['internet'],
      fragile: false,
      model: 'rte@0.1.0',
    });
  });

  test('ignores answers that the path does not need', () => {
    expect(scoreLine(model, '{"internet":"nsp","banque":"seul"}')).toEqual({
      level: 'E3',
      asked: ['internet'],
      fragile: true,
      model: 'rte@0.1.0',
    });
  });

  test.each([
    ['not JSON', '{"internet":'],
    ['no object', '["seul"]'],
    ['no object', 'null'],
    ['no gate', '{"mail":"seul"}'],
    ['an answer missing', '{"internet":"seul","mail":"seul","ordi":"seul"}'],
    ['an unknown value', '{"internet":"oui"}'],
    ['an unknown value off the path', '{"internet":"non","mail":"oui"}'],
    ['a value that is no text', '{"internet":1}'],
    ['an unknown question', '{"internet":"non","fax":"seul"}'],
    ['a name of the language', '{"internet":"non","constructor":"seul"}'],
    ['a hidden name of the language', '{"internet":"non","__proto__":"seul"}'],
  ])('says why it cannot be scored: %s', (_name, line) => {
    expect(Object.keys(scoreLine(model, line))).toEqual(['error']);
  });
});
