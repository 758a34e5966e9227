import {
  noFilters,
  remoteVenues,
  type SearchContext,
  searchVenues,
  unplacedVenues,
  type VenueIndex,
  type VenueMatch,
  type VenueQuery,
} from '#src/venues';
import { type DeskFilters, type FoundVenues, filtersAt, type SearchPlace } from './desk-filters.ts';

/** How many venues that the filters leave out are looked for. */
const mostLeftOut = 100;
/** How many venues that help at a distance are proposed. */
const mostRemote = 5;

/** The ranking from a place, and what was left out of it. */
export function findVenues(
  index: VenueIndex,
  from: SearchPlace | null,
  asked: { readonly desk: DeskFilters; readonly limit: number },
  context: SearchContext,
): FoundVenues {
  if (from === null) return { ...nothing, from };
  const { desk, limit } = asked;
  const wanted = { filters: filtersAt(desk, context.now), wishes: desk.wishes };
  const { commune, position } = from;
  const unplaced = commune === null ? [] : unplacedVenues(index, { ...wanted, commune }, context);
  if (position === null) return { ...nothing, from, unplaced };
  const query = { ...wanted, near: position };
  const found = searchVenues(index, { ...query, limit: limit + 1 }, context);
  return {
    from,
    matches: found.slice(0, limit),
    hasMore: found.length > limit,
    remote: remoteVenues(index, { ...query, limit: mostRemote }, context),
    unplaced,
    leftOut: leftOutOf(index, { ...query, limit: mostLeftOut }, context),
  };
}

const nothing = { matches: [], hasMore: false, remote: [], unplaced: [], leftOut: [] } as const;

/** Near enough, without what the filters ask; nothing where no distance says what is near. */
function leftOutOf(
  index: VenueIndex,
  query: VenueQuery,
  context: SearchContext,
): readonly VenueMatch[] {
  const { maxKm } = query.filters;
  if (maxKm === null) return [];
  const near = searchVenues(index, { ...query, filters: { ...noFilters, maxKm } }, context);
  const found = searchVenues(index, query, context);
  const ids = new Set(found.map(({ venue }) => venue.id));
  return near.filter(({ venue }) => !ids.has(venue.id));
}
