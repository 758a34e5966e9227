import { addDays, type Weekday, weekdayOf } from './clock.ts';
import type { DisputedDays } from './holidays.ts';
import { dayHours, type Hours } from './hours.ts';
import type { DayOpening } from './opening.ts';
import type { HoursPlace } from './place.ts';
import { clockTime } from './write-rules.ts';

/** Clock times of the venue, `HH:mm`; `24:00` ends a day. */
export type TimeRange = { readonly from: string; readonly to: string };

/** Days of the week that share the same ranges. */
export type DayHours = { readonly days: readonly Weekday[]; readonly ranges: readonly TimeRange[] };

/** The usual week of a venue. A day that no entry names is a closed day. */
export type WeeklyHours =
  | {
      readonly understood: true;
      readonly week: readonly DayHours[];
      /** What is said of public holidays; `null`: nothing sure, so it is to be checked. */
      readonly openOnHolidays: boolean | null;
    }
  /** Not trusted, or no two weeks need be alike: `nextDays` gives the days themselves, if it is trusted. */
  | { readonly understood: false; readonly text: string };

/** The usual week that a plain text describes, for a table (HO-6). */
export function weekOf(hours: Hours): WeeklyHours {
  const { week, holidays } = hours.plain ?? { week: [], holidays: [] };
  if (week.length === 0 || week.some(({ known }) => !known))
    return { understood: false, text: hours.text };
  return { understood: true, week: groupDays(week), openOnHolidays: isOpenOn(holidays) };
}

/** The hours of the seven days from `day` on, for texts whose weeks differ. */
export function nextDays(
  hours: Hours,
  place: HoursPlace,
  day: string,
  disputed: DisputedDays,
): readonly { readonly day: string; readonly opening: DayOpening }[] {
  return Array.from({ length: 7 }, (_, ahead) => {
    const later = addDays(day, ahead);
    return { day: later, opening: dayHours(hours, place, later, disputed) };
  });
}

/** Whether holidays are open; `null` where it is not said, or hangs on the weekday they fall on. */
function isOpenOn(holidays: readonly DayOpening[]): boolean | null {
  const answers = new Set(holidays.map((day) => (day.known ? day.periods.length > 0 : null)));
  const [answer = null] = answers;
  return answers.size === 1 ? answer : null;
}

/** Days with the same ranges together, in the order of their first day. */
function groupDays(week: readonly DayOpening[]): readonly DayHours[] {
  const groups = new Map<string, { days: Weekday[]; ranges: readonly TimeRange[] }>();
  for (const [place, day] of week.entries()) {
    if (!day.known || day.periods.length === 0) continue;
    const weekday = weekdayOf(place + 1);
    const key = JSON.stringify(day.periods);
    const group = groups.get(key);
    if (group !== undefined) group.days.push(weekday);
    else {
      const ranges = day.periods.map(({ from, to }) => ({
        from: clockTime(from),
        to: clockTime(to),
      }));
      groups.set(key, { days: [weekday], ranges });
    }
  }
  return [...groups.values()];
}
