import { Temporal } from 'temporal-polyfill';

/** A day and a time as a clock of the place shows them. */
type ClockTime = { readonly day: string; readonly time: string };

/** The instant at which a clock of `zone` shows that day and time. */
export function instantAt({ day, time }: ClockTime, zone: string): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: zone, plainTime: time })
    .toInstant()
    .toString();
}

/** What a clock of `zone` shows then, to the minute. */
export function clockAt(instant: string, zone: string): ClockTime {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return {
    day: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** Whether clocks of the two zones show something else at that instant. */
export function clocksDiffer(instant: string, one: string, other: string): boolean {
  const at = Temporal.Instant.from(instant);
  return at.toZonedDateTimeISO(one).offset !== at.toZonedDateTimeISO(other).offset;
}
