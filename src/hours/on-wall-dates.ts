// biome-ignore-all lint/style/noRestrictedGlobals: only here is there a `Date`, since the library reads clocks by it.

/**
 * A `Date` whose local clock is UTC: it has no summer time, whatever machine it runs on. Asked for the
 * present, it gives a moment that is always the same. It holds those readings that the library makes.
 */
class WallDate extends Date {
  constructor(...parts: readonly (Date | number)[]) {
    const [first = 0, month, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0] =
      parts.map(Number);
    super(
      month === undefined ? first : Date.UTC(first, month, day, hour, minute, second, millisecond),
    );
  }
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override getDay(): number {
    return this.getUTCDay();
  }
  override getHours(): number {
    return this.getUTCHours();
  }
  override getMinutes(): number {
    return this.getUTCMinutes();
  }
  override setDate(day: number): number {
    return this.setUTCDate(day);
  }
  override setHours(...time: Parameters<Date['setHours']>): number {
    return this.setUTCHours(...time);
  }
}

/**
 * Runs `work` on wall clocks: while it runs, whatever makes or reads a `Date` does so on a clock without
 * changes (docs/adr/0010). `work` must not wait, so that nothing else runs meanwhile.
 */
export function onWallDates<Value>(work: () => Value): Value {
  const own = globalThis.Date;
  Reflect.set(globalThis, 'Date', WallDate);
  try {
    return work();
  } finally {
    globalThis.Date = own;
  }
}

/** The moment at which a wall clock shows the beginning of a day (`YYYY-MM-DD`). */
export function wallDate(day: string): Date {
  return new WallDate(Date.parse(day));
}

const minute = 60_000;

/** Whole minutes from one moment to the other. */
export function minutesBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / minute);
}
