import { Temporal } from 'temporal-polyfill';

const correctionHours = 24;

/** BO-22, BO-83: what was said may be corrected for a day from when it was first said, the last instant included. */
export function mayCorrect(saidAt: string | null, at: string): boolean {
  if (saidAt === null) return true;
  const until = Temporal.Instant.from(saidAt).add({ hours: correctionHours });
  return Temporal.Instant.compare(at, until) <= 0;
}
