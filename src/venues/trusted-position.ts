import type { Position } from '#src/geography';
import type { Venue } from './venue.ts';

/** Where a venue is, if that is to be trusted. */
export function trustedPosition({ position, doubts }: Venue): Position | null {
  return doubts.includes('position-doubtful') ? null : position;
}
