import type { VenuePoint } from '../search/protocol.ts';
import { type Asked, lastValue, useAnswer } from '../search/use-answer.ts';
import type { FoundVenues, VenueFilters } from './venue-filters.ts';

/** A search, done again when its filters change; the last result stays until the next is there. */
export function useVenueSearch(filters: VenueFilters, limit: number): Asked<FoundVenues> {
  return useAnswer('search', { filters, limit });
}

/** Every venue of the country that the filters do not exclude, as the map shows them. */
export function useVenuePoints(filters: VenueFilters): readonly VenuePoint[] {
  return lastValue(useAnswer('points', filters)) ?? noPoints;
}

const noPoints: readonly VenuePoint[] = [];
