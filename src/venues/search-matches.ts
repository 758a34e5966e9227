import { distanceKm, type Position } from '#src/geography';
import type { DisputedDays } from '#src/hours';
import {
  filterFields,
  freshSince,
  statedIn,
  takesWebBookings,
  type VenueFilters,
} from './filters.ts';
import {
  type IndexedVenue,
  openingsAt,
  type Schedule,
  type VenueOpening,
} from './index-schedules.ts';
import { newestFirst } from './newest-first.ts';
import { detourKm, type RankingWeights, toMetre } from './ranking.ts';
import { type Reason, reasonsFor } from './reasons.ts';
import { trustedPosition } from './trusted-position.ts';
import type { Venue } from './venue.ts';
import type { Wish } from './wishes.ts';

/** What a search is made with, beside what is looked for. */
export type SearchContext = {
  /** An instant. */
  readonly now: string;
  readonly weights: RankingWeights;
  /** How a day is taken on whose holiday the sources disagree. */
  readonly disputed: DisputedDays;
  /** By venue: the first free slot of its diary in the next fourteen days, an instant. */
  readonly freeFrom: ReadonlyMap<string, string>;
  /** By venue: the referrals that it was sent in the last fourteen days. */
  readonly referrals: ReadonlyMap<string, number>;
};

/** What a venue must have, and what one would like it to have. */
export type Wanted = {
  readonly filters: VenueFilters;
  /** They rank, they do not exclude: what is not stated may still be so. */
  readonly wishes: readonly Wish[];
};

/** What is looked for, and from where. */
export type VenueQuery = Wanted & { readonly near: Position; readonly limit: number };

/** A venue that was found, with what speaks for and against it. */
export type VenueMatch = {
  readonly venue: Venue;
  /** As the crow flies, to a tenth of a kilometre; `null` where the position is not to be trusted. */
  readonly distanceKm: number | null;
  /** At the instant asked, open or not known; `null` where none was asked. */
  readonly opening: VenueOpening | null;
  /** An instant: the first free slot of its diary. */
  readonly freeFrom: string | null;
  /** The distance and all detours (VE-41); `explainCost` says of what it is made. */
  readonly costKm: number;
  readonly reasons: readonly Reason[];
};

/** Makes matches of venues for one search: it looks at each clock, schedule and date once. */
export type Matcher = {
  readonly freshSince: string;
  /** At the instant asked; `null` where none was. */
  readonly openingOf: (schedule: Schedule | null) => VenueOpening | null;
  /** Whether a venue meets the filters, the distance aside. */
  readonly meets: (venue: IndexedVenue) => boolean;
  readonly match: (venue: IndexedVenue, distanceKm: number | null) => VenueMatch;
};

export function matcherFor({ filters, wishes }: Wanted, context: SearchContext): Matcher {
  const since = freshSince(context.now);
  const openingAt = filters.openAt === null ? null : openingsAt(filters.openAt, context.disputed);
  const openingOf = (schedule: Schedule | null) => openingAt?.(schedule) ?? null;
  return {
    freshSince: since,
    openingOf,
    meets: ({ venue, schedule }) =>
      statesFields(venue, filters) &&
      (!filters.bookable || takesWebBookings(venue) || context.freeFrom.has(venue.id)) &&
      (!filters.accessible || venue.accessibilityUrl !== null) &&
      (!filters.fresh || (venue.updatedOn ?? '') >= since) &&
      openingOf(schedule)?.open !== false,
    match: ({ venue, schedule }, distance) => {
      const opening = openingOf(schedule);
      const freeFrom = context.freeFrom.get(venue.id) ?? null;
      const reasons = reasonsFor(
        venue,
        { filters, wishes },
        {
          opening,
          hoursTrusted: schedule?.hours.trusted ?? null,
          freeFrom,
          referrals: context.referrals.get(venue.id) ?? 0,
          freshSince: since,
        },
      );
      const detours = reasons.reduce((sum, reason) => sum + detourKm(reason, context.weights), 0);
      const costKm = toMetre((distance ?? 0) + detours);
      return { venue, distanceKm: distance, opening, freeFrom, costKm, reasons };
    },
  };
}

const statesFields = (venue: Venue, filters: VenueFilters) =>
  filterFields.every((field) => {
    const asked: readonly string[] = filters[field];
    return asked.length === 0 || statedIn(venue, field).some((value) => asked.includes(value));
  });

/** To a tenth, as it is shown; `null` where the venue's position is not to be trusted. */
export function distanceTo(venue: Venue, from: Position): number | null {
  const position = trustedPosition(venue);
  return position === null ? null : toTenth(distanceKm(from, position));
}

/** Kilometres to a tenth: nobody is sent to one place rather than another for less. */
export const toTenth = (km: number) => Math.round(km * 10) / 10;

/** What the order of a ranking looks at. */
export type Standing = {
  /** Of those that may be closed at the instant asked: they come after those known to be open. */
  readonly toCheck: boolean;
  readonly costKm: number;
  readonly updatedOn: string | null;
  readonly id: string;
};

/** The order of VE-41: known to be open first, then the lower cost, the newer record, the id. */
export function byStanding(a: Standing, b: Standing): number {
  return Number(a.toCheck) - Number(b.toCheck) || a.costKm - b.costKm || newestFirst(a, b);
}

/** Whether it may be closed at the instant asked. */
export const isToCheck = (opening: VenueOpening | null) =>
  opening !== null && opening.open !== true;

/** Matches in the order of VE-41. */
export function inOrder(matches: readonly VenueMatch[]): readonly VenueMatch[] {
  const standing = ({ opening, costKm, venue }: VenueMatch): Standing => ({
    toCheck: isToCheck(opening),
    costKm,
    updatedOn: venue.updatedOn,
    id: venue.id,
  });
  return matches.toSorted((a, b) => byStanding(standing(a), standing(b)));
}
