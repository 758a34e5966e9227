import type { Venue } from './venue.ts';

/** Newer records first, those without a date last; by id on one day, so that the order never changes. */
export function newestFirst(
  a: Pick<Venue, 'updatedOn' | 'id'>,
  b: Pick<Venue, 'updatedOn' | 'id'>,
): number {
  return compare(b.updatedOn ?? '', a.updatedOn ?? '') || compare(a.id, b.id);
}

/** By code units: the same on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
