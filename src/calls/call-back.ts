import { Temporal } from 'temporal-polyfill';
import { type HoursPlace, holidaysOf } from '#src/hours';

/** CA-12: the number to call, of those that the record knows; `null` where it knows none. */
export function numberToCall(known: {
  /** Given to be called back at. */
  readonly callBackNumber: string | null;
  /** That phoned. */
  readonly number: string | null;
  /** Of the people named, who phoned first. */
  readonly people: readonly ({ readonly phone: string | null } | null)[];
}): string | null {
  const { callBackNumber, number, people } = known;
  return callBackNumber ?? number ?? people.find((person) => person?.phone)?.phone ?? null;
}

/** The moments that are agreed on most, each in one key. */
export const callBackMoments = [
  'in-an-hour',
  'this-afternoon',
  'next-morning',
  'next-afternoon',
] as const;
export type CallBackMoment = (typeof callBackMoments)[number];

/** When a part of the day begins, on the caller's clock. */
export const partsOfDay = { morning: '09:00', afternoon: '14:00' } as const;
export type PartOfDay = keyof typeof partsOfDay;

/** Nobody is called outside these hours by a moment of the list; a time of one's own may be any. */
const earliestHour = 8;
const latestHour = 19;
/** Later in the morning than this, "this afternoon" is as good as in an hour. */
const lastHourBeforeAfternoon = 13;

/**
 * The instant meant by a moment that is said at `now`, on the clock of the caller's place; `null`: not offered now.
 *
 * The next morning and afternoon are those of the next working day: not of a weekend, not of a holiday there.
 */
export function instantOfMoment(
  moment: CallBackMoment,
  now: string,
  place: HoursPlace,
): string | null {
  const here = Temporal.Instant.from(now).toZonedDateTimeISO(place.zone);
  const today = here.toPlainDate();
  switch (moment) {
    case 'in-an-hour': {
      const then = here
        .add({ hours: 1 })
        .round({ smallestUnit: 'minute', roundingIncrement: 5, roundingMode: 'ceil' });
      const isDecent = then.hour >= earliestHour && then.hour < latestHour;
      return isDecent ? then.toInstant().toString() : null;
    }
    case 'this-afternoon':
      return here.hour < lastHourBeforeAfternoon
        ? instantOn(today.toString(), partsOfDay.afternoon, place.zone)
        : null;
    case 'next-morning':
      return instantOn(nextWorkingDay(today, place), partsOfDay.morning, place.zone);
    case 'next-afternoon':
      return instantOn(nextWorkingDay(today, place), partsOfDay.afternoon, place.zone);
  }
}

/** The instant of a day (`YYYY-MM-DD`) and a time (`HH:mm`) on the clock of a zone. */
export function instantOn(day: string, time: string, zone: string): string {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant().toString();
}

function nextWorkingDay(today: Temporal.PlainDate, place: HoursPlace): string {
  const next = today.add({ days: 1 });
  return isWorkingDay(next, place) ? next.toString() : nextWorkingDay(next, place);
}

function isWorkingDay(day: Temporal.PlainDate, { territory }: HoursPlace): boolean {
  const isHoliday = holidaysOf(territory, day.year).some((holiday) => holiday.day === `${day}`);
  return day.dayOfWeek <= 5 && !isHoliday;
}

/** How long after the time agreed on a call back is late, in minutes. */
const lateAfterMinutes = 30;

/** Whether it is time to call: `due` from the time agreed on, `late` half an hour later. One without a time is neither. */
type CallBackUrgency = 'later' | 'due' | 'late';
export function callBackUrgency(at: string | null, now: string): CallBackUrgency {
  if (at === null) return 'later';
  const since = Temporal.Instant.from(at).until(now).total('minutes');
  if (since < 0) return 'later';
  return since < lateAfterMinutes ? 'due' : 'late';
}

/** Whom to call first: by the time agreed on; those without one last, the longest waiting first. */
export function bySoonest(
  a: { readonly callBackAt: string | null; readonly openedAt: string },
  b: { readonly callBackAt: string | null; readonly openedAt: string },
): number {
  if (a.callBackAt !== null && b.callBackAt !== null) {
    return Temporal.Instant.compare(a.callBackAt, b.callBackAt);
  }
  if (a.callBackAt === b.callBackAt) return Temporal.Instant.compare(a.openedAt, b.openedAt);
  return a.callBackAt === null ? 1 : -1;
}
