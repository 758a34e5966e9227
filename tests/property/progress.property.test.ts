import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levels } from '#src/distance';
import { fewestPeople, type ProgressRow, progressOf } from '#src/statistics';

const rows: fc.Arbitrary<readonly ProgressRow[]> = fc.array(
  fc.record({
    first: fc.constantFrom(...levels),
    last: fc.constantFrom(...levels),
    people: fc.integer({ min: 1, max: 30 }),
  }),
  { maxLength: 8 },
);
const total = (counted: readonly ProgressRow[]) =>
  counted.reduce((all, { people }) => all + people, 0);

describe('ST-8 progress', () => {
  test('tells everybody apart from nobody: parts that are told are right, and none is of few people', () => {
    fc.assert(
      fc.property(rows, (counted) => {
        const progress = progressOf(counted);
        expect(progress === null).toBe(total(counted) < fewestPeople);
        if (progress === null) return;
        expect(progress.people).toBe(total(counted));
        const ways = {
          nearer: total(counted.filter(({ first, last }) => last < first)),
          same: total(counted.filter(({ first, last }) => last === first)),
          farther: total(counted.filter(({ first, last }) => last > first)),
        };
        for (const way of ['nearer', 'same', 'farther'] as const) {
          const told = progress[way];
          if (told === null) expect(ways[way]).toBeGreaterThan(0);
          else expect(told).toBe(ways[way]);
          expect(told === null || told === 0 || told >= fewestPeople).toBe(true);
        }
      }),
    );
  });

  test('lets nobody find a part that is kept back by taking the others away', () => {
    fc.assert(
      fc.property(rows, (counted) => {
        const progress = progressOf(counted);
        if (progress === null) return;
        const { nearer, same, farther } = progress;
        const keptBack = [nearer, same, farther].filter((part) => part === null);
        expect(keptBack.length).not.toBe(1);
      }),
    );
  });
});

test('ST-8 tells how many came nearer, stayed, went farther', () => {
  expect(
    progressOf([
      { first: 'E2', last: 'E1', people: 20 },
      { first: 'E3', last: 'E2', people: 5 },
      { first: 'E1', last: 'E1', people: 12 },
    ]),
  ).toEqual({ people: 37, nearer: 25, same: 12, farther: 0 });
  expect(progressOf([{ first: 'E2', last: 'E1', people: 10 }])).toBeNull();
  expect(
    progressOf([
      { first: 'E2', last: 'E1', people: 30 },
      { first: 'E1', last: 'E1', people: 12 },
      { first: 'E0', last: 'E1', people: 3 },
    ]),
  ).toEqual({ people: 45, nearer: 30, same: null, farther: null });
});
