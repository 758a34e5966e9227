import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type AppointmentKind,
  type Booking,
  checkRanges,
  computeFreeTime,
  computeSlots,
  type DatedException,
  type Diary,
  isOffered,
} from '#src/booking';
import { aloneKind, rulesFor, weekly } from '../support/diaries.ts';

const clock = fc.integer({ min: 0, max: 24 * 12 - 1 }).map((step) => {
  const hour = String(Math.floor(step / 12)).padStart(2, '0');
  return `${hour}:${String((step % 12) * 5).padStart(2, '0')}`;
});
const times = fc.record({ from: clock, to: clock }).filter(({ from, to }) => from < to);

/** Weeks around a change of the clock, with a holiday, and quiet ones. */
const monday = fc.constantFrom('2026-03-23', '2026-05-11', '2026-10-19', '2026-12-21');
const now = '2026-03-01T00:00:00Z';
const weekFrom = (from: string) => ({
  from,
  to: Temporal.PlainDate.from(from).add({ weeks: 1 }).toString(),
});

const kind: fc.Arbitrary<AppointmentKind> = fc
  .record({
    minutes: fc.integer({ min: 30, max: 240 }),
    restMinutes: fc.integer({ min: 0, max: 60 }),
    places: fc.integer({ min: 1, max: 3 }),
  })
  .map((drawn) => ({ ...aloneKind, ...drawn }));

const place = fc.constantFrom(
  { zone: 'Europe/Paris', territory: 'alsace-moselle' },
  { zone: 'Indian/Reunion', territory: 'reunion' },
  { zone: 'America/Miquelon', territory: 'saint-pierre-et-miquelon' },
  { zone: 'Pacific/Noumea', territory: 'nouvelle-caledonie' },
) satisfies fc.Arbitrary<Pick<Diary, 'zone' | 'territory'>>;

/** What differs on some days of the week that begins on `from`. */
const exceptions = (from: string): fc.Arbitrary<readonly DatedException[]> => {
  const day = fc
    .integer({ min: 0, max: 6 })
    .map((days) => Temporal.PlainDate.from(from).add({ days }).toString());
  const open = fc
    .tuple(day, times)
    .map(([on, hours]) => ({ type: 'open' as const, day: on, ...hours, kindId: null }));
  const closed = fc
    .tuple(day, times)
    .map(([on, hours]) => ({ type: 'closed' as const, day: on, ...hours }));
  return fc.array(fc.oneof(open, closed), { maxLength: 4 });
};

const diary = (from: string): fc.Arbitrary<Diary> =>
  fc
    .record({
      place,
      kind,
      ranges: fc.array(
        fc
          .tuple(fc.integer({ min: 1, max: 7 }), times)
          .map(([weekday, hours]) => weekly(weekday, hours.from, hours.to)),
        { maxLength: 6 },
      ),
      exceptions: exceptions(from),
      opensOnHolidays: fc.boolean(),
    })
    .filter(({ ranges }) => checkRanges(ranges).ok)
    .map(({ place: where, kind: only, ...drawn }) => ({
      ...rulesFor(30, []),
      ...drawn,
      ...where,
      kinds: [only],
      window: { soonestMinutes: 30, furthestDays: 365 },
    }));

/** Bookings of that week, of any kind, standing or not, apart or not. */
const bookings = (from: string): fc.Arbitrary<readonly Booking[]> =>
  fc.array(
    fc
      .record({
        id: fc.uuid(),
        kindId: fc.constantFrom(aloneKind.id, 'another'),
        minute: fc.integer({ min: 0, max: 7 * 24 * 12 }).map((step) => step * 5),
        length: fc.integer({ min: 5, max: 300 }),
        rest: fc.integer({ min: 0, max: 60 }),
        state: fc.constantFrom('held' as const, 'booked' as const, 'released' as const),
        isShared: fc.boolean(),
        expired: fc.boolean(),
      })
      .map(({ id, kindId, minute, length, rest, isShared, state, expired }) => {
        const start = Temporal.Instant.from(`${from}T00:00:00Z`).add({ minutes: minute });
        const end = start.add({ minutes: length });
        const until = expired ? '2000-01-01T00:00:00Z' : '2100-01-01T00:00:00Z';
        return {
          id,
          kindId,
          start: start.toString(),
          end: end.toString(),
          restUntil: end.add({ minutes: rest }).toString(),
          isShared,
          state,
          holdExpiresAt: state === 'held' ? until : null,
        };
      }),
    { maxLength: 8 },
  );

const stands = ({ state, holdExpiresAt }: Booking) =>
  state === 'booked' || (state === 'held' && (holdExpiresAt ?? '') > now);
const at = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
const minute = 60_000;

const drawn = monday.chain((from) => fc.tuple(fc.constant(from), diary(from), bookings(from)));
const kindOf = ({ kinds }: Diary) => kinds[0] ?? aloneKind;
const free = (any: Diary, taken: readonly Booking[], from: string) =>
  computeSlots(any, kindOf(any), taken, weekFrom(from), now).filter(
    ({ state }) => state === 'free',
  );

describe('what any diary offers', () => {
  it('BO-9 BO-33 the database would grant each free time: it fits, and touches nobody’s time nor rest', () => {
    fc.assert(
      fc.property(drawn, ([from, any, taken]) => {
        const { id, minutes, restMinutes, places } = kindOf(any);
        for (const slot of free(any, taken, from)) {
          expect(at(slot.end) - at(slot.start)).toBe(minutes * minute);
          expect(isOffered(any, kindOf(any), slot, now)).toBe(true);
          const others = taken.filter(
            (booking) => stands(booking) && !slot.bookingIds.includes(booking.id),
          );
          for (const other of slot.bookingIds.length > 0 ? [] : others) {
            const isApart =
              at(slot.end) + restMinutes * minute <= at(other.start) ||
              at(other.restUntil) <= at(slot.start);
            expect(isApart).toBe(true);
          }
          for (const sharing of slot.bookingIds) {
            const found = taken.find((booking) => booking.id === sharing);
            expect(found).toMatchObject({ kindId: id, start: slot.start, isShared: true });
          }
          expect(slot.placesLeft).toBe(places - slot.bookingIds.length);
        }
      }),
      // Each slot is looked up in the diary again.
      { numRuns: 40 },
    );
  });

  it('BO-33 free times that nobody shares leave each other their rest', () => {
    fc.assert(
      fc.property(drawn, ([from, any, taken]) => {
        const untouched = free(any, taken, from).filter(
          ({ bookingIds }) => bookingIds.length === 0,
        );
        for (const [index, slot] of untouched.entries()) {
          const next = untouched[index + 1];
          const rested = at(slot.end) + kindOf(any).restMinutes * minute;
          // One that ends where its range does rests while it is closed: another range may begin in it.
          if (next && isOneRange(any, slot.start, next.end)) {
            expect(rested).toBeLessThanOrEqual(at(next.start));
          }
        }
      }),
    );
  });

  it('BO-13 to BO-16 a diary counts as slots compute does', () => {
    const plain = monday.chain((from) =>
      fc.tuple(fc.constant(from), diary(from), fc.integer({ min: 0, max: 7 * 24 * 60 })),
    );
    fc.assert(
      fc.property(plain, ([from, any, minutes]) => {
        const set: Diary = { ...any, exceptions: [], opensOnHolidays: true };
        const later = Temporal.Instant.from(`${from}T00:00:00Z`).add({ minutes });
        const wall = (instant: Temporal.Instant) =>
          instant
            .toZonedDateTimeISO(set.zone)
            .toPlainDateTime()
            .toString({ smallestUnit: 'minute' });
        const window = weekFrom(from);
        const offered = computeSlots(set, kindOf(set), [], window, later.toString());
        const counted = computeFreeTime({
          zone: set.zone,
          now: wall(later.add({ minutes: set.window.soonestMinutes })),
          durationMin: kindOf(set).minutes,
          bufferMin: kindOf(set).restMinutes,
          ranges: set.ranges.map(({ weekday, from: start, to: end }) => ({
            weekdays: [weekday],
            from: null,
            until: null,
            start,
            end,
          })),
          busy: [],
          from: `${window.from}T00:00`,
          to: `${window.to}T00:00`,
          holidays: [],
        });
        expect(offered.map(({ start }) => wall(Temporal.Instant.from(start)))).toEqual(
          counted.slots,
        );
      }),
    );
  });

  it('BO-5 nobody’s time is lost: what stands in open time is shown, and nothing else is taken', () => {
    fc.assert(
      fc.property(drawn, ([from, any, taken]) => {
        const shown = computeSlots(any, kindOf(any), taken, weekFrom(from), now);
        const ids = shown.flatMap(({ bookingIds }) => bookingIds);
        expect(new Set(ids).size).toBe(ids.length);
        const standing = new Set(taken.filter(stands).map(({ id }) => id));
        for (const id of ids) expect(standing.has(id)).toBe(true);
        for (const slot of shown.filter(({ state }) => state !== 'free')) {
          expect(slot.bookingIds.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

/** Whether all of that time is inside one range of the week, so that nothing closes between. */
function isOneRange(any: Diary, start: string, end: string): boolean {
  const from = Temporal.Instant.from(start).toZonedDateTimeISO(any.zone);
  const to = Temporal.Instant.from(end).toZonedDateTimeISO(any.zone);
  const clockOf = (time: Temporal.ZonedDateTime) => time.toPlainTime().toString().slice(0, 5);
  return (
    from.toPlainDate().equals(to.toPlainDate()) &&
    any.ranges.some(
      (range) =>
        range.weekday === from.dayOfWeek &&
        range.from <= clockOf(from) &&
        clockOf(to) <= range.to &&
        clockOf(from) < clockOf(to),
    ) &&
    any.exceptions.length === 0
  );
}
