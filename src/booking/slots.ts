import { Temporal } from 'temporal-polyfill';
import { holidaysOf } from '#src/hours';
import { type Booking, holdMinutes, isBlocking } from './booking.ts';
import type { AppointmentKind, Diary } from './diary.ts';
import { firstStart, openPeriods, stepped } from './free-time.ts';
import { isInside, overlap, type Period, within, without } from './periods.ts';
import { type Clock, clockOf, minuteMs } from './wall-clock.ts';

/** A time that a diary has for a kind of appointment. Instants are ISO 8601 in UTC, `end` excluded. */
export type Slot = {
  readonly start: string;
  readonly end: string;
  /** `free` as long as somebody may come; else `held` where one of those that take it is only held. */
  readonly state: 'free' | 'held' | 'booked';
  /** How many more may come. */
  readonly placesLeft: number;
  /** What takes it, or some of its places. */
  readonly bookingIds: readonly string[];
};

/** Days on the diary's clock, `YYYY-MM-DD`, `to` excluded. */
export type DayWindow = { readonly from: string; readonly to: string };

/**
 * BO-1 to BO-5, BO-30 to BO-33: what the diary still has for a kind of appointment in the window, and what of it is taken, in order
 * of time.
 */
export function computeSlots(
  diary: Diary,
  kind: AppointmentKind,
  bookings: readonly Booking[],
  window: DayWindow,
  now: string,
): Slot[] {
  const clock = clockOf(diary.zone);
  const asked = { start: clock.day(window.from).start, end: clock.day(window.to).start };
  const offered = bookableWindow(diary, clock, asked, instantOf(now));
  const open = openTime(diary, kind.id, clock, asked);
  const taken = bookings.filter((booking) => isBlocking(booking, now)).map(takenTime);
  const free = without(
    within(open, offered),
    taken.map((one) => ({ start: one.start - kind.restMinutes * minuteMs, end: one.restEnd })),
  );
  const untouched = stepped(
    free,
    { durationMin: kind.minutes, bufferMin: kind.restMinutes },
    clock,
  ).map((start) => ({ start, end: start + kind.minutes * minuteMs, by: [] }));
  const touched = sessionsOf(kind, taken).filter(
    (session) => session.start > instantOf(now) && open.some((period) => isInside(session, period)),
  );
  return [...untouched, ...touched]
    .sort((a, b) => a.start - b.start)
    .map((session) => toSlot(session, kind))
    .filter(({ state, start }) => state !== 'free' || instantOf(start) >= offered.start);
}

/** BO-7: the free slots nearest to the one that begins at `lost`, the nearest first: what to offer when it was taken. */
export function nearestFreeSlots<Offered extends Slot>(
  slots: readonly Offered[],
  lost: string,
  count: number,
): Offered[] {
  const away = (slot: Slot) => Math.abs(instantOf(slot.start) - instantOf(lost));
  return slots
    .filter(({ state }) => state === 'free')
    .sort((a, b) => away(a) - away(b) || instantOf(a.start) - instantOf(b.start))
    .slice(0, count);
}

/**
 * BO-9: whether the time may be held, taken or not: of the kind's length, and in its open time. Desks see what others hold a
 * moment later or earlier, and so count from other times: whatever fits is granted, as long as it could have been offered
 * while a hold lasts.
 */
export function isOffered(
  diary: Diary,
  kind: AppointmentKind,
  wanted: { readonly start: string; readonly end: string },
  now: string,
): boolean {
  const period = { start: instantOf(wanted.start), end: instantOf(wanted.end) };
  if (period.end - period.start !== kind.minutes * minuteMs) return false;
  const clock = clockOf(diary.zone);
  const asked = clock.day(clock.dayOf(period.start).toString());
  const seen = instantOf(now) - holdMinutes * minuteMs;
  return within(
    openTime(diary, kind.id, clock, asked),
    bookableWindow(diary, clock, asked, seen),
  ).some((open) => isInside(period, open));
}

/** BO-38: the appointments to come that the diary, as it is now, has no open time for. They stand. */
export function appointmentsOutside<Kept extends Booking>(
  diary: Diary,
  bookings: readonly Kept[],
  now: string,
): Kept[] {
  const clock = clockOf(diary.zone);
  return bookings
    .filter(({ state, start }) => state === 'booked' && instantOf(start) > instantOf(now))
    .filter((booking) => {
      const period = { start: instantOf(booking.start), end: instantOf(booking.end) };
      const day = clock.day(clock.dayOf(period.start).toString());
      return !openTime(diary, booking.kindId, clock, day).some((open) => isInside(period, open));
    })
    .sort((a, b) => instantOf(a.start) - instantOf(b.start));
}

/** What an appointment and its rest take, and who it is. */
type TakenTime = Period & { readonly restEnd: number; readonly booking: Booking };
/** Those who meet at one time: one person, or those of a workshop. */
type Session = Period & { readonly by: readonly Booking[] };

function takenTime(booking: Booking): TakenTime {
  const { start, end, restUntil } = booking;
  return {
    start: instantOf(start),
    end: instantOf(end),
    restEnd: instantOf(restUntil),
    booking,
  };
}

function sessionsOf(kind: AppointmentKind, taken: readonly TakenTime[]): readonly Session[] {
  const sessions = Map.groupBy(taken, ({ booking, start }) =>
    isWorkshop(kind) && isInWorkshop(booking, kind) ? start : booking.id,
  );
  return [...sessions.values()].flatMap((ofOne) => {
    const [first] = ofOne;
    const by = ofOne.map(({ booking }) => booking);
    return first === undefined ? [] : [{ start: first.start, end: first.end, by }];
  });
}

function isInWorkshop({ isShared, kindId }: Booking, kind: AppointmentKind): boolean {
  return isShared && kindId === kind.id;
}

/** Whether several people may come at once. */
export function isWorkshop(kind: Pick<AppointmentKind, 'places'>): boolean {
  return kind.places > 1;
}

function toSlot({ start, end, by }: Session, kind: AppointmentKind): Slot {
  // A workshop whose length was changed since goes on as it was, for those who are in it.
  const isJoinable =
    end - start === kind.minutes * minuteMs && by.every((booking) => isInWorkshop(booking, kind));
  const placesLeft = isJoinable ? Math.max(0, kind.places - by.length) : 0;
  const taken = by.some(({ state }) => state === 'held') ? 'held' : 'booked';
  return {
    start: toInstantText(start),
    end: toInstantText(end),
    state: placesLeft > 0 ? 'free' : taken,
    placesLeft,
    bookingIds: by.map(({ id }) => id),
  };
}

/** BO-31: from the soonest, on the next five minutes, to the end of the furthest day. */
function bookableWindow({ window }: Diary, clock: Clock, asked: Period, now: number): Period {
  const furthest = clock.dayOf(now).add({ days: window.furthestDays });
  return {
    start: Math.max(asked.start, firstStart(now + window.soonestMinutes * minuteMs)),
    end: Math.min(asked.end, clock.day(furthest.toString()).end),
  };
}

/**
 * BO-30, BO-32: when the diary is open for a kind, whatever is booked. A holiday closes the week, not an opening of that very day;
 * an absence and a closing close both.
 */
function openTime(diary: Diary, kindId: string, clock: Clock, window: Period): readonly Period[] {
  const isFor = (range: { readonly kindId: string | null }) =>
    range.kindId === null || range.kindId === kindId;
  const weekly = diary.ranges.filter(isFor).map(({ weekday, from, to, since, until }) => ({
    weekdays: [weekday],
    from: since,
    until,
    start: from,
    end: to,
  }));
  const moments = ({ day, from, to }: { day: string; from: string; to: string }) => ({
    start: `${day}T${from}`,
    end: `${day}T${to}`,
  });
  const { exceptions, absences } = diary;
  const extra = exceptions.flatMap((one) =>
    one.type === 'open' && isFor(one) ? [moments(one)] : [],
  );
  const closings = exceptions.flatMap((one) => (one.type === 'closed' ? [moments(one)] : []));
  const usual = without(
    openPeriods(weekly, clock, window),
    diary.opensOnHolidays ? [] : holidaysIn(diary, clock, window),
  );
  return without(
    [...usual, ...openPeriods(extra, clock, window)],
    [
      ...closings.map(({ start, end }) => ({ start: clock.at(start), end: clock.at(end) })),
      ...absences.map(({ from, until }) => ({
        start: clock.day(from).start,
        end: clock.day(until).end,
      })),
    ],
  );
}

/** BO-32: those on which the law agrees; a day that some sources only hold for one is the mediator's to close. */
function holidaysIn({ territory }: Diary, clock: Clock, window: Period): readonly Period[] {
  const [first, last] = [clock.dayOf(window.start), clock.dayOf(window.end)];
  // By their names first: to place a day in time takes longer than all else here.
  const isAsked = (day: string) => first.toString() <= day && day <= last.toString();
  return [...new Set([first.year, last.year])]
    .flatMap((year) => holidaysOf(territory, year))
    .filter(({ status, day }) => status === 'legal' && isAsked(day))
    .map(({ day }) => clock.day(day))
    .filter((day) => overlap(day, window));
}

function instantOf(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds;
}

function toInstantText(epochMilliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString();
}
