import { addDays } from './clock.ts';
import { easterOf } from './holidays.ts';

const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];
const month = `(?:${monthNames.join('|')})`;
const datePattern = new RegExp(
  `^(?:(\\d{4})\\s+)?(${month})(?:\\s+(\\d{1,2}))?(?:\\s*-\\s*(?:(${month})\\s*)?(\\d{1,2})?)?$`,
);
const easterPattern = /^easter(?:\s*([+-]\s*\d+)\s+days?)?$/;
const rulePattern = new RegExp(
  `^((?:\\d{4}\\s+)?(?:${month}|easter).*?)\\s+(off|closed|(?:open|unknown|"|\\d{1,2}:).*)$`,
);

/** Whether a rule is about this very day. */
export type DateTest = (day: string) => boolean;

/**
 * Which days a rule names by their date: `Jul 14 off`, `Dec 24,25 09:00-12:00`, `easter +1 day off`. A
 * span of days counts only where it closes them all: being open in August says nothing of 15 August.
 * `null`: the rule names days in another way.
 */
export function datesOfRule(rule: string): DateTest | null {
  const [, dates, rest] = rulePattern.exec(rule) ?? [];
  if (dates === undefined || rest === undefined) return null;
  const closes = rest === 'off' || rest === 'closed';
  const tests: DateTest[] = [];
  let prefix = '';
  for (const written of dates.split(/\s*,\s*/)) {
    const piece =
      /^\d/.test(written) && !/^\d{4}\s/.test(written) ? `${prefix}${written}` : written;
    prefix = /^(?:\d{4}\s+)?[A-Z][a-z]{2}\s+/.exec(piece)?.[0] ?? '';
    const test = dateTest(piece, closes);
    if (test === null) return null;
    tests.push(test);
  }
  return (day) => tests.some((test) => test(day));
}

function dateTest(piece: string, closes: boolean): DateTest | null {
  const [isEaster, shift] = easterPattern.exec(piece) ?? [];
  if (isEaster !== undefined) {
    const days = Number((shift ?? '0').replaceAll(/\s/g, ''));
    return (day) => addDays(easterOf(Number(day.slice(0, 4))), days) === day;
  }
  const [, year, firstMonth, firstDay, secondMonth, secondDay] = datePattern.exec(piece) ?? [];
  if (firstMonth === undefined) return null;
  const isSpan = firstDay === undefined || piece.includes('-');
  if (isSpan && !closes) return null;
  const from = monthDay(firstMonth, firstDay ?? '01');
  const lastMonth = secondMonth ?? firstMonth;
  const to = isSpan ? monthDay(lastMonth, secondDay ?? '31') : from;
  return (day) => {
    if (year !== undefined && !day.startsWith(year)) return false;
    const asked = day.slice(5);
    return from <= to ? from <= asked && asked <= to : asked >= from || asked <= to;
  };
}

function monthDay(name: string, day: string): string {
  const number = String(monthNames.indexOf(name) + 1).padStart(2, '0');
  return `${number}-${day.padStart(2, '0')}`;
}
