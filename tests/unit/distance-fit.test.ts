import { describe, expect, test } from 'vitest';
import {
  agreementOf,
  type DistanceAnswers,
  fitFixedForm,
  fitTable,
  type Level,
  type Tally,
} from '#src/distance';

/** `count` people who do these things alone, and are of this level. */
function tally(alone: string, level: Level, count: number): Tally {
  const answers: DistanceAnswers = Object.fromEntries(
    alone.split(' ').map((id): [string, 'seul'] => [id, 'seul']),
  );
  return { answers, found: { E0: 0, E1: 0, E2: 0, E3: 0, [level]: count } };
}

describe('fit of a table', () => {
  const form = {
    routing: ['mail'],
    branches: [
      { alone: [0], questions: ['msg'] },
      { alone: [1], questions: ['banque'] },
    ],
  };

  test('DI-11 a cell has the level of most of the people who end there', () => {
    const table = fitTable(form, [
      tally('', 'E2', 3),
      tally('msg', 'E2', 2),
      tally('msg', 'E1', 5),
      tally('mail', 'E1', 4),
      tally('mail banque', 'E0', 4),
      tally('mail banque', 'E1', 3),
    ]);
    expect(table).toEqual([
      ['E2', 'E1'],
      ['E1', 'E0'],
    ]);
  });

  test('DI-11 only the questions of the way count', () => {
    const table = fitTable(form, [
      tally('banque', 'E2', 3),
      tally('msg banque', 'E1', 1),
      tally('mail msg', 'E1', 4),
      tally('mail msg banque', 'E0', 4),
    ]);
    expect(table).toEqual([
      ['E2', 'E1'],
      ['E1', 'E0'],
    ]);
  });

  test('DI-11 as many of two levels is the farther one, which errs towards more help', () => {
    const [row] = fitTable(form, [tally('msg', 'E1', 2), tally('msg', 'E2', 2)]);
    expect(row?.[1]).toBe('E2');
  });
});

describe('fit of a fixed form', () => {
  test('DI-11 keeps the questions that give most people their level', () => {
    const form = fitFixedForm(['mail', 'msg', 'banque'], 1, [
      tally('', 'E2', 5),
      tally('msg', 'E2', 5),
      tally('mail', 'E1', 1),
      tally('banque', 'E0', 5),
      tally('banque msg', 'E0', 5),
    ]);
    expect(form).toEqual({ questions: ['banque'], levels: ['E2', 'E0'] });
  });

  test('DI-11 the first of those that do as well', () => {
    const form = fitFixedForm(['mail', 'msg', 'banque'], 2, [tally('mail msg banque', 'E1', 1)]);
    expect(form.questions).toEqual(['mail', 'msg']);
  });
});

describe('agreement', () => {
  const judged = (pairs: readonly (readonly [Level, Level])[]) =>
    pairs.map(([level, reference]) => ({ level, reference }));

  test('DI-11 accuracy, quadratic kappa and those far apart, as worked out by hand', () => {
    const pairs = judged([
      ['E0', 'E0'],
      ['E0', 'E1'],
      ['E1', 'E1'],
      ['E2', 'E0'],
    ]);
    // Observed: 1 + 4. By chance: E0 2 of 4 against (2, 2, 0), E1 1, E2 1: (2·2·1 + 1·2·1 + 1·2·4 + 1·2·1) / 4 = 4.
    expect(agreementOf(pairs)).toEqual({ people: 4, accuracy: 0.5, kappa: 1 - 5 / 4, farApart: 1 });
  });

  test('DI-11 the same level for all is full agreement', () => {
    expect(agreementOf(judged([['E1', 'E1']]))).toMatchObject({ accuracy: 1, kappa: 1 });
  });
});
