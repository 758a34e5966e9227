import type { Commune } from '#src/geography';
import type { Service, Venue, VenueMatch, Wish } from '#src/venues';

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
  /** Where the distances are counted from; `null` where no commune is chosen. */
  readonly from: Commune | null;
  readonly matches: readonly VenueMatch[];
  /** More of them than `limit`. */
  readonly hasMore: boolean;
  /** In the commune, with a position that is unknown or doubtful. */
  readonly unplaced: readonly VenueMatch[];
  /** Near enough, without the service that is asked. */
  readonly otherService: readonly VenueMatch[];
};

/** The next distance to try where nothing was found; `null` where there is none. */
export function wider(maxKm: number | null): number | null {
  return distancesKm.find((km) => maxKm !== null && km > maxKm) ?? null;
}

/** Whether the venue offers the service; each does where none is asked. */
export const offersService = (venue: Venue, service: Service | null): boolean =>
  service === null || venue.services.includes(service);
