import type { RankingWeights } from '#src/venues';
import { type DeskFilters, type FoundVenues, filtersAt } from '../search/desk-filters.ts';
import type { VenuePoint } from '../search/protocol.ts';
import { type Asked, lastValue, useAnswer } from '../search/use-answer.ts';
import { useNow } from '../ui/timer.tsx';

/** What is open, free or fresh is looked at again this often. */
const everySeconds = 60;

/**
 * A search, done again when its filters change, and as time goes by; the last result stays until the
 * next is there. `weights`: to see what others than the installation's would give.
 */
export function useVenueSearch(
  desk: DeskFilters,
  limit: number,
  weights: RankingWeights | null = null,
): Asked<FoundVenues> {
  const now = useNow(everySeconds);
  return useAnswer('search', { desk, limit, now, weights });
}

/** Every venue of the country that the filters do not exclude, as the map shows them. */
export function useVenuePoints(desk: DeskFilters): readonly VenuePoint[] {
  const now = useNow(everySeconds);
  const filters = { ...filtersAt(desk, now), maxKm: null };
  // To the hour: eleven thousand points are not sent anew for the age of a record.
  const hour = `${now.slice(0, 13)}:00:00Z`;
  return lastValue(useAnswer('points', { filters, now: hour })) ?? noPoints;
}

const noPoints: readonly VenuePoint[] = [];
