import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levels, overrideReasons } from '#src/distance';
import { type OverrideRow, overrideRates } from '#src/statistics';

const override = fc
  .record({
    measured: fc.constantFrom(...levels),
    level: fc.constantFrom(...levels),
    reason: fc.constantFrom(...overrideReasons),
  })
  .filter(({ measured, level }) => measured !== level);
const row: fc.Arbitrary<OverrideRow> = fc.record({
  model: fc.constantFrom('rte@0.1.0', 'rte@0.2.0'),
  question: fc.constantFrom('internet', 'mail'),
  override: fc.option(override),
  calls: fc.integer({ min: 1, max: 30 }),
});
const rows = fc.array(row, { maxLength: 20 });

const sum = (of: readonly OverrideRow[]) => of.reduce((total, { calls }) => total + calls, 0);
const isFarther = ({ override }: OverrideRow) =>
  override !== null && override.level > override.measured;
const isNearer = ({ override }: OverrideRow) =>
  override !== null && override.level < override.measured;

/** What is told of a count of calls, and of its share of a whole: nothing below eleven. */
function expectTold(share: number | null, calls: number, all: number): void {
  expect(share === null).toBe(calls < 11);
  if (share === null) return;
  expect(Math.abs(share - calls / all)).toBeLessThanOrEqual(0.025 + 1e-9);
  expect(Number.isInteger(Number((share * 20).toFixed(6)))).toBe(true);
}

describe('ST-12 the rates of any period', () => {
  it('tell counts of eleven calls and more, in rough, and no other', () => {
    fc.assert(
      fc.property(rows, (anyRows) => {
        for (const rate of overrideRates(anyRows)) {
          const of = anyRows.filter(
            ({ model, question }) => model === rate.model && question === rate.question,
          );
          const corrected = of.filter((each) => each.override !== null);
          const all = sum(of);
          expect(rate.asked === null).toBe(all < 11);
          expect(rate.asked ?? 0).toBe(all < 11 ? 0 : all - (all % 10));
          expectTold(rate.corrected, sum(corrected), all);
          expectTold(rate.nearer, sum(of.filter(isNearer)), all);
          expectTold(rate.farther, sum(of.filter(isFarther)), all);
          for (const reason of overrideReasons) {
            const told = rate.reasons.find((each) => each.reason === reason)?.share ?? null;
            const because = corrected.filter((each) => each.override?.reason === reason);
            expectTold(told, sum(because), sum(corrected));
          }
        }
      }),
    );
  });

  it('have one line for each question of each model', () => {
    fc.assert(
      fc.property(rows, (anyRows) => {
        const lines = overrideRates(anyRows).map(({ model, question }) => `${model} ${question}`);
        expect(new Set(lines)).toEqual(
          new Set(anyRows.map(({ model, question }) => `${model} ${question}`)),
        );
        expect(lines.length).toBe(new Set(lines).size);
      }),
    );
  });

  it('do not move with who is among the few', () => {
    const few = (calls: number): readonly OverrideRow[] => [
      { model: 'm@1.0.0', question: 'mail', override: null, calls: 60 - calls },
      {
        model: 'm@1.0.0',
        question: 'mail',
        override: { measured: 'E2', level: 'E1', reason: 'says-less' },
        calls,
      },
    ];
    const told = Array.from({ length: 10 }, (_, more) => overrideRates(few(more + 1)));
    expect(new Set(told.map((rates) => JSON.stringify(rates))).size).toBe(1);
  });
});
