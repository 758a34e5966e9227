import type { DayHours, TimeRange, Weekday } from '#src/hours';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.tsx';

/** A day of the usual week; no range: closed. */
export type WeekRow = { readonly weekday: Weekday; readonly ranges: readonly TimeRange[] };

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The seven days of a week, Monday first, closed ones too. */
export function weekRows(week: readonly DayHours[]): readonly WeekRow[] {
  return weekdays.map((weekday) => ({
    weekday,
    ranges: week.find(({ days }) => days.includes(weekday))?.ranges ?? [],
  }));
}

/** `9 h–12 h et 14 h–17 h` */
export function rangesLine(
  ranges: readonly TimeRange[],
  { venues, format }: { readonly venues: Messages['venues']; readonly format: Format },
): string {
  return ranges
    .map(({ from, to }) => venues.hours.timeRange(format.clockTime(from), format.clockTime(to)))
    .join(venues.hours.and);
}
