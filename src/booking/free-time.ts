import { Temporal } from 'temporal-polyfill';

/**
 * Time that is open, on the venue's clock: once, or every week on some days. Days are `YYYY-MM-DD`, times of a day
 * `HH:mm`, moments `YYYY-MM-DDTHH:mm`.
 */
export type OpenRange =
  | { readonly start: string; readonly end: string }
  | {
      /** 1 (Monday) to 7 (Sunday). */
      readonly weekdays: readonly number[];
      /** The first day, and the last one; `null`: goes on for ever. */
      readonly from: string;
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

/** Milliseconds since 1970, `end` excluded: clocks go back and forth, these do not. */
type Period = { readonly start: number; readonly end: number };

const minute = 60_000;
/** BO-14: the first appointment of today begins on a multiple of so many minutes. */
const firstStepMin = 5;

/**
 * BO-13 to BO-17: what is open, without what is past, busy or a holiday, and the appointments that fit. Each free
 * interval is stepped from its own start.
 */
export function computeFreeTime(query: FreeTimeQuery): FreeTime {
  const clock = clockOf(query.zone);
  const earliest = Math.max(clock.at(query.from), roundedUp(clock.at(query.now)));
  const window = { start: earliest, end: clock.at(query.to) };
  const taken = [
    ...query.busy.map(({ start, end }) => ({
      start: clock.at(start),
      end: clock.at(end) + query.bufferMin * minute,
    })),
    ...query.holidays.map((day) => clock.day(Temporal.PlainDate.from(day))),
  ];
  const open = openPeriods(query, clock, window).flatMap((period) => within(period, window));
  const free = without(united(open), united(taken));
  return {
    slots: free.flatMap((period) => startsIn(period, query)).flatMap((at) => clock.named(at)),
    free: free.map(({ start, end }) => ({ start: clock.shown(start), end: clock.shown(end) })),
  };
}

/** What a wall clock shows, and when it shows it. */
type Clock = {
  /** BO-16: a time that the clock skips is the one after the gap; of one that it shows twice, the first. */
  readonly at: (moment: string) => number;
  readonly day: (day: Temporal.PlainDate) => Period;
  readonly shown: (at: number) => string;
  /** The same, unless the clock shows it twice and this is the second. */
  readonly named: (at: number) => readonly string[];
};

function clockOf(zone: string): Clock {
  const instantOf = (moment: Temporal.PlainDateTime) =>
    moment.toZonedDateTime(zone).epochMilliseconds;
  const at = (moment: string) => instantOf(Temporal.PlainDateTime.from(moment));
  const shown = (time: number) =>
    Temporal.Instant.fromEpochMilliseconds(time)
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' });
  return {
    at,
    shown,
    day: (day) => ({
      start: instantOf(day.toPlainDateTime()),
      end: instantOf(day.add({ days: 1 }).toPlainDateTime()),
    }),
    named: (time) => {
      const moment = shown(time);
      return at(moment) === time ? [moment] : [];
    },
  };
}

function roundedUp(time: number): number {
  return Math.ceil(time / (firstStepMin * minute)) * firstStepMin * minute;
}

/** BO-13: what the ranges open in the window, each on its own. */
function openPeriods(
  { ranges, zone }: FreeTimeQuery,
  clock: Clock,
  window: Period,
): readonly Period[] {
  const dayOf = (time: number) =>
    Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone).toPlainDate();
  const [first, last] = [dayOf(window.start), dayOf(window.end)];
  return ranges.flatMap((range) => {
    if (!('weekdays' in range)) return [{ start: clock.at(range.start), end: clock.at(range.end) }];
    const { weekdays, from, until, start, end } = range;
    const begins = later(first, Temporal.PlainDate.from(from));
    const ends = until === null ? last : earlier(last, Temporal.PlainDate.from(until));
    return daysFrom(begins, ends)
      .filter((day) => weekdays.includes(day.dayOfWeek))
      .map((day) => ({ start: clock.at(`${day}T${start}`), end: clock.at(`${day}T${end}`) }));
  });
}

/** From one day to another, both included. */
function daysFrom(first: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate[] {
  const count = Math.max(0, first.until(last, { largestUnit: 'days' }).days + 1);
  return Array.from({ length: count }, (_, days) => first.add({ days }));
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other;
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return later(one, other) === one ? other : one;
}

function within(period: Period, window: Period): readonly Period[] {
  const start = Math.max(period.start, window.start);
  const end = Math.min(period.end, window.end);
  return start < end ? [{ start, end }] : [];
}

/** In order, and apart: those that overlap or touch are one. */
function united(periods: readonly Period[]): readonly Period[] {
  const apart: Period[] = [];
  for (const period of periods.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last === undefined || period.start > last.end) apart.push(period);
    else apart[apart.length - 1] = { ...last, end: Math.max(last.end, period.end) };
  }
  return apart;
}

/** What is left of `open` once `taken`, in order and apart, is cut out of it. */
function without(open: readonly Period[], taken: readonly Period[]): readonly Period[] {
  return open.flatMap(({ start, end }) => {
    const cuts = taken.filter((cut) => cut.start < end && start < cut.end);
    const starts = [start, ...cuts.map((cut) => cut.end)];
    const ends = [...cuts.map((cut) => cut.start), end];
    return starts
      .map((from, index) => ({ start: from, end: ends[index] ?? end }))
      .filter((left) => left.start < left.end);
  });
}

/** BO-15: one after another, with the rest between them, as long as a whole one fits. */
function startsIn(
  { start, end }: Period,
  { durationMin, bufferMin }: FreeTimeQuery,
): readonly number[] {
  const length = durationMin * minute;
  const step = length + bufferMin * minute;
  const count = Math.max(0, Math.floor((end - start - length) / step) + 1);
  return Array.from({ length: count }, (_, index) => start + index * step);
}
