/** 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Clock times of the venue, `HH:mm`; `24:00` ends a day. */
export type TimeRange = { readonly from: string; readonly to: string };

/** Days of the week that share the same ranges. */
export type DayHours = { readonly days: readonly Weekday[]; readonly ranges: readonly TimeRange[] };

/** The usual week of a venue. A day that no entry names is a closed day. */
export type WeeklyHours =
  | {
      readonly understood: true;
      readonly week: readonly DayHours[];
      /** What is said of public holidays; `null`: nothing, so it is to be checked. */
      readonly openOnHolidays: boolean | null;
    }
  | { readonly understood: false; readonly text: string };

const dayNames: readonly string[] = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const day = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)';
const dayList = `${day}(?:-${day})?(?:,\\s*${day}(?:-${day})?)*`;
const rulePattern = new RegExp(`^(?:(${dayList})\\s+)?(off|closed|\\d[\\d:,\\s-]*)$`);
const rangePattern = /^(\d{1,2})(?::(\d{2}))?\s*-\s*(\d{1,2})(?::(\d{2}))?$/;

/** Minutes since midnight. */
type Minutes = { readonly from: number; readonly to: number };

/**
 * Reads the plain part of OSM opening_hours that nearly every venue keeps to: `DAYS RANGES; DAYS off`.
 * A later rule replaces the days it names. Anything else (weeks, months, comments, free text, ranges
 * that end before they start) is left as text, not guessed (VE-30).
 */
export function describeHours(text: string): WeeklyHours {
  const notUnderstood: WeeklyHours = { understood: false, text };
  const ranges = new Map<Weekday, readonly Minutes[]>();
  let openOnHolidays: boolean | null = null;
  const rules = text.split(';').map((rule) => rule.trim());
  for (const rule of rules) {
    if (rule === '') continue;
    const read = readRule(rule);
    if (read === null) return notUnderstood;
    for (const weekday of read.days) ranges.set(weekday, read.ranges);
    if (read.holidays) openOnHolidays = read.ranges.length > 0;
  }
  if (ranges.size === 0 && openOnHolidays === null) return notUnderstood;
  return { understood: true, week: groupDays(ranges), openOnHolidays };
}

type Rule = {
  readonly days: readonly Weekday[];
  readonly holidays: boolean;
  readonly ranges: readonly Minutes[];
};

function readRule(rule: string): Rule | null {
  const [, dayText, rangeText] = rulePattern.exec(rule) ?? [];
  if (rangeText === undefined) return null;
  const ranges = rangeText === 'off' || rangeText === 'closed' ? [] : readRanges(rangeText);
  const days = readDays(dayText ?? 'Mo-Su');
  if (ranges === null || days === null) return null;
  return { ...days, ranges };
}

function readDays(text: string): Pick<Rule, 'days' | 'holidays'> | null {
  const days: Weekday[] = [];
  let holidays = false;
  for (const part of text.split(/,\s*/)) {
    if (part === 'PH') {
      holidays = true;
      continue;
    }
    const [first = '', last = first] = part.split('-');
    const from = dayNames.indexOf(first);
    const to = dayNames.indexOf(last);
    if (from < 0 || to < 0) return null;
    const length = ((to - from + 7) % 7) + 1;
    for (let step = 0; step < length; step += 1) days.push(weekdayAt((from + step) % 7));
  }
  return { days, holidays };
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const weekdayAt = (index: number): Weekday => weekdays[index] ?? 7;

function readRanges(text: string): readonly Minutes[] | null {
  const ranges: Minutes[] = [];
  for (const part of text.split(',')) {
    const range = readRange(part.trim());
    if (range === null) return null;
    // France Services writes the half day when it is closed as midnight to midnight.
    if (range.from === 0 && range.to === 0) continue;
    if (range.to <= range.from || range.to > 24 * 60) return null;
    ranges.push(range);
  }
  return mergeRanges(ranges);
}

function readRange(text: string): Minutes | null {
  const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = rangePattern.exec(text) ?? [];
  if (fromHour === undefined || toHour === undefined) return null;
  if (Number(fromMinute) > 59 || Number(toMinute) > 59) return null;
  return {
    from: Number(fromHour) * 60 + Number(fromMinute),
    to: Number(toHour) * 60 + Number(toMinute),
  };
}

/** In order, with ranges that touch or overlap made one. */
function mergeRanges(ranges: readonly Minutes[]): readonly Minutes[] {
  const merged: Minutes[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || range.from > last.to) merged.push(range);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return merged;
}

/** Days with the same ranges together, in the order of their first day. */
function groupDays(ranges: ReadonlyMap<Weekday, readonly Minutes[]>): readonly DayHours[] {
  const groups = new Map<string, { days: Weekday[]; ranges: readonly TimeRange[] }>();
  for (const weekday of weekdays) {
    const open = ranges.get(weekday) ?? [];
    if (open.length === 0) continue;
    const key = JSON.stringify(open);
    const group = groups.get(key);
    if (group !== undefined) group.days.push(weekday);
    else {
      const times = open.map(({ from, to }) => ({ from: clockTime(from), to: clockTime(to) }));
      groups.set(key, { days: [weekday], ranges: times });
    }
  }
  return [...groups.values()];
}

function clockTime(minutes: number): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
