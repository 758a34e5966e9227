/** Milliseconds since 1970, `end` excluded: clocks go back and forth, these do not. */
export type Period = { readonly start: number; readonly end: number };

export function overlap(one: Period, other: Period): boolean {
  return one.start < other.end && other.start < one.end;
}

export function isInside(one: Period, other: Period): boolean {
  return other.start <= one.start && one.end <= other.end;
}

/** In order, and apart: those that overlap or touch are one. */
export function united(periods: readonly Period[]): readonly Period[] {
  const apart: Period[] = [];
  for (const period of periods.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last === undefined || period.start > last.end) apart.push(period);
    else apart[apart.length - 1] = { ...last, end: Math.max(last.end, period.end) };
  }
  return apart;
}

/** What of the periods is inside the window. */
export function within(periods: readonly Period[], window: Period): readonly Period[] {
  return periods
    .map(({ start, end }) => ({
      start: Math.max(start, window.start),
      end: Math.min(end, window.end),
    }))
    .filter(({ start, end }) => start < end);
}

/** What is left of `open` once `taken` is cut out of it, in order and apart. */
export function without(open: readonly Period[], taken: readonly Period[]): readonly Period[] {
  const cuts = united(taken);
  return united(open).flatMap((period) => {
    const inside = cuts.filter((cut) => overlap(cut, period));
    const starts = [period.start, ...inside.map((cut) => cut.end)];
    const ends = [...inside.map((cut) => cut.start), period.end];
    return starts
      .map((start, index) => ({ start, end: ends[index] ?? period.end }))
      .filter(({ start, end }) => start < end);
  });
}
