import { Temporal } from 'temporal-polyfill';
import type { Commune } from '#src/geography';
import { searchVenues, unplacedVenues, type VenueIndex } from '#src/venues';
import type { FoundVenues, VenueFilters } from '../map/venue-filters.ts';

/** How many of the venues left out are counted by name. */
const farEnough = 200;

/** The ranking from a commune, and what was left out of it. */
export function findVenues(
  index: VenueIndex,
  filters: VenueFilters,
  from: Commune | null,
  options: { readonly limit: number; readonly now: string },
): FoundVenues {
  if (from === null) return { from, matches: [], hasMore: false, unplaced: [], otherService: [] };
  const { service, wishes, maxKm } = filters;
  const { limit } = options;
  const today = Temporal.Instant.from(options.now).toZonedDateTimeISO('Europe/Paris').toPlainDate();
  const day = today.toString();
  const unplaced = unplacedVenues(index, { commune: from, service, wishes }, day);
  if (from.position === null) {
    return { from, matches: [], hasMore: false, unplaced, otherService: [] };
  }
  const query = { near: from.position, wishes, ...(maxKm === null ? {} : { maxKm }) };
  const found = searchVenues(index, { ...query, service, limit: limit + 1 }, day);
  return {
    from,
    matches: found.slice(0, limit),
    hasMore: found.length > limit,
    unplaced,
    otherService:
      service === null || maxKm === null
        ? []
        : searchVenues(index, { ...query, service: null, limit: farEnough }, day).filter(
            ({ venue }) => !venue.services.includes(service),
          ),
  };
}
