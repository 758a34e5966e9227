import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callStatuses } from '../../main/hub/telephony/twilio/fetch-leg.port.ts';
import {
  type LegProgress,
  mergeProgress,
  progressOf,
} from '../../main/hub/telephony/twilio/leg.ts';

const instant = fc
  .integer({ min: 0, max: 86_400 })
  .map((seconds) => new Date(Date.UTC(2026, 0, 12) + seconds * 1000).toISOString());
const said = fc
  .tuple(fc.constantFrom(...callStatuses), instant, fc.integer({ min: 0, max: 600 }))
  .map(([status, at, durationS]) => progressOf(status, at, durationS));
const nothing: LegProgress = { state: 'ringing', joinedAt: null, endedAt: null };
const all = (told: readonly LegProgress[]) => told.reduce(mergeProgress, nothing);

describe('TW-6 what an end has come to', () => {
  it('is the same in whatever order it was told, and however often', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (told, draws) => {
        const again = told.flatMap((one) => [one, one, one]);
        const shuffled = again
          .map((one) => ({ one, rank: draws.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        expect(all(shuffled)).toEqual(all(told));
      }),
    );
  });

  it('is an end for good, once one was told', () => {
    fc.assert(
      fc.property(fc.array(said), fc.array(said), said, (before, after, one) => {
        fc.pre(one.state === 'ended');
        expect(all([...before, one, ...after]).state).toBe('ended');
      }),
    );
  });

  it('has joined since the earliest time that was told', () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 1 }), (told) => {
        const joined = told.flatMap(({ joinedAt }) => joinedAt ?? []).sort();
        expect(all(told).joinedAt).toBe(joined[0] ?? null);
      }),
    );
  });
});
