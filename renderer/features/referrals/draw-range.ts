import { clockOfMinutes, type DraftRange, minutesOf } from './week.ts';

/** A cell of the week: one weekday, so many minutes after midnight. */
export type Cell = { readonly weekday: number; readonly minute: number };

/** How long a cell is: what the pointer and the arrows tell apart. Finer times are typed. */
export const cellMinutes = 30;

/** Where a range that goes from one cell to another of its day begins and ends, whichever is first. */
export function spanOf(one: Cell, other: Cell): Pick<DraftRange, 'weekday' | 'from' | 'to'> {
  const [first, last] = [one.minute, other.minute].sort((a, b) => a - b);
  return {
    weekday: one.weekday,
    from: clockOfMinutes(first ?? one.minute),
    to: clockOfMinutes((last ?? one.minute) + cellMinutes),
  };
}

/**
 * BO-87: the week once `drawn` is in it. It wins: what it touches and is for the same goes into it, what else it covers is
 * cut to what lies outside.
 */
export function withDrawn(
  ranges: readonly DraftRange[],
  drawn: DraftRange,
  newKey: () => string,
): readonly DraftRange[] {
  const touching = ranges.filter(
    (range) =>
      range.weekday === drawn.weekday &&
      range.from !== '' &&
      range.to !== '' &&
      range.from <= drawn.to &&
      drawn.from <= range.to,
  );
  const same = touching.filter((range) => isForTheSame(range, drawn));
  const whole = {
    ...drawn,
    from: [drawn.from, ...same.map(({ from }) => from)].sort()[0] ?? drawn.from,
    to: [drawn.to, ...same.map(({ to }) => to)].sort().at(-1) ?? drawn.to,
  };
  const others = ranges.flatMap((range) => {
    if (!touching.includes(range)) return [range];
    return same.includes(range) ? [] : cut(range, whole, newKey);
  });
  return [...others, whole].sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from));
}

/** The range that the cell lies in, if any. */
export function rangeAt(
  ranges: readonly DraftRange[],
  { weekday, minute }: Cell,
): DraftRange | undefined {
  return ranges.find(
    (range) =>
      range.weekday === weekday &&
      minutesOf(range.from) < minute + cellMinutes &&
      minute < minutesOf(range.to),
  );
}

function isForTheSame(one: DraftRange, other: DraftRange): boolean {
  return one.kindId === other.kindId && one.since === other.since && one.until === other.until;
}

/** What of `range`, which touches `hole`, lies before it and after it. */
function cut(range: DraftRange, hole: DraftRange, newKey: () => string): readonly DraftRange[] {
  const before = { ...range, to: hole.from };
  const after = { ...range, key: newKey(), from: hole.to };
  return [before, after].filter(({ from, to }) => from < to);
}
