import { type DateTest, datesOfRule } from './dated-rule.ts';
import { type DayReader, readWithLibrary } from './library-hours.ts';
import { type DefectiveRange, readRange } from './ranges.ts';
import { type HolidayWord, maskComments, names, ruleAsOf, withoutMidnights } from './rewrite.ts';

/** A text beyond the plain grammar. */
export type WrittenHours = {
  /**
   * How days are read: those that are public holidays and those that are not, each where there is
   * school and where there is none. The latter two are one where the text says nothing of school.
   */
  readonly ordinary: SchoolReaders;
  readonly holiday: SchoolReaders;
  /** Whether it writes hours past midnight (`20:00-26:00`): they are of the day before. */
  readonly crossesMidnight: boolean;
  /** Whether the text itself decides this day, should it be a public holiday (HO-22). */
  readonly decidesHoliday: DateTest;
};

/** One reader, or one for schooldays and one for school holidays. */
export type SchoolReaders = readonly [DayReader] | readonly [DayReader, DayReader];

/** What came of reading a text with the library. */
export type WrittenReading =
  | { readonly written: WrittenHours }
  | { readonly defect: DefectiveRange | 'not-understood' };

/** The words of opening_hours that depend on nothing but the calendar: no sunrise, no other language. */
const vocabulary =
  /^(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|days?|off|closed|open|unknown)$/;

/**
 * Reads what the plain grammar does not: weeks, months, dates, comments, added rules. The library would
 * judge of holidays by its own tables: so they are taken out, and the text is read once as of an ordinary
 * day and once as of a holiday (HO-2).
 */
export function readWrittenHours(text: string): WrittenReading {
  const { text: masked, unmask } = maskComments(text);
  const words = masked.match(/\p{L}+/gu) ?? [];
  // `09:00+` has no end: the library would guess one.
  if (/\d\s*\+/.test(masked) || !words.every((word) => vocabulary.test(word)))
    return { defect: 'not-understood' };
  const defect = findDefectiveRange(masked);
  if (defect !== null) return { defect };
  const rules = withoutMidnights(masked)
    .split(';')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '');
  if (rules.length === 0) return { defect: 'not-understood' };
  const ordinary = readSchoolDays(rules, false, unmask);
  const holiday = rules.some((rule) => names(rule, 'PH'))
    ? readSchoolDays(rules, true, unmask)
    : ordinary;
  if (ordinary === null || holiday === null) return { defect: 'not-understood' };
  const crossesMidnight = /-\s*(?:24:(?!00)|2[5-9]:|[34]\d:)/.test(masked);
  const decidesHoliday = holidayDecider(rules, unmask);
  return { written: { ordinary, holiday, crossesMidnight, decidesHoliday } };
}

function readSchoolDays(
  rules: readonly string[],
  holiday: boolean,
  unmask: (text: string) => string,
): SchoolReaders | null {
  const days = rulesAsOf(rules, 'PH', holiday);
  const [schooldays, schoolHolidays] = [false, true].map((school) => {
    const meant = days === null ? null : rulesAsOf(days, 'SH', school);
    return meant === null ? null : readRules(meant, unmask);
  });
  if (!schooldays || !schoolHolidays) return null;
  return rules.some((rule) => names(rule, 'SH')) ? [schooldays, schoolHolidays] : [schooldays];
}

/** The rules for days that are, or are not, such holidays; `null`: what they mean is not certain. */
function rulesAsOf(
  rules: readonly string[],
  word: HolidayWord,
  isHoliday: boolean,
): readonly string[] | null {
  const meant: string[] = [];
  for (const rule of rules) {
    // `FIRST || ELSE`: each of them stands for itself.
    const choices = rule.split('||').map((choice) => ruleAsOf(choice.trim(), word, isHoliday));
    if (choices.includes('unclear')) return null;
    const kept = choices.filter((choice) => choice !== null);
    if (kept.length > 0) meant.push(kept.join(' || '));
  }
  return meant;
}

/** Without any rule, every day is closed. */
function readRules(rules: readonly string[], unmask: (text: string) => string): DayReader | null {
  return rules.length === 0 ? () => [] : readWithLibrary(unmask(rules.join('; ')));
}

/** Any range of clock times in the text that ends before it begins, or is empty. */
function findDefectiveRange(text: string): DefectiveRange | null {
  for (const written of text.match(/\d{1,2}:\d{2}\s*-\s*\d{1,2}:\d{2}/g) ?? []) {
    const range = readRange(written);
    if (typeof range === 'string') return range;
  }
  return null;
}

/**
 * A holiday is decided by a rule that names holidays or that very date, unless a later rule of other days
 * opens on it: the standard lets that one win, and nobody means it.
 */
function holidayDecider(rules: readonly string[], unmask: (text: string) => string): DateTest {
  // Of `FIRST || ELSE` the first that opens is believed: so it is asked last.
  const inTurn = rules.flatMap((rule) => rule.split('||').reverse()).map((rule) => rule.trim());
  const steps = inTurn.map((rule) => {
    const isOn = names(rule, 'PH') ? () => true : datesOfRule(rule);
    const others = isOn === null ? rulesAsOf([rule], 'SH', true) : null;
    return { isOn, reader: others === null ? null : readRules(others, unmask) };
  });
  return (day) => {
    let decided = false;
    for (const { isOn, reader } of steps) {
      if (isOn?.(day)) decided = true;
      else if (isOn === null && (reader === null || reader(day).length > 0)) decided = false;
    }
    return decided;
  };
}
