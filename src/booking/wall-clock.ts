import { Temporal } from 'temporal-polyfill';
import type { Period } from './periods.ts';

/** What a venue's clock shows, and when it shows it. Days are `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:mm`. */
export type Clock = {
  /** BO-16: a time that the clock skips is the one after the gap; of one that it shows twice, the first. */
  readonly at: (moment: string) => number;
  /** The whole of a day. */
  readonly day: (day: string) => Period;
  readonly dayOf: (at: number) => Temporal.PlainDate;
  readonly shown: (at: number) => string;
  /** Whether its name says when it is: not the second of two times that the clock shows alike. */
  readonly isNamed: (at: number) => boolean;
};

export const minuteMs = 60_000;

/** The clock of an IANA zone. */
export function clockOf(zone: string): Clock {
  const instantOf = (moment: Temporal.PlainDateTime) =>
    moment.toZonedDateTime(zone).epochMilliseconds;
  const zoned = (time: number) =>
    Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone);
  const at = (moment: string) => instantOf(Temporal.PlainDateTime.from(moment));
  const shown = (time: number) =>
    zoned(time).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return {
    at,
    shown,
    dayOf: (time) => zoned(time).toPlainDate(),
    day: (text) => {
      const day = Temporal.PlainDate.from(text);
      return {
        start: instantOf(day.toPlainDateTime()),
        end: instantOf(day.add({ days: 1 }).toPlainDateTime()),
      };
    },
    isNamed: (time) => at(shown(time)) === time,
  };
}
