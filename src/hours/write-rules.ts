import type { Weekday } from './clock.ts';
import type { MinuteRange } from './ranges.ts';

/** The weekdays of opening_hours, Monday first. */
export const dayNames: readonly string[] = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** Minutes since midnight as `HH:mm`. */
export function clockTime(minutes: number): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A rule of opening_hours as it is best written: `Mo-We,Fr,PH 09:00-12:00,14:00-17:00`, `Sa,Su off`. */
export function writeRule(
  weekdays: readonly Weekday[],
  holidays: boolean,
  ranges: readonly MinuteRange[],
): string {
  const days = [...writeDays(weekdays), ...(holidays ? ['PH'] : [])].join(',');
  const times = ranges.map(({ from, to }) => `${clockTime(from)}-${clockTime(to)}`).join(',');
  return `${days} ${times === '' ? 'off' : times}`;
}

/** Three days or more in a row are a span. */
function writeDays(weekdays: readonly Weekday[]): readonly string[] {
  const spans: { first: number; last: number }[] = [];
  for (const weekday of [...new Set(weekdays)].sort((a, b) => a - b)) {
    const span = spans.at(-1);
    if (span?.last === weekday - 1) span.last = weekday;
    else spans.push({ first: weekday, last: weekday });
  }
  return spans.flatMap(({ first, last }) => {
    const names = dayNames.slice(first - 1, last);
    return names.length < 3 ? names : [`${names.at(0)}-${names.at(-1)}`];
  });
}
