/** From and to in minutes since midnight; `to` beyond 1440 runs into the next day. */
export type MinuteRange = { readonly from: number; readonly to: number };

/** What is wrong with a range that nobody can mean. */
export type DefectiveRange = 'reversed-range' | 'empty-range';

const rangePattern = /^(\d{1,2})(?::(\d{2}))?\s*-\s*(\d{1,2})(?::(\d{2}))?$/;

/**
 * Reads `09:00-12:00`, or `9-12`. Midnight to midnight is the range of no length that the national
 * data writes for "closed" (HO-3); `null`: no range.
 */
export function readRange(text: string): MinuteRange | DefectiveRange | null {
  const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = rangePattern.exec(text) ?? [];
  if (fromHour === undefined || toHour === undefined) return null;
  if (Number(fromMinute) > 59 || Number(toMinute) > 59) return null;
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  if (from >= 24 * 60 || to > 48 * 60) return null;
  if (from === to && from !== 0) return 'empty-range';
  return to < from ? 'reversed-range' : { from, to };
}

/** In order, with ranges that touch or overlap made one. Only an overlap is said: it is a mistake. */
export function mergeRanges(ranges: readonly MinuteRange[]): {
  readonly ranges: readonly MinuteRange[];
  readonly overlaps: boolean;
} {
  const merged: MinuteRange[] = [];
  let overlaps = false;
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || range.from > last.to) {
      merged.push(range);
      continue;
    }
    overlaps ||= range.from < last.to;
    merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return { ranges: merged, overlaps };
}
