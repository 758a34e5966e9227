import { type Commune, territoryAt, zoneOfDepartement } from '#src/geography';
import { hoursPlaceOf } from '#src/hours';
import { present } from '#src/kernel';
import type { VenueFilters } from './filters.ts';
import type { PlacedVenue } from './index-tree.ts';
import { postcodeKey, type VenueIndex } from './index-venues.ts';
import {
  distanceTo,
  inOrder,
  matcherFor,
  type SearchContext,
  type VenueMatch,
  type VenueQuery,
  type Wanted,
} from './search-matches.ts';
import { rankNearest } from './search-nearest.ts';

/**
 * The best venues first, each with its reasons, in the order of VE-41: the distance, lengthened by what
 * the weights say; those known to be open at the instant asked before those of which it is not known.
 */
export function searchVenues(
  index: VenueIndex,
  query: VenueQuery,
  context: SearchContext,
): readonly VenueMatch[] {
  const tree = index.trees.get(territoryAt(query.near));
  if (tree === undefined || query.limit < 1) return [];
  const matcher = matcherFor(query, context);
  return rankNearest(tree, query, context, matcher).map((place) => {
    const found = present(tree.placed[place], 'The ranking is of places of the tree.');
    return matcher.match(found, distanceTo(found.venue, query.near));
  });
}

/** Every venue of the country that meets the filters and has a sure position, for a map: in no order. */
export function placedVenues(
  index: VenueIndex,
  filters: VenueFilters,
  context: SearchContext,
): readonly PlacedVenue[] {
  return index.placed.filter(matcherFor({ filters, wishes: [] }, context).meets);
}

/**
 * The venues that help at a distance, on the clock of the person who asks (VE-49): no distance excludes
 * them, none lengthens their way. Overseas territories and the mainland are not mixed.
 */
export function remoteVenues(
  index: VenueIndex,
  query: VenueQuery,
  context: SearchContext,
): readonly VenueMatch[] {
  const zone = zoneOfDepartement(territoryAt(query.near));
  const matcher = matcherFor(query, context);
  const found = index.remote
    .filter(({ venue }) => hoursPlaceOf(venue.communeCode, venue.postcode).zone === zone)
    .filter(matcher.meets)
    .map((venue) => matcher.match(venue, null));
  return inOrder(found).slice(0, query.limit);
}

/** The venues of a commune whose position is unknown or doubtful: shown apart, without a distance (VE-40). */
export function unplacedVenues(
  index: VenueIndex,
  query: Wanted & { readonly commune: Pick<Commune, 'code' | 'postcodes'> },
  context: SearchContext,
): readonly VenueMatch[] {
  const { code, postcodes } = query.commune;
  const matcher = matcherFor(query, context);
  const found = [code, ...postcodes.map(postcodeKey)]
    .flatMap((key) => index.unplaced.get(key) ?? [])
    .filter(matcher.meets)
    .map((venue) => matcher.match(venue, null));
  return inOrder(found);
}
