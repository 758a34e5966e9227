import { referralResults } from '#src/booking';

/**
 * ST-17: what became of a request that was sent to a venue, in the order of reading. Every one has one of them, by the referral
 * that stands, else the last one.
 */
export const fates = [
  // The person came, and the venue said what it came to.
  ...referralResults,
  // The person came; what it came to is not said.
  'attended',
  'missed',
  'cancelled',
  'refused',
  // Nobody answered in time.
  'expired',
  // Accepted, and the appointment is not over.
  'ahead',
  // BO-27, an appointment ahead that the venue has not answered among them.
  'without-news',
] as const;
export type Fate = (typeof fates)[number];
