import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  halfDays,
  isWorthOffering,
  nextInLine,
  offerEnd,
  type Waiting,
  waitListLimits,
} from '#src/booking';

const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Guadeloupe'] as const;
const at = (minutes: number) =>
  Temporal.Instant.from('2026-03-01T00:00:00Z').add({ minutes }).toString();
const zone = fc.constantFrom(...zones);
/** Any minute of a month in which clocks change. */
const moment = fc.integer({ min: 0, max: 45 * 24 * 60 }).map(at);

const waiting: fc.Arbitrary<Waiting> = fc.record({
  referralId: fc.uuid(),
  since: moment,
  suits: fc.record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    halves: fc.uniqueArray(fc.constantFrom(...halfDays), { minLength: 1 }),
  }),
  appointment: fc.option(moment.map((start) => ({ start }))),
  offered: fc.array(moment, { maxLength: 4 }),
  isAsked: fc.boolean(),
});
const line = fc.uniqueArray(waiting, { selector: ({ referralId }) => referralId, maxLength: 8 });
const isBefore = (a: string, b: string) => Temporal.Instant.compare(a, b) < 0;

describe('the wait list', () => {
  it('BO-74 an offer ends by day, not on a Sunday, four hours of days later', () => {
    fc.assert(
      fc.property(moment, zone, (now, zone) => {
        const end = Temporal.Instant.from(offerEnd(now, zone)).toZonedDateTimeISO(zone);
        const clock = end.toPlainTime().toString();
        expect(clock > '08:00' && clock <= '20:00').toBe(true);
        expect(end.dayOfWeek).not.toBe(7);
        const hours = Temporal.Instant.from(now).until(end.toInstant()).total('hours');
        expect(hours).toBeGreaterThanOrEqual(waitListLimits.offerHours);
        // The longest: from a Saturday evening to Monday.
        expect(hours).toBeLessThanOrEqual(41);
      }),
    );
  });

  it('BO-74 what is offered later ends no sooner', () => {
    fc.assert(
      fc.property(moment, moment, zone, (one, other, zone) => {
        const [first, second] = isBefore(one, other) ? [one, other] : [other, one];
        expect(isBefore(offerEnd(second, zone), offerEnd(first, zone))).toBe(false);
      }),
    );
  });

  it('BO-72 whoever is asked may be, has a day’s notice to the last moment, and would come earlier', () => {
    fc.assert(
      fc.property(line, moment, zone, moment, (line, start, zone, now) => {
        const next = nextInLine(line, { start, zone }, now);
        if (next === null) return;
        expect(next.isAsked).toBe(false);
        expect(next.offered.length).toBeLessThan(waitListLimits.mostOffers);
        expect(next.offered).not.toContain(start);
        const notice = Temporal.Instant.from(offerEnd(now, zone)).until(start).total('hours');
        expect(notice).toBeGreaterThanOrEqual(waitListLimits.noticeHours);
        if (next.appointment !== null) expect(isBefore(start, next.appointment.start)).toBe(true);
        const local = Temporal.Instant.from(start).toZonedDateTimeISO(zone);
        expect(next.suits.weekdays).toContain(local.dayOfWeek);
        expect(next.suits.halves).toContain(local.hour < 12 ? 'morning' : 'afternoon');
      }),
    );
  });

  it('BO-71 who is asked was there before all others who might be, whatever the order they are read in', () => {
    fc.assert(
      fc.property(line, moment, zone, moment, (line, start, zone, now) => {
        const next = nextInLine(line, { start, zone }, now);
        expect(nextInLine(line.toReversed(), { start, zone }, now)).toEqual(next);
        if (next === null) {
          for (const alone of line) expect(nextInLine([alone], { start, zone }, now)).toBeNull();
          return;
        }
        const mayBe = line.filter((alone) => nextInLine([alone], { start, zone }, now) !== null);
        for (const other of mayBe) expect(isBefore(other.since, next.since)).toBe(false);
      }),
    );
  });

  it('BO-72 a time is worth offering only earlier than the last that is', () => {
    fc.assert(
      fc.property(moment, zone, moment, (start, zone, now) => {
        const later = Temporal.Instant.from(start).add({ minutes: 1 }).toString();
        if (isWorthOffering({ start, zone }, now)) {
          expect(isWorthOffering({ start: later, zone }, now)).toBe(true);
        }
      }),
    );
  });
});
