import type { DayHours, TimeRange } from '#src/hours';
import { languageFacts, type MessageLanguage } from './languages.ts';
import { fill } from './template.ts';
import { textsOf } from './texts.ts';

/** Days that follow each other and have the same hours, in words. */
export type LetterDays = { readonly days: string; readonly hours: string };

/** The labels of a letter, and what its drawing says. */
export function letterLabels(language: MessageLanguage) {
  const { letter } = textsOf(language);
  return {
    ...letter,
    direction: languageFacts(language).direction,
    kilometres: (count: number) => fill(letter.kilometres, { count: String(count) }),
  };
}

/** ME-14: the usual week of a venue in as few lines as say it: in large print a page holds no seven. */
export function letterWeek(
  week: readonly DayHours[],
  language: MessageLanguage,
): readonly LetterDays[] {
  const { calendar, letter, bring } = textsOf(language);
  const hoursOfDay = (weekday: number) => {
    const ranges = week.find(({ days }) => days.some((day) => day === weekday))?.ranges ?? [];
    return ranges.length === 0
      ? letter.closed
      : ranges.map((range) => sayRange(range, language)).join(bring.separator);
  };
  const runs: { readonly first: string; last: string; readonly hours: string }[] = [];
  for (const [index, name] of calendar.weekdays.entries()) {
    const hours = hoursOfDay(index + 1);
    const before = runs.at(-1);
    if (before?.hours === hours) before.last = name;
    else runs.push({ first: name, last: name, hours });
  }
  return runs.map(({ first, last, hours }) => ({
    days: first === last ? first : `${first} – ${last}`,
    hours,
  }));
}

function sayRange({ from, to }: TimeRange, language: MessageLanguage): string {
  // A range is never cut at the end of a line.
  return `${sayTime(from, language)} – ${sayTime(to, language)}`.replaceAll(' ', '\u00a0');
}

function sayTime(time: string, language: MessageLanguage): string {
  const { clock, clockOnTheHour } = textsOf(language).calendar;
  const [hour = '', minute = ''] = time.split(':');
  return fill(minute === '00' ? clockOnTheHour : clock, { hour: String(Number(hour)), minute });
}
