import { distanceKm } from '#src/geography';
import { foldText } from '#src/kernel';
import type { Venue } from './venue.ts';

/** Records of one place. A venue that is alone is a group of one. */
export type VenueGroup = {
  /** The record that stands for the place, with the sources of all and what it was silent on. */
  readonly shown: Venue;
  /** The ids of all records, that of `shown` first. */
  readonly ids: readonly string[];
};

/** Records of one place may be this far apart: addresses are placed in the street, or in the middle of it. */
const samePlaceKm = 1;

/**
 * Groups the records of one place under two producers (VE-50). `anchoredIds` are records on which
 * something depends: each stays shown.
 */
export function groupDuplicates(
  venues: readonly Venue[],
  anchoredIds: ReadonlySet<string>,
): readonly VenueGroup[] {
  const groups = new Map<string, Venue[]>();
  for (const venue of venues) {
    const key = `${venue.postcode} ${foldText(venue.name)}`;
    const group = groups.get(key);
    const [first] = group ?? [];
    if (group === undefined || first === undefined) groups.set(key, [venue]);
    else if (isSamePlace(first, venue) && !anchoredIds.has(venue.id)) group.push(venue);
    else groups.set(`${key} ${venue.id}`, [venue]);
  }
  return [...groups.values()].flatMap(showOne);
}

function isSamePlace(a: Venue, b: Venue): boolean {
  if (a.position === null || b.position === null) return true;
  return distanceKm(a.position, b.position) <= samePlaceKm;
}

function showOne(group: readonly Venue[]): readonly VenueGroup[] {
  const [first] = group;
  if (first === undefined) return [];
  return [
    {
      shown: { ...first, sources: group.flatMap(({ sources }) => sources) },
      ids: group.map(({ id }) => id),
    },
  ];
}
