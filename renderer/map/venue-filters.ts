import type { Commune } from '#src/geography';
import {
  type Service,
  searchVenues,
  unplacedVenues,
  type VenueIndex,
  type VenueMatch,
  type Wish,
} from '#src/venues';

/** What is looked for, as the sentence above the list says it. */
export type VenueFilters = {
  readonly service: Service | null;
  /** Kilometres as the crow flies; `null`: any distance. */
  readonly maxKm: number | null;
  readonly communeCode: string | null;
  readonly wishes: readonly Wish[];
};

/** The distances to choose from, in kilometres. */
export const distancesKm = [5, 10, 20, 50, 100] as const;
/** How far a search goes at first. */
export const firstMaxKm = 20;

/** What a search brings: the ranking, and what was left out of it with the reason. */
export type FoundVenues = {
  readonly matches: readonly VenueMatch[];
  /** More of them than `limit`. */
  readonly hasMore: boolean;
  /** In the commune, with a position that is unknown or doubtful. */
  readonly unplaced: readonly VenueMatch[];
  /** Near enough, without the service that is asked. */
  readonly otherService: readonly VenueMatch[];
};

/** How many of the venues left out are counted by name. */
const farEnough = 200;

export function findVenues(
  index: VenueIndex,
  filters: VenueFilters,
  from: Commune,
  options: { readonly limit: number; readonly today: string },
): FoundVenues {
  const { service, wishes, maxKm } = filters;
  const { limit, today } = options;
  const unplaced = unplacedVenues(index, { commune: from, service, wishes }, today);
  if (from.position === null) return { matches: [], hasMore: false, unplaced, otherService: [] };
  const query = { near: from.position, wishes, ...(maxKm === null ? {} : { maxKm }) };
  const found = searchVenues(index, { ...query, service, limit: limit + 1 }, today);
  return {
    matches: found.slice(0, limit),
    hasMore: found.length > limit,
    unplaced,
    otherService:
      service === null || maxKm === null
        ? []
        : searchVenues(index, { ...query, service: null, limit: farEnough }, today).filter(
            ({ venue }) => !venue.services.includes(service),
          ),
  };
}

/** The next distance to try where nothing was found; `null` where there is none. */
export function wider(maxKm: number | null): number | null {
  return distancesKm.find((km) => maxKm !== null && km > maxKm) ?? null;
}
