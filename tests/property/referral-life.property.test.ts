import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  advanceReferral,
  type ReferralAct,
  type ReferralLife,
  referralResults,
  stands,
} from '#src/booking';

const start = Temporal.Instant.from('2026-01-13T09:00:00Z');

const act: fc.Arbitrary<ReferralAct> = fc.oneof(
  fc.constantFrom('accept', 'refuse', 'attend', 'miss', 'cancel').map((type) => ({ type })),
  fc.constantFrom(...referralResults).map((result) => ({ type: 'result' as const, result })),
);
/** What is said one after the other, over some days around the appointment. */
const said = fc.array(fc.record({ act, hoursLater: fc.integer({ min: 0, max: 30 }) }), {
  maxLength: 12,
});
const isBooked = fc.boolean();

/** Every referral that was on the way, with what was said and when; what is refused changes nothing. */
function live(
  acts: readonly { readonly act: ReferralAct; readonly hoursLater: number }[],
  booked: boolean,
): readonly { readonly before: ReferralLife; readonly after: ReferralLife; readonly at: string }[] {
  const appointment = booked ? { start: start.toString() } : null;
  let referral: ReferralLife = {
    state: 'sent',
    appointment,
    decidedAt: null,
    attendanceAt: null,
    result: null,
    resultAt: null,
  };
  let now = start.subtract({ hours: 24 });
  return acts.flatMap(({ act: one, hoursLater }) => {
    now = now.add({ hours: hoursLater });
    const moved = advanceReferral(referral, one, now.toString());
    if (!moved.ok) return [];
    const before = referral;
    referral = { ...moved.value, appointment };
    return [{ before, after: referral, at: now.toString() }];
  });
}

describe('whatever is said of a referral', () => {
  it('BO-20 BO-21 what is kept goes with its state', () => {
    fc.assert(
      fc.property(said, isBooked, (acts, booked) => {
        for (const { after } of live(acts, booked)) {
          const { state, decidedAt, attendanceAt, result, resultAt } = after;
          expect(attendanceAt !== null).toBe(state === 'attended' || state === 'missed');
          expect(result === null).toBe(resultAt === null);
          if (result !== null) expect(state).toBe('attended');
          if (state !== 'cancelled') expect(decidedAt === null).toBe(state === 'sent');
        }
      }),
    );
  });

  it('BO-20 nobody is said to have come, or not, before the appointment begins', () => {
    fc.assert(
      fc.property(said, (acts) => {
        for (const { after, at } of live(acts, true)) {
          if (after.attendanceAt === null) continue;
          expect(Temporal.Instant.compare(at, start)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('BO-22 what was said for more than a day stays', () => {
    fc.assert(
      fc.property(said, isBooked, (acts, booked) => {
        for (const { before, after, at } of live(acts, booked)) {
          const isOld = (since: string | null) =>
            since !== null && Temporal.Instant.from(since).until(at).total('hours') > 24;
          if (isOld(before.attendanceAt)) expect(after.state).toBe(before.state);
          if (isOld(before.resultAt) && after.state === 'attended') {
            expect(after.result).toBe(before.result);
          }
        }
      }),
    );
  });

  it('BO-25 nothing follows a refusal or a cancellation', () => {
    fc.assert(
      fc.property(said, isBooked, (acts, booked) => {
        for (const { before } of live(acts, booked)) expect(stands(before.state)).toBe(true);
      }),
    );
  });
});
