/** A text whose comments stand aside, so that its other words can be looked at. */
export type Masked = {
  /** Each comment is its number: `"0"`. */
  readonly text: string;
  readonly unmask: (text: string) => string;
};

/** Puts the comments of a text aside. */
export function maskComments(text: string): Masked {
  const comments: string[] = [];
  const masked = text.replaceAll(/"[^"]*"/g, (comment) => `"${comments.push(comment) - 1}"`);
  return {
    text: masked,
    unmask: (part) => part.replaceAll(/"(\d+)"/g, (_, place) => comments[Number(place)] ?? ''),
  };
}

/** Midnight to midnight means closed in the national data (HO-3): the ranges, or the rule, without it. */
export function withoutMidnights(text: string): string {
  return text
    .replaceAll(/\b00:00\s*-\s*00:00\s*,\s*(?=\d)/g, '')
    .replaceAll(/(?<=\d)\s*,\s*00:00\s*-\s*00:00\b/g, '')
    .replaceAll(/\b00:00\s*-\s*00:00\b/g, 'off');
}

/** Public holidays, and school holidays. */
export type HolidayWord = 'PH' | 'SH';

const weekday = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)';

/** Whether a rule names such holidays. */
export function names(rule: string, word: HolidayWord): boolean {
  return new RegExp(`\\b${word}\\b`).test(rule);
}

/**
 * The rule as it stands for a day that is, or is not, such a holiday, so that no holiday is named any
 * more. `null`: it says nothing of such a day; `'unclear'`: what it means cannot be taken apart for certain.
 */
export function ruleAsOf(
  rule: string,
  word: HolidayWord,
  isHoliday: boolean,
): string | null | 'unclear' {
  if (!names(rule, word)) return rule;
  const listed = new RegExp(
    `(?<=${weekday}(?:\\[[^\\]]*\\])?)\\s*,\\s*${word}\\b(?!\\s*[-+[])|(?<![-\\w])${word}\\s*,\\s*(?=${weekday}\\b)`,
  );
  const alone = new RegExp(`^([^:"]*?)(?<![-,\\w]\\s*)${word}(?!\\s*[-+,[])\\s*`);
  const rewritten = listed.test(rule)
    ? rule.replace(listed, (place) => (isHoliday ? place.replace(word, 'Mo-Su') : ''))
    : asOfAlone(rule, alone, isHoliday);
  return rewritten !== null && names(rewritten, word) ? 'unclear' : rewritten;
}

/** `PH off` and `PH Mo-Fr 10:00-12:00`: the whole rule is about such holidays. */
function asOfAlone(rule: string, alone: RegExp, isHoliday: boolean): string | null {
  // A second rule added after a comma is about other days.
  if (!alone.test(rule) || /,\s*[A-Za-z]/.test(rule.replace(alone, ''))) return rule;
  if (!isHoliday) return null;
  const narrowed = new RegExp(`${alone.source}(?=${weekday}\\b)`);
  return narrowed.test(rule) ? rule.replace(narrowed, '$1') : rule.replace(alone, '$1Mo-Su ');
}
