import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  advanceReferral,
  cancellers,
  type ReferralAct,
  type ReferralLife,
  type ReferralState,
  referralNews,
  referralResults,
  stands,
} from '#src/booking';

const start = Temporal.Instant.from('2026-01-13T09:00:00Z');

const timeId = fc.constantFrom('one', 'two');
const later = fc.integer({ min: -30, max: 60 }).map((hours) => ({
  start: start.add({ hours }).toString(),
}));
const act: fc.Arbitrary<ReferralAct> = fc.oneof(
  fc
    .constantFrom('receive', 'accept', 'refuse', 'decline', 'attend', 'miss', 'cancel', 'expire')
    .map((type) => ({ type })),
  fc.array(later, { minLength: 1, maxLength: 3 }).map((times) => ({
    type: 'propose' as const,
    times,
  })),
  timeId.map((id) => ({ type: 'choose' as const, timeId: id })),
  fc
    .record({ by: fc.constantFrom(...cancellers), to: later })
    .map((moved) => ({ type: 'move' as const, ...moved })),
  fc.constantFrom(...referralNews).map((news) => ({ type: 'learn' as const, news })),
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
  let now = start.subtract({ hours: 24 });
  let referral: ReferralLife = {
    state: 'sent',
    appointment: booked ? { start: start.toString() } : null,
    proposal: null,
    awaitedSince: now.toString(),
    decidedAt: null,
    attendanceAt: null,
    result: null,
    resultAt: null,
    heardAt: null,
  };
  return acts.flatMap(({ act: one, hoursLater }) => {
    now = now.add({ hours: hoursLater });
    const moved = advanceReferral(referral, one, now.toString());
    if (!moved.ok) return [];
    const before = referral;
    referral = { ...moved.value, ...timesAfter(before, one, moved.value.state) };
    return [{ before, after: referral, at: now.toString() }];
  });
}

/** The times that the hub writes with it. */
function timesAfter(
  { appointment, proposal }: ReferralLife,
  said: ReferralAct,
  state: ReferralState,
): Pick<ReferralLife, 'appointment' | 'proposal'> {
  if (said.type === 'propose') {
    const times = said.times.map(({ start: from }, index) => ({
      id: index === 0 ? 'one' : 'two',
      start: from,
    }));
    return { appointment, proposal: { times } };
  }
  const chosen = proposal?.times.find(({ id }) => said.type === 'choose' && id === said.timeId);
  const taken = said.type === 'move' ? said.to : (chosen ?? appointment);
  return { appointment: taken, proposal: state === 'proposed' ? proposal : null };
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
          const isUnanswered = ['sent', 'received', 'proposed', 'expired'].includes(state);
          if (state !== 'cancelled') expect(decidedAt === null).toBe(isUnanswered);
        }
      }),
    );
  });

  it('BO-20 nobody is said to have come, or not, before the appointment begins', () => {
    fc.assert(
      fc.property(said, (acts) => {
        for (const { after, at } of live(acts, true)) {
          if (after.attendanceAt === null || after.appointment === null) continue;
          const begun = Temporal.Instant.compare(at, after.appointment.start);
          expect(begun).toBeGreaterThanOrEqual(0);
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

  it('BO-92 BO-94 no appointment is had that had begun when it was taken', () => {
    fc.assert(
      fc.property(said, isBooked, (acts, booked) => {
        for (const { before, after, at } of live(acts, booked)) {
          if (after.appointment === before.appointment || after.appointment === null) continue;
          expect(Temporal.Instant.compare(after.appointment.start, at)).toBe(1);
        }
      }),
    );
  });

  it('BO-95 nobody who has an appointment is given up', () => {
    fc.assert(
      fc.property(said, isBooked, (acts, booked) => {
        for (const { after } of live(acts, booked)) {
          if (after.state === 'expired') expect(after.appointment).toBeNull();
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
