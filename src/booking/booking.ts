import { Temporal } from 'temporal-polyfill';

/** Time in a diary: kept for a few minutes, given to somebody, or free again. */
export const bookingStates = ['held', 'booked', 'released'] as const;
export type BookingState = (typeof bookingStates)[number];

/** BO-36: how many slots an account holds at once at most, for all its calls. */
export const mostHolds = 20;

/** BO-6: how long a held slot is kept for a call, in minutes. */
export const holdMinutes = 5;

/** Time taken in a diary. Instants are ISO 8601. */
export type Booking = {
  readonly id: string;
  readonly kindId: string;
  readonly start: string;
  readonly end: string;
  /** The end of the rest after it. */
  readonly restUntil: string;
  /** BO-34: whether it was taken in a workshop, where others may join it, whatever its kind has become since. */
  readonly isShared: boolean;
  readonly state: BookingState;
  /** When a hold ends by itself; `null` once booked. */
  readonly holdExpiresAt: string | null;
};

/** When a hold that begins now ends by itself. */
export function holdExpiry(now: string): string {
  return Temporal.Instant.from(now).add({ minutes: holdMinutes }).toString();
}

/** BO-5: whether the booking takes its time away from others, at `now`. */
export function isBlocking(booking: Booking, now: string): boolean {
  switch (booking.state) {
    case 'booked':
      return true;
    case 'held':
      return isHoldValid(booking, now);
    case 'released':
      return false;
  }
}

/** BO-6: a hold can be booked until it expires, that instant excluded. */
export function isHoldValid(hold: Pick<Booking, 'state' | 'holdExpiresAt'>, now: string): boolean {
  if (hold.state !== 'held' || hold.holdExpiresAt === null) return false;
  return Temporal.Instant.compare(hold.holdExpiresAt, now) > 0;
}
