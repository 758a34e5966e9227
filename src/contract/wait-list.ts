import { z } from 'zod';
import { halfDays } from '#src/booking';
import { id, instant } from './values.ts';

const suits = z.strictObject({
  /** 1 (Monday) to 7 (Sunday), on the venue's clock. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  halves: z.array(z.enum(halfDays)).min(1).max(halfDays.length),
});

/** The wait list of a venue with a diary. */
export const waitListActs = {
  /** BO-70: the person would come earlier, at these times; said again, it replaces what suits them. */
  'wait.join': z.strictObject({ referralId: id, suits }),
  'wait.leave': z.strictObject({ referralId: id }),
  /** BO-75: the person takes the time offered: their appointment moves there. */
  'wait.accept': z.strictObject({ referralId: id, bookingId: id }),
  /** The person does not: it is offered to the next one. */
  'wait.decline': z.strictObject({ referralId: id, bookingId: id }),
} as const;

/** The place of a referral on the list; `null` on the referral: it is not there. */
export const waitingView = z.strictObject({
  since: instant,
  suits,
  /** How many offers the person may still get. */
  offersLeft: z.int().nonnegative(),
  /** The time that is offered to them, kept until the end of the offer. */
  offer: z.strictObject({ bookingId: id, start: instant, end: instant, until: instant }).nullable(),
});
