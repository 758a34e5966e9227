import type { DayHours, TimeRange, Weekday } from '#src/hours';

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
