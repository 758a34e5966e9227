import { isPosition, type Position, type Territory, territoryAt } from '#src/geography';
import { isProposed } from './filters.ts';
import { type IndexedVenue, scheduleReader } from './index-schedules.ts';
import { buildTree, type PlacedVenue, type Tree } from './index-tree.ts';
import type { Venue } from './venue.ts';

/**
 * Venues by id and by place. Only what is proposed to people is placed (VE-47): those whose position is
 * trusted in a tree for each territory, the others by commune, else by postcode (VE-40).
 */
export type VenueIndex = {
  /** All of them, those withdrawn too. */
  readonly byId: ReadonlyMap<string, Venue>;
  readonly placed: readonly PlacedVenue[];
  readonly trees: ReadonlyMap<Territory, Tree>;
  readonly unplaced: ReadonlyMap<string, readonly IndexedVenue[]>;
  /** Those that help at a distance, wherever they are. */
  readonly remote: readonly IndexedVenue[];
};

/** Reads the hours and places every venue: done once a set. */
export function buildVenueIndex(venues: readonly Venue[]): VenueIndex {
  const scheduleOf = scheduleReader();
  const placed: PlacedVenue[] = [];
  const unplaced = new Map<string, IndexedVenue[]>();
  const remote: IndexedVenue[] = [];
  for (const venue of venues) {
    if (!isProposed(venue)) continue;
    const indexed = { venue, schedule: scheduleOf(venue) };
    const position = trustedPosition(venue);
    if (position !== null) placed.push({ ...indexed, position });
    else addTo(unplaced, venue.communeCode ?? postcodeKey(venue.postcode), indexed);
    if (venue.supportModes.includes('remote')) remote.push(indexed);
  }
  const byTerritory = new Map<Territory, PlacedVenue[]>();
  for (const venue of placed) addTo(byTerritory, territoryAt(venue.position), venue);
  return {
    byId: new Map(venues.map((venue) => [venue.id, venue])),
    placed,
    trees: new Map([...byTerritory].map(([territory, there]) => [territory, buildTree(there)])),
    unplaced,
    remote,
  };
}

function addTo<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/** No INSEE code begins so. */
export const postcodeKey = (postcode: string) => `postcode ${postcode}`;

/** Where a venue is, if that is to be trusted. */
export function trustedPosition(venue: Venue): Position | null {
  if (venue.position === null || !isPosition(venue.position)) return null;
  return venue.doubts.includes('position-doubtful') ? null : venue.position;
}
