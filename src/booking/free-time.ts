import { Temporal } from 'temporal-polyfill';
import { type Period, within, without } from './periods.ts';
import { type Clock, clockOf, minuteMs } from './wall-clock.ts';

/**
 * Time that is open, on the venue's clock: once, or every week on some days. Days are `YYYY-MM-DD`, times of a day
 * `HH:mm`, moments `YYYY-MM-DDTHH:mm`.
 */
export type OpenRange =
  | { readonly start: string; readonly end: string }
  | {
      /** 1 (Monday) to 7 (Sunday). */
      readonly weekdays: readonly number[];
      /** The first day, and the last one; `null`: no bound. */
      readonly from: string | null;
      readonly until: string | null;
      readonly start: string;
      readonly end: string;
    };

/** What is asked of a diary: all of it on the venue's clock. */
export type FreeTimeQuery = {
  /** IANA zone. */
  readonly zone: string;
  readonly now: string;
  readonly durationMin: number;
  /** Rest after each appointment, in minutes. */
  readonly bufferMin: number;
  readonly ranges: readonly OpenRange[];
  readonly busy: readonly { readonly start: string; readonly end: string }[];
  /** Moments; `to` excluded. */
  readonly from: string;
  readonly to: string;
  /** Days on which nothing is open. */
  readonly holidays: readonly string[];
};

/** The time left, and the beginnings of the appointments that fit into it, in order. Moments. */
export type FreeTime = {
  readonly slots: readonly string[];
  readonly free: readonly { readonly start: string; readonly end: string }[];
};

/** BO-14: the first appointment of today begins on a multiple of so many minutes. */
const firstStepMin = 5;

/**
 * BO-13 to BO-17: what is open, without what is past, busy or a holiday, and the appointments that fit. Each free
 * interval is stepped from its own start.
 */
export function computeFreeTime(query: FreeTimeQuery): FreeTime {
  const clock = clockOf(query.zone);
  const window = {
    start: Math.max(clock.at(query.from), firstStart(clock.at(query.now))),
    end: clock.at(query.to),
  };
  const busy = query.busy.map(({ start, end }) => ({
    start: clock.at(start),
    end: clock.at(end) + query.bufferMin * minuteMs,
  }));
  const open = without(openPeriods(query.ranges, clock, window), query.holidays.map(clock.day));
  const free = without(open, busy);
  return {
    slots: stepped(free, query, clock).map(clock.shown),
    free: free.map(({ start, end }) => ({ start: clock.shown(start), end: clock.shown(end) })),
  };
}

/** BO-14: when an appointment may begin that begins at `time` at the soonest. */
export function firstStart(time: number): number {
  return Math.ceil(time / (firstStepMin * minuteMs)) * firstStepMin * minuteMs;
}

/** BO-13: what the ranges open in the window, each on its own. */
export function openPeriods(
  ranges: readonly OpenRange[],
  clock: Clock,
  window: Period,
): readonly Period[] {
  const [first, last] = [clock.dayOf(window.start), clock.dayOf(window.end)];
  const open = ranges.flatMap((range) => {
    if (!('weekdays' in range)) return [{ start: clock.at(range.start), end: clock.at(range.end) }];
    const { weekdays, from, until, start, end } = range;
    const begins = from === null ? first : later(first, Temporal.PlainDate.from(from));
    const ends = until === null ? last : earlier(last, Temporal.PlainDate.from(until));
    return daysFrom(begins, ends)
      .filter((day) => weekdays.includes(day.dayOfWeek))
      .map((day) => ({ start: clock.at(`${day}T${start}`), end: clock.at(`${day}T${end}`) }));
  });
  return within(open, window);
}

/** From one day to another, both included. */
export function daysFrom(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  const count = Math.max(0, first.until(last, { largestUnit: 'days' }).days + 1);
  return Array.from({ length: count }, (_, days) => first.add({ days }));
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other;
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return later(one, other) === one ? other : one;
}

/** BO-15: the beginnings of appointments one after another, with the rest between them, as long as a whole one fits. */
export function stepped(
  free: readonly Period[],
  { durationMin, bufferMin }: Pick<FreeTimeQuery, 'durationMin' | 'bufferMin'>,
  clock: Clock,
): readonly number[] {
  const length = durationMin * minuteMs;
  const step = length + bufferMin * minuteMs;
  return free
    .flatMap(({ start, end }) => {
      const count = Math.max(0, Math.floor((end - start - length) / step) + 1);
      return Array.from({ length: count }, (_, index) => start + index * step);
    })
    .filter(clock.isNamed);
}
