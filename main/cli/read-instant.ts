import { Temporal } from 'temporal-polyfill';

/**
 * An instant as it is typed: with its offset, or on the clock of the zone where there is one. `null` where
 * it is none, or of another age than the calendars that are known here (1900 to 2999).
 */
export function readInstant(text: string, zone: string | null): string | null {
  if (!/^(?:19|2\d)\d\d/.test(text)) return null;
  const isOnClock = zone !== null && !/(Z|[+-]\d{2}:?\d{2})$/i.test(text);
  try {
    return isOnClock
      ? Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant().toString()
      : Temporal.Instant.from(text).toString();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
