import { addDays, instantOnClock, type WallClock, wallClock, weekdayOfDay } from './clock.ts';
import { type DisputedDays, holidayOn } from './holidays.ts';
import {
  type DayOpening,
  type HoursDefect,
  holidayUnknown,
  type Opening,
  openingAt,
  type Period,
  periodWith,
  type UnknownReason,
} from './opening.ts';
import type { HoursPlace } from './place.ts';
import { type PlainHours, readPlainHours } from './plain-hours.ts';
import { readWrittenHours, type SchoolReaders, type WrittenHours } from './written-hours.ts';

/**
 * The hours that a text of OSM opening_hours gives, read once. Whoever asks often keeps it; it cannot be
 * sent to another thread, the text can.
 */
export type Hours = {
  readonly text: string;
  /** Whether it can be answered from. Where not, the text itself is shown. */
  readonly trusted: boolean;
  /** What is wrong with it; a trusted text may have defects too. */
  readonly defects: readonly HoursDefect[];
  readonly plain: PlainHours | null;
  readonly written: WrittenHours | null;
  /** Why it is not trusted. */
  readonly refusal: UnknownReason | null;
};

/** Characters. The longest hours of the national data have 682; the library takes hours over a long nonsense. */
export const longestHours = 2000;

/** Reads a text of OSM opening_hours (HO-1 to HO-5). It never fails: what is not understood is not trusted. */
export function readHours(text: string): Hours {
  if (text.length > longestHours) return notTrusted(text, 'not-understood');
  const reading = readPlainHours(text);
  if ('plain' in reading) {
    const defects = reading.overlaps ? (['overlapping-ranges'] as const) : [];
    return { text, trusted: true, defects, plain: reading.plain, written: null, refusal: null };
  }
  if (reading.defect !== 'not-plain') return notTrusted(text, reading.defect);
  const beyond = readWrittenHours(text);
  if ('defect' in beyond) return notTrusted(text, beyond.defect);
  const { written } = beyond;
  const defects = written.ordinary.length === 2 ? (['school-holidays'] as const) : [];
  return { text, trusted: true, defects, plain: null, written, refusal: null };
}

const notTrusted = (text: string, defect: HoursDefect & UnknownReason): Hours => ({
  text,
  trusted: false,
  defects: [defect],
  plain: null,
  written: null,
  refusal: defect,
});

/** Whether it is open at an instant (ISO 8601 with offset), on the clock and the holidays of its place. */
export function openAt(
  hours: Hours,
  place: HoursPlace,
  instant: string,
  disputed: DisputedDays,
): Opening {
  return openAtWall(hours, place, wallClock(instant, place.zone), disputed);
}

/** As `openAt`, for whoever has the clock of the place: a search asks it of thousands. */
export function openAtWall(
  hours: Hours,
  place: HoursPlace,
  wall: WallClock,
  disputed: DisputedDays,
): Opening {
  return openingAt(hoursOn(hours, place, wall, disputed), wall.minutes);
}

/** The part of its day in which an instant lies; `null` where in none, and where the day cannot be known. */
export function periodAt(
  hours: Hours,
  place: HoursPlace,
  instant: string,
  disputed: DisputedDays,
): Period | null {
  const wall = wallClock(instant, place.zone);
  const day = hoursOn(hours, place, wall, disputed);
  return day.known ? (periodWith(day.periods, wall.minutes) ?? null) : null;
}

/** The hours of a day (`YYYY-MM-DD`), or why they cannot be known. */
export function dayHours(
  hours: Hours,
  place: HoursPlace,
  day: string,
  disputed: DisputedDays,
): DayOpening {
  return hoursOn(hours, place, { day, weekday: weekdayOfDay(day) }, disputed);
}

type Day = Pick<WallClock, 'day' | 'weekday'>;

function hoursOn(
  hours: Hours,
  { territory }: HoursPlace,
  day: Day,
  disputed: DisputedDays,
): DayOpening {
  // What runs past midnight hangs on whether the day before was open at all.
  if (hours.written?.crossesMidnight && holidayOn(territory, addDays(day.day, -1)) !== null)
    return holidayUnknown;
  const holiday = holidayOn(territory, day.day);
  if (holiday === null) return hoursAsOf(hours, day, false);
  if (holiday.status === 'legal' || disputed === 'holiday') return hoursAsOf(hours, day, true);
  const working = hoursAsOf(hours, day, false);
  if (disputed === 'working-day') return working;
  const closed = hoursAsOf(hours, day, true);
  if (!working.known) return working;
  return closed.known && samePeriods(working.periods, closed.periods)
    ? working
    : { known: false, reason: 'holiday-disputed' };
}

function hoursAsOf(hours: Hours, { day, weekday }: Day, onHoliday: boolean): DayOpening {
  const { plain, written } = hours;
  if (plain !== null)
    return (onHoliday ? plain.holidays : plain.week)[weekday - 1] ?? holidayUnknown;
  if (written === null) return { known: false, reason: hours.refusal ?? 'not-understood' };
  if (!onHoliday) return readDay(written.ordinary, day, false);
  return written.decidesHoliday(day) ? readDay(written.holiday, day, true) : holidayUnknown;
}

function readDay([read, ifNoSchool]: SchoolReaders, day: string, onHoliday: boolean): DayOpening {
  const periods = read(day);
  if (ifNoSchool !== undefined && !samePeriods(periods, ifNoSchool(day)))
    return { known: false, reason: 'school-holidays' };
  return { known: true, onHoliday, periods };
}

const samePeriods = (a: readonly Period[], b: readonly Period[]) =>
  JSON.stringify(a) === JSON.stringify(b);

/** How far ahead the next opening is looked for. */
const horizonDays = 366;

/**
 * The next instant, after `instant`, at which it is certain to open, with the offset of its place; while it
 * is open, the opening after this one. Days that cannot be known are passed over. `null`: none in a year.
 */
export function nextOpening(
  hours: Hours,
  place: HoursPlace,
  instant: string,
  disputed: DisputedDays,
): string | null {
  if (!hours.trusted) return null;
  const now = wallClock(instant, place.zone);
  let day = now.day;
  let lastEnd: number | null = null;
  for (let ahead = 0; ahead <= horizonDays; ahead += 1) {
    const opening = dayHours(hours, place, day, disputed);
    const periods = opening.known ? opening.periods.filter(({ open }) => open === true) : [];
    for (const { from, to } of periods) {
      // What goes on, or may go on, from before does not open again.
      const opens = from !== lastEnd && (ahead > 0 || from > now.minutes);
      lastEnd = to;
      const next = opens ? instantOnClock(day, from, place.zone, instant) : null;
      if (next !== null) return next;
    }
    lastEnd = !opening.known || periods.at(-1)?.to === minutesOfDay ? 0 : null;
    day = addDays(day, 1);
  }
  return null;
}

const minutesOfDay = 24 * 60;
