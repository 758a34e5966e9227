import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levels, overrideReasons } from '#src/distance';
import { type OverrideRow, overrideRates, toldParts } from '#src/statistics';

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

/** A share in twentieths. */
function expectRough(share: number, calls: number, all: number): void {
  expect(Math.abs(share - calls / all)).toBeLessThanOrEqual(0.025 + 1e-9);
  expect(Number.isInteger(Number((share * 20).toFixed(6)))).toBe(true);
}

const isTellable = (count: number) => count === 0 || count >= 11;

describe('ST-8 the parts of a whole', () => {
  it('are told where they are none or eleven and more, and what is kept back is as many', () => {
    const parts = fc.record({ a: fc.nat(30), b: fc.nat(30), c: fc.nat(30), d: fc.nat(12) });
    fc.assert(
      fc.property(parts, (whole) => {
        const told = toldParts(whole);
        const keptBack = Object.entries(whole).filter(([part]) => !told.has(part));
        expect([...told].every(([, count]) => isTellable(count))).toBe(true);
        const all = Object.values(whole).reduce((total, count) => total + count, 0);
        const left = keptBack.reduce((total, [, count]) => total + count, 0);
        // Fewer than eleven in all: nothing of it is told but what is not there.
        expect(isTellable(left) || left === all).toBe(true);
      }),
    );
  });
});

describe('ST-12 the rates of any period', () => {
  it('tell counts of eleven calls and more, in rough, and none that others give away', () => {
    fc.assert(
      fc.property(rows, (anyRows) => {
        for (const rate of overrideRates(anyRows)) {
          const of = anyRows.filter(
            ({ model, question }) => model === rate.model && question === rate.question,
          );
          const corrected = sum(of.filter((each) => each.override !== null));
          const [nearer, farther] = [sum(of.filter(isNearer)), sum(of.filter(isFarther))];
          const all = sum(of);
          expect(rate.asked).toBe(all < 11 ? null : all - (all % 10));
          if (rate.corrected !== null) {
            expect(isTellable(corrected) && isTellable(all - corrected)).toBe(true);
            expectRough(rate.corrected, corrected, all);
          }
          if (rate.nearer !== null) expectRough(rate.nearer, nearer, all);
          if (rate.farther !== null) expectRough(rate.farther, farther, all);
          const parts = [rate.corrected, rate.nearer, rate.farther].filter((part) => part === null);
          expect(parts.length).not.toBe(1);
          for (const { reason, share } of rate.reasons) {
            const because = sum(of.filter(({ override: said }) => said?.reason === reason));
            expect(because).toBeGreaterThanOrEqual(11);
            expectRough(share, because, corrected);
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
