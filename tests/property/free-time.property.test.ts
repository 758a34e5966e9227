import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { computeFreeTime, type FreeTimeQuery } from '#src/booking';

/** Around both changes of the clock, and where it never changes. */
const first = fc.constantFrom('2026-03-27', '2026-10-23', '2026-06-29');
const zone = fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Miquelon');
const days = 4;
/** Every time drawn is a multiple of it, so that looking at each step misses nothing. */
const stepMin = 5;

const query: fc.Arbitrary<FreeTimeQuery> = fc.tuple(first, zone).chain(([day, zoneOfAll]) => {
  const moment = fc.integer({ min: 0, max: days * 24 * 12 }).map((step) =>
    Temporal.PlainDateTime.from(`${day}T00:00`)
      .add({ minutes: step * stepMin })
      .toString({ smallestUnit: 'minute' }),
  );
  const period = fc.record({ start: moment, end: moment }).filter(({ start, end }) => start < end);
  const time = fc.integer({ min: 0, max: 287 }).map((step) =>
    Temporal.PlainTime.from('00:00')
      .add({ minutes: step * stepMin })
      .toString({ smallestUnit: 'minute' }),
  );
  const weekly = fc
    .record({
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
      from: fc.constant(day),
      until: fc.constant(null),
      start: time,
      end: time,
    })
    .filter(({ start, end }) => start < end);
  const holiday = fc
    .integer({ min: 0, max: days })
    .map((plus) => Temporal.PlainDate.from(day).add({ days: plus }).toString());
  return fc.record({
    zone: fc.constant(zoneOfAll),
    now: moment,
    durationMin: fc.integer({ min: 1, max: 24 }).map((steps) => steps * stepMin),
    bufferMin: fc.integer({ min: 0, max: 6 }).map((steps) => steps * stepMin),
    ranges: fc.array(fc.oneof(period, weekly), { maxLength: 5 }),
    busy: fc.array(period, { maxLength: 5 }),
    from: fc.constant(`${day}T00:00`),
    to: moment,
    holidays: fc.array(holiday, { maxLength: 1 }),
  });
});

const stepMs = stepMin * 60_000;

/** Step by step, without any interval: whether each step of the days is free. */
function freeSteps(asked: FreeTimeQuery): ReadonlySet<number> {
  const at = (moment: string) =>
    Temporal.PlainDateTime.from(moment).toZonedDateTime(asked.zone).epochMilliseconds;
  const free = new Set<number>();
  const now = at(asked.now);
  const rounded = Math.ceil(now / stepMs) * stepMs;
  for (let minute = at(asked.from); minute < at(asked.to); minute += stepMs) {
    const wall = Temporal.Instant.fromEpochMilliseconds(minute).toZonedDateTimeISO(asked.zone);
    const day = wall.toPlainDate().toString();
    const isIn = (range: { readonly start: string; readonly end: string }, restMin = 0) =>
      at(range.start) <= minute && minute < at(range.end) + restMin * 60_000;
    const isOpen = asked.ranges.some((range) =>
      'weekdays' in range
        ? range.weekdays.includes(wall.dayOfWeek) &&
          isIn({ start: `${day}T${range.start}`, end: `${day}T${range.end}` })
        : isIn(range),
    );
    const isBusy = asked.busy.some((busy) => isIn(busy, asked.bufferMin));
    if (isOpen && !isBusy && !asked.holidays.includes(day) && minute >= rounded) free.add(minute);
  }
  return free;
}

describe('the times that any diary leaves free', () => {
  it('BO-13 BO-14 BO-16 are those found by looking at each step of time', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const free = freeSteps(asked);
        const walls = [...free].map((minute) =>
          Temporal.Instant.fromEpochMilliseconds(minute)
            .toZonedDateTimeISO(asked.zone)
            .toPlainDateTime()
            .toString({ smallestUnit: 'minute' }),
        );
        const told = computeFreeTime(asked).free;
        const isTold = (wall: string) =>
          told.some(({ start, end }) => start <= wall && (wall < end || end < start));
        expect(walls.filter((wall) => !isTold(wall))).toEqual([]);
        const starts = [...free].filter((minute) => !free.has(minute - stepMs));
        expect(told.map(({ start }) => start)).toEqual(
          starts.map((minute) => walls[[...free].indexOf(minute)]),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('BO-15 every appointment and its whole length is free, and none begins in the rest of another', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const free = freeSteps(asked);
        const starts = computeFreeTime(asked).slots.map(
          (slot) => Temporal.PlainDateTime.from(slot).toZonedDateTime(asked.zone).epochMilliseconds,
        );
        for (const [index, start] of starts.entries()) {
          for (let minute = 0; minute < asked.durationMin; minute += stepMin) {
            expect(free.has(start + minute * 60_000)).toBe(true);
          }
          const before = starts[index - 1];
          if (before === undefined) continue;
          const isAfterRest =
            start - before >= (asked.durationMin + asked.bufferMin) * 60_000 ||
            !free.has(start - stepMs);
          expect(isAfterRest).toBe(true);
          expect(start - before).toBeGreaterThanOrEqual(asked.durationMin * 60_000);
        }
      }),
      { numRuns: 30 },
    );
  });
});
