import { type Territory, territoryAt } from '#src/geography';
import { isProposed } from './filters.ts';
import { type IndexedVenue, scheduleReader } from './index-schedules.ts';
import { buildTree, type PlacedVenue, type Tree } from './index-tree.ts';
import { trustedPosition } from './trusted-position.ts';
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
  const proposed = venues
    .filter(isProposed)
    .map((venue): IndexedVenue => ({ venue, schedule: scheduleOf(venue) }));
  const placed = proposed.flatMap((indexed): readonly PlacedVenue[] => {
    const position = trustedPosition(indexed.venue);
    return position === null ? [] : [{ ...indexed, position }];
  });
  const byTerritory = Map.groupBy(placed, ({ position }) => territoryAt(position));
  return {
    byId: new Map(venues.map((venue) => [venue.id, venue])),
    placed,
    trees: new Map([...byTerritory].map(([territory, there]) => [territory, buildTree(there)])),
    unplaced: Map.groupBy(
      proposed.filter(({ venue }) => trustedPosition(venue) === null),
      ({ venue }) => venue.communeCode ?? postcodeKey(venue.postcode),
    ),
    remote: proposed.filter(({ venue }) => venue.supportModes.includes('remote')),
  };
}

/** No INSEE code begins so. */
export const postcodeKey = (postcode: string) => `postcode ${postcode}`;
