import { type Weekday, weekdayOf } from './clock.ts';
import { type DayOpening, holidayUnknown, hoursNotStated } from './opening.ts';
import { type DefectiveRange, type MinuteRange, mergeRanges, readRange } from './ranges.ts';
import { dayNames, writeRule } from './write-rules.ts';

/** The usual week that a plain text describes, ready to be asked thousands of times. */
export type PlainHours = {
  /** By weekday, Monday first. */
  readonly week: readonly DayOpening[];
  /** On a public holiday that falls on that weekday. */
  readonly holidays: readonly DayOpening[];
};

const day = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)';
const dayList = `${day}(?:-${day})?(?:,\\s*${day}(?:-${day})?)*`;
const rulePattern = new RegExp(`^(?:(${dayList})\\s+)?(off|closed|\\d[\\d:,\\s-]*)$`);

/** A rule of a plain text. */
type Rule = {
  readonly namesDays: boolean;
  readonly days: readonly Weekday[];
  readonly holidays: boolean;
  readonly ranges: readonly MinuteRange[];
  readonly overlaps: boolean;
};

/** What came of reading a text as a plain one. */
export type PlainReading =
  | {
      readonly plain: PlainHours;
      readonly overlaps: boolean;
      /** The same rules as they are best written. */
      readonly written: string;
    }
  | { readonly defect: DefectiveRange | 'not-plain' };

/**
 * Reads the part of OSM opening_hours that nearly every venue keeps to: `DAYS RANGES; DAYS off`. A
 * later rule replaces the days that it names (HO-1).
 */
export function readPlainHours(text: string): PlainReading {
  const rules: Rule[] = [];
  for (const written of text.split(';')) {
    if (written.trim() === '') continue;
    const rule = readRule(written.trim());
    if (typeof rule === 'string') return { defect: rule };
    rules.push(rule);
  }
  // Hours without a day, beside others, add to them instead of replacing them: the library knows.
  const isPlain = rules.length === 1 || rules.every(({ namesDays }) => namesDays);
  if (rules.length === 0 || !isPlain) return { defect: 'not-plain' };
  return {
    plain: compile(rules),
    overlaps: rules.some(({ overlaps }) => overlaps),
    written: rules.map((rule) => writeRule(rule.days, rule.holidays, rule.ranges)).join('; '),
  };
}

function compile(rules: readonly Rule[]): PlainHours {
  const week = days<DayOpening>(rules.some(opens) ? openOn([], false) : hoursNotStated);
  const holidays = days<DayOpening>(holidayUnknown);
  for (const rule of rules) {
    for (const weekday of rule.days) {
      week[weekday - 1] = openOn(rule.ranges, false);
      // The standard lets a later rule of weekdays open in spite of `PH off`; nobody means it (HO-22).
      const isDecided = holidays[weekday - 1]?.known === true && !opens(rule);
      holidays[weekday - 1] = isDecided ? openOn([], true) : holidayUnknown;
    }
    if (rule.holidays) holidays.fill(openOn(rule.ranges, true));
  }
  return { week, holidays };
}

const days = <Value>(value: Value): Value[] => Array.from({ length: 7 }, () => value);

const opens = ({ ranges }: Rule) => ranges.length > 0;

const openOn = (ranges: readonly MinuteRange[], onHoliday: boolean): DayOpening => ({
  known: true,
  onHoliday,
  periods: ranges.map(({ from, to }) => ({ from, to, open: true, comment: null })),
});

function readRule(rule: string): Rule | DefectiveRange | 'not-plain' {
  const [, dayText, rangeText] = rulePattern.exec(rule) ?? [];
  if (rangeText === undefined) return 'not-plain';
  const named = readDays(dayText ?? 'Mo-Su');
  if (named === null) return 'not-plain';
  const days = { ...named, namesDays: dayText !== undefined };
  if (rangeText === 'off' || rangeText === 'closed')
    return { ...days, ranges: [], overlaps: false };
  const ranges: MinuteRange[] = [];
  for (const part of rangeText.split(',')) {
    const range = readRange(part.trim());
    if (range === null) return 'not-plain';
    if (typeof range === 'string') return range;
    if (range.to > 24 * 60) return 'not-plain';
    // France Services writes the half-day when it is closed as midnight to midnight (HO-3).
    if (range.to > 0) ranges.push(range);
  }
  return { ...days, ...mergeRanges(ranges) };
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
    for (let step = 0; step < length; step += 1) days.push(weekdayOf(((from + step) % 7) + 1));
  }
  return { days, holidays };
}
