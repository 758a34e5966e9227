import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Booking, checkRanges, computeSlots, type Diary } from '#src/booking';

const clock = fc.integer({ min: 0, max: 24 * 12 - 1 }).map((step) => {
  const hour = String(Math.floor(step / 12)).padStart(2, '0');
  return `${hour}:${String((step % 12) * 5).padStart(2, '0')}`;
});

const diary: fc.Arbitrary<Diary> = fc
  .record({
    zone: fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Miquelon', 'Pacific/Noumea'),
    slotMinutes: fc.integer({ min: 10, max: 240 }),
    ranges: fc.array(
      fc
        .record({ weekday: fc.integer({ min: 1, max: 7 }), from: clock, to: clock })
        .filter((range) => range.from < range.to),
      { maxLength: 6 },
    ),
  })
  .filter((candidate) => checkRanges(candidate.ranges).ok);

/** Weeks around a change of the clock, and quiet ones. */
const monday = fc.constantFrom(
  '2026-01-12',
  '2026-03-23',
  '2026-06-29',
  '2026-10-19',
  '2026-11-02',
);
const weekFrom = (from: string) => ({
  from,
  to: Temporal.PlainDate.from(from).add({ weeks: 1 }).toString(),
});
const never = '2000-01-01T00:00:00Z';

const bookings = (from: string): fc.Arbitrary<Booking[]> =>
  fc.array(
    fc
      .record({
        id: fc.uuid(),
        minute: fc.integer({ min: 0, max: 7 * 24 * 60 }),
        length: fc.integer({ min: 5, max: 300 }),
        state: fc.constantFrom('held' as const, 'booked' as const, 'released' as const),
        expired: fc.boolean(),
      })
      .map(({ id, minute, length, state, expired }) => {
        const start = Temporal.Instant.from(`${from}T00:00:00Z`).add({ minutes: minute });
        return {
          id,
          start: start.toString(),
          end: start.add({ minutes: length }).toString(),
          state,
          holdExpiresAt: state === 'held' ? (expired ? never : '2100-01-01T00:00:00Z') : null,
        };
      }),
    { maxLength: 8 },
  );

describe('what any diary offers', () => {
  it('BO-1 BO-3 every slot has its length and lies within a range, on the clock of the venue', () => {
    fc.assert(
      fc.property(diary, monday, (anyDiary, from) => {
        for (const slot of computeSlots(anyDiary, [], weekFrom(from), never)) {
          const start = Temporal.Instant.from(slot.start).toZonedDateTimeISO(anyDiary.zone);
          const end = Temporal.Instant.from(slot.end).toZonedDateTimeISO(anyDiary.zone);
          expect(start.until(end).total('minutes')).toBe(anyDiary.slotMinutes);
          const clockOf = (time: Temporal.ZonedDateTime) =>
            time.toPlainTime().toString().slice(0, 5);
          const fits = anyDiary.ranges.some(
            (range) =>
              range.weekday === start.dayOfWeek &&
              range.from <= clockOf(start) &&
              clockOf(start) < clockOf(end) &&
              clockOf(end) <= range.to,
          );
          expect(fits).toBe(true);
        }
      }),
    );
  });

  it('slots are in order and never overlap', () => {
    fc.assert(
      fc.property(diary, monday, (anyDiary, from) => {
        const slots = computeSlots(anyDiary, [], weekFrom(from), never);
        for (const [index, slot] of slots.entries()) {
          const next = slots[index + 1];
          if (next) expect(Temporal.Instant.compare(slot.end, next.start)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('BO-5 a slot is free exactly when no standing booking overlaps it', () => {
    fc.assert(
      fc.property(
        diary,
        monday.chain((from) => fc.tuple(fc.constant(from), bookings(from))),
        (anyDiary, [from, taken]) => {
          const now = '2026-01-01T00:00:00Z';
          for (const slot of computeSlots(anyDiary, taken, weekFrom(from), now)) {
            const isTaken = taken.some(
              (booking) =>
                (booking.state === 'booked' ||
                  (booking.state === 'held' && booking.holdExpiresAt !== never)) &&
                Temporal.Instant.compare(booking.start, slot.end) < 0 &&
                Temporal.Instant.compare(slot.start, booking.end) < 0,
            );
            expect(slot.state !== 'free').toBe(isTaken);
          }
        },
      ),
    );
  });

  it('BO-4 later on, the same slots are offered but those that have begun', () => {
    fc.assert(
      fc.property(diary, monday, fc.integer({ min: 0, max: 7 * 24 }), (anyDiary, from, hours) => {
        const now = Temporal.Instant.from(`${from}T00:00:00Z`).add({ hours });
        const all = computeSlots(anyDiary, [], weekFrom(from), never);
        const later = computeSlots(anyDiary, [], weekFrom(from), now.toString());
        expect(later).toEqual(all.filter((slot) => Temporal.Instant.compare(slot.start, now) > 0));
      }),
    );
  });
});
