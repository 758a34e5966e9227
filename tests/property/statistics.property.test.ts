import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomes } from '#src/calls';
import { levels } from '#src/distance';
import { fates, type TallyRow, tally } from '#src/statistics';

const sent = fc.record({
  referral: fc.constantFrom('booked' as const, 'requested' as const),
  fate: fc.constantFrom(...fates),
});
const request: fc.Arbitrary<TallyRow> = fc
  .record({
    calls: fc.integer({ min: 1, max: 1000 }),
    outcome: fc.constantFrom(...outcomes),
    service: fc.option(fc.constantFrom('A', 'B', 'C')),
    level: fc.option(fc.constantFrom(...levels)),
  })
  .chain((facts) =>
    fc
      .option(sent)
      .map((referral) => ({ ...facts, ...(referral ?? { referral: null, fate: null }) })),
  );
const withoutRequest: fc.Arbitrary<TallyRow> = fc.record({
  calls: fc.integer({ min: 1, max: 1000 }),
  outcome: fc.constant(null),
  service: fc.constant(null),
  level: fc.constant(null),
  referral: fc.constant(null),
  fate: fc.constant(null),
});
const rows = fc.array(fc.oneof(request, withoutRequest), { maxLength: 40 });

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('the figures of any period reconcile', () => {
  it('ST-1 ST-2 ST-3 ST-17', () => {
    fc.assert(
      fc.property(rows, (anyRows) => {
        const figures = tally(anyRows);
        expect(figures.calls).toBe(figures.withoutRequest + figures.requests);
        expect(sum(Object.values(figures.byOutcome))).toBe(figures.requests);
        expect(sum(Object.values(figures.byLevel))).toBe(figures.requests);
        expect(sum(figures.byService.map((service) => service.requests))).toBe(figures.requests);
        expect(sum(Object.values(figures.byFate))).toBe(figures.referrals);
        expect(figures.booked).toBeLessThanOrEqual(figures.referrals);
        expect(figures.referrals).toBeLessThanOrEqual(figures.requests);
      }),
    );
  });

  it('ST-4 two periods side by side add up to the whole', () => {
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const whole = tally([...first, ...second]);
        const [a, b] = [tally(first), tally(second)];
        expect(whole.calls).toBe(a.calls + b.calls);
        expect(whole.requests).toBe(a.requests + b.requests);
        expect(whole.referrals).toBe(a.referrals + b.referrals);
        expect(whole.booked).toBe(a.booked + b.booked);
        for (const outcome of outcomes) {
          expect(whole.byOutcome[outcome]).toBe(a.byOutcome[outcome] + b.byOutcome[outcome]);
        }
      }),
    );
  });
});
