import { Temporal } from 'temporal-polyfill';
import { type Commune, type Position, territoryAt } from '#src/geography';
import { type HoursPlace, hoursPlaceOf } from '#src/hours';
import { noFilters, type VenueFilters, type VenueMatch, type Wish } from '#src/venues';
import { clockAt, instantAt } from './clock-time.ts';

/** Where a search starts. */
export type Origin =
  | { readonly kind: 'commune'; readonly code: string }
  | {
      readonly kind: 'point';
      readonly position: Position;
      /** `près de Mende` */
      readonly label: string;
    };

/** What is looked for at a desk: what excludes, what ranks, and from where. */
export type DeskFilters = {
  readonly filters: VenueFilters;
  /** Open whenever it is looked at: `filters.openAt` is `null` then. */
  readonly isOpenNow: boolean;
  readonly wishes: readonly Wish[];
  readonly origin: Origin | null;
};

/** The distances to choose from, in kilometres. */
export const distancesKm = [5, 10, 20, 50, 100] as const;
/** How far a search goes at first. */
const firstMaxKm = 20;

/** Before anything is asked. */
export const firstFilters: DeskFilters = {
  filters: { ...noFilters, maxKm: firstMaxKm },
  isOpenNow: false,
  wishes: [],
  origin: null,
};

/** With other filters; a time that is chosen takes the place of "now". */
export function withFilters(desk: DeskFilters, filters: VenueFilters): DeskFilters {
  return { ...desk, filters, isOpenNow: desk.isOpenNow && filters.openAt === null };
}

/** The filters at that moment (an instant). */
export function filtersAt({ filters, isOpenNow }: DeskFilters, now: string): VenueFilters {
  return isOpenNow ? { ...filters, openAt: now } : filters;
}

/** IANA: the clock of the desk. */
export const deskZone = (): string => Temporal.Now.timeZoneId();

/** Whose clock and holidays hold where the search starts; `null` where no place is chosen. */
export function placeOfOrigin(origin: Origin | null): HoursPlace | null {
  if (origin === null) return null;
  // A territory's code begins its communes'; the mainland and Corsica have neither, and one clock.
  return hoursPlaceOf(origin.kind === 'commune' ? origin.code : territoryAt(origin.position), '');
}

/** IANA: the clock of the place from which the search starts; the desk's where none is chosen. */
export function zoneOf({ origin }: DeskFilters): string {
  return placeOfOrigin(origin)?.zone ?? deskZone();
}

/** From another place: a time that was chosen is then meant on that place's clock. */
export function withOrigin(desk: DeskFilters, origin: Origin): DeskFilters {
  const { openAt } = desk.filters;
  const moved = { ...desk, origin };
  if (openAt === null) return moved;
  const there = instantAt(clockAt(openAt, zoneOf(desk)), zoneOf(moved));
  return { ...moved, filters: { ...desk.filters, openAt: there } };
}

/** Where distances are counted from. */
export type SearchPlace = {
  /** `null`: a point of the map. */
  readonly commune: Commune | null;
  /** `null` where no source gives the commune's. */
  readonly position: Position | null;
};

/** What a search brings: the ranking, and what was left out of it with the reason. */
export type FoundVenues = {
  /** `null` where no place is chosen. */
  readonly from: SearchPlace | null;
  readonly matches: readonly VenueMatch[];
  /** More of them than `limit`. */
  readonly hasMore: boolean;
  /** Help at a distance, from wherever in the same territory. */
  readonly remote: readonly VenueMatch[];
  /** In the commune, with a position that is unknown or doubtful. */
  readonly unplaced: readonly VenueMatch[];
  /** Near enough, without what the filters ask. */
  readonly leftOut: readonly VenueMatch[];
};

/** The next distance to try where nothing was found; `null` where there is none. */
export function wider(maxKm: number | null): number | null {
  return distancesKm.find((km) => maxKm !== null && km > maxKm) ?? null;
}
