import { Temporal } from 'temporal-polyfill';
import { err, ok, type Result } from '#src/kernel';
import { type Booking, isBlocking } from './booking.ts';

/** Opening of a diary every week: weekday 1 (Monday) to 7 (Sunday), `HH:mm` on the venue's clock. */
export type WeeklyRange = {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
};

/** When a venue takes appointments. `zone` is an IANA zone: its clock. */
export type Diary = {
  readonly zone: string;
  readonly slotMinutes: number;
  readonly ranges: readonly WeeklyRange[];
};

/** A time that a diary offers. Instants are ISO 8601 in UTC, `end` excluded. */
export type Slot = {
  readonly start: string;
  readonly end: string;
  readonly state: 'free' | 'held' | 'booked';
  /** What takes it; `null` when free. */
  readonly bookingId: string | null;
};

/** Days on the diary's clock, `YYYY-MM-DD`, `to` excluded. */
export type DayWindow = { readonly from: string; readonly to: string };

/** BO-1 to BO-5: every slot that the diary has in the window and that is not past, in order of time. */
export function computeSlots(
  diary: Diary,
  bookings: readonly Booking[],
  window: DayWindow,
  now: string,
): Slot[] {
  const blocking = bookings.filter((booking) => isBlocking(booking, now)).map(toPeriod);
  const current = Temporal.Instant.from(now).epochMilliseconds;
  return daysOf(window)
    .flatMap((day) => slotsOfDay(diary, day))
    .filter((period) => period.start > current)
    .sort((a, b) => a.start - b.start)
    .map((period) => toSlot(period, blocking));
}

/** BO-7: the free slots nearest to the one that begins at `lost`, the nearest first: what to offer when it was taken. */
export function nearestFreeSlots(slots: readonly Slot[], lost: string, count: number): Slot[] {
  const away = (slot: Slot) =>
    Math.abs(Temporal.Instant.from(lost).until(slot.start).total('minutes'));
  return slots
    .filter((slot) => slot.state === 'free' && slot.start !== lost)
    .sort((a, b) => away(a) - away(b) || Temporal.Instant.compare(a.start, b.start))
    .slice(0, count);
}

/** BO-8: a diary's ranges do not overlap; those that touch are fine. */
export function checkRanges(ranges: readonly WeeklyRange[]): Result<null, 'ranges-overlap'> {
  const overlap = ranges.some((one, index) =>
    ranges
      .slice(index + 1)
      .some((other) => one.weekday === other.weekday && one.from < other.to && other.from < one.to),
  );
  return overlap ? err('ranges-overlap') : ok(null);
}

/** Epoch milliseconds: thousands of slots are compared at each change of a diary. */
type Period = { readonly start: number; readonly end: number };
type BlockingPeriod = Period & { readonly id: string; readonly state: 'held' | 'booked' };

function toPeriod(booking: Booking): BlockingPeriod {
  return {
    id: booking.id,
    state: booking.state === 'booked' ? 'booked' : 'held',
    start: Temporal.Instant.from(booking.start).epochMilliseconds,
    end: Temporal.Instant.from(booking.end).epochMilliseconds,
  };
}

function toSlot(period: Period, blocking: readonly BlockingPeriod[]): Slot {
  const taken = blocking.filter((b) => b.start < period.end && period.start < b.end);
  const blocker = taken.find((b) => b.state === 'booked') ?? taken[0];
  return {
    start: toInstantText(period.start),
    end: toInstantText(period.end),
    state: blocker?.state ?? 'free',
    bookingId: blocker?.id ?? null,
  };
}

function toInstantText(epochMilliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString();
}

function daysOf(window: DayWindow): Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from(window.from);
  const length = first.until(window.to).days;
  return Array.from({ length: Math.max(0, length) }, (_, days) => first.add({ days }));
}

function slotsOfDay(diary: Diary, day: Temporal.PlainDate): Period[] {
  return diary.ranges
    .filter((range) => range.weekday === day.dayOfWeek)
    .flatMap((range) => slotsOfRange(diary, day, range));
}

function slotsOfRange(diary: Diary, day: Temporal.PlainDate, range: WeeklyRange): Period[] {
  const opening = day.toPlainDateTime(range.from);
  const openMinutes = opening.until(day.toPlainDateTime(range.to)).total('minutes');
  const count = Math.max(0, Math.floor(openMinutes / diary.slotMinutes));
  return Array.from({ length: count }, (_, index) =>
    periodOnClock(diary, opening.add({ minutes: index * diary.slotMinutes })),
  ).filter((period) => period !== null);
}

/** BO-3: `null` where the clock changes inside the slot, so that its length or its time would be a lie. */
function periodOnClock(diary: Diary, start: Temporal.PlainDateTime): Period | null {
  const minutes = { minutes: diary.slotMinutes };
  const from = start.toZonedDateTime(diary.zone);
  const to = from.add(minutes);
  const isTrue =
    from.toPlainDateTime().equals(start) && to.toPlainDateTime().equals(start.add(minutes));
  return isTrue ? { start: from.epochMilliseconds, end: to.epochMilliseconds } : null;
}
