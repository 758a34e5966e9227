import { Temporal } from 'temporal-polyfill';

/** 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What a clock on the wall of the venue says. */
export type WallClock = {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly weekday: Weekday;
  /** Since midnight on the wall, 0 to 1439. */
  readonly minutes: number;
};

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The weekday that ISO numbers so, 1 to 7. */
export function weekdayOf(number: number): Weekday {
  return weekdays[number - 1] ?? 7;
}

/** What the clock of an IANA zone says at an instant (ISO 8601 with its offset, or `Z`). */
export function wallClock(instant: string, zone: string): WallClock {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return {
    day: there.toPlainDate().toString(),
    weekday: weekdayOf(there.dayOfWeek),
    minutes: there.hour * 60 + there.minute,
  };
}

/**
 * The first instant after `after` at which the clock of the zone shows that time, with its offset. An
 * hour that the spring change skips comes as the hour after it; of one that comes twice in autumn, the
 * first that is still to come.
 */
export function instantOnClock(
  day: string,
  minutes: number,
  zone: string,
  after: string,
): string | null {
  const there = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes });
  const past = Temporal.Instant.from(after);
  for (const disambiguation of ['compatible', 'later'] as const) {
    const candidate = there.toZonedDateTime(zone, { disambiguation });
    if (Temporal.Instant.compare(candidate.toInstant(), past) > 0) {
      return candidate.toString({ timeZoneName: 'never', smallestUnit: 'second' });
    }
  }
  return null;
}

/** The day that many days later. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The weekday of a day. */
export function weekdayOfDay(day: string): Weekday {
  return weekdayOf(Temporal.PlainDate.from(day).dayOfWeek);
}
