import { distanceKm } from '#src/geography';
import { present } from '#src/kernel';
import {
  type CountedSet,
  countSet,
  hasAny,
  hasPlace,
  type PlaceSet,
  within,
} from './index-sets.ts';
import { having, stating } from './index-traits.ts';
import {
  boxDistance,
  dayNumber,
  type Half,
  type PlacedVenue,
  type Tree,
  walkTree,
} from './index-tree.ts';
import { toMetre } from './ranking.ts';
import {
  byStanding,
  isToCheck,
  type Matcher,
  type SearchContext,
  type Standing,
  toTenth,
  type VenueQuery,
} from './search-matches.ts';

/** Farther than this is no place to be sent to (VE-42). */
export const farthestKm = 500;

/** How far a distance rounded to a tenth of a kilometre, or computed twice, may be from the true one. */
const roundedBy = 0.051;

type Ranked = Standing & { readonly place: number };

/**
 * The places in the tree of the best venues, in the order of VE-41. Nothing is missed (VE-43): a part of
 * the tree is left out only where the best of it costs more than the worst that is kept.
 */
export function rankNearest(
  tree: Tree,
  query: VenueQuery,
  context: SearchContext,
  matcher: Matcher,
): readonly number[] {
  const { near, filters, limit } = query;
  const { weights, freeFrom, referrals } = context;
  const maxKm = Math.min(filters.maxKm ?? farthestKm, farthestKm);
  const oldest = filters.fresh ? dayNumber(matcher.freshSince) : 0;
  const take = tree.begin();
  const candidates = stating(tree.traits, filters, take);
  const counted = countSet(candidates, take());
  const meant = (set: PlaceSet) => countSet(within(candidates, [set], take()), take());
  const detours = readDetours(tree, meant, query, context, matcher.freshSince);
  const best = keepBest(limit);

  const look = (place: number, slotKm: number) => {
    const { venue, schedule, position } = placedAt(tree, place);
    const distance = distanceKm(near, position);
    if (distance > maxKm || (tree.days[place] ?? 0) < oldest) return;
    const referralKm = weights.referralKm * (referrals.get(venue.id) ?? 0);
    const costKm = toMetre(toTenth(distance) + detours.of(place) + slotKm + referralKm);
    if (!best.counts(costKm)) return;
    const opening = matcher.openingOf(schedule);
    if (opening?.open === false) return;
    const { id, updatedOn } = venue;
    best.add({ place, toCheck: isToCheck(opening), costKm, updatedOn, id });
  };

  // Venues with a free slot are few: they are looked at one by one, so that all others are known to have none.
  for (const id of freeFrom.keys()) {
    const place = tree.placeById.get(id);
    if (place !== undefined && matcher.meets(placedAt(tree, place))) look(place, 0);
  }
  const nearestOf = boxDistance(tree, near);
  walkTree(tree, {
    leastCost: (half) => {
      if (!hasAny(counted, half.first, half.last)) return Number.POSITIVE_INFINITY;
      if ((tree.newest[half.node] ?? 0) < oldest) return Number.POSITIVE_INFINITY;
      const nearest = nearestOf(half.node) - roundedBy;
      if (nearest > maxKm) return Number.POSITIVE_INFINITY;
      return nearest + detours.leastOf(half) + weights.noFreeSlotKm;
    },
    counts: best.counts,
    look: (place) => {
      if (!hasPlace(candidates, place)) return;
      if (freeFrom.size > 0 && freeFrom.has(placedAt(tree, place).venue.id)) return;
      look(place, weights.noFreeSlotKm);
    },
  });
  return best.list().map(({ place }) => place);
}

const placedAt = (tree: Tree, place: number): PlacedVenue =>
  present(tree.placed[place], 'A walk visits places of the tree.');

/**
 * What records cost beyond the distance, as `detourKm` weighs their reasons, read from their traits.
 * `meant` counts the candidates in a set.
 */
function readDetours(
  { traits, days, newest }: Tree,
  meant: (set: PlaceSet) => CountedSet,
  { wishes }: VenueQuery,
  { weights }: SearchContext,
  freshSince: string,
) {
  const { wishNotMetKm, wishUnknownKm, hoursUnknownKm, staleRecordKm } = weights;
  const fresh = dayNumber(freshSince);
  const trusted = having(traits, 'hours-trusted');
  const asked = wishes.map((wish) => ({
    met: having(traits, `met ${wish}`),
    notMet: having(traits, `not-met ${wish}`),
  }));
  const meantTrusted = meant(trusted);
  const meantMet = asked.map(({ met }) => meant(met));
  return {
    of: (place: number): number => {
      let km = hasPlace(trusted, place) ? 0 : hoursUnknownKm;
      if ((days[place] ?? 0) < fresh) km += staleRecordKm;
      for (const { met, notMet } of asked) {
        if (!hasPlace(met, place)) km += hasPlace(notMet, place) ? wishNotMetKm : wishUnknownKm;
      }
      return km;
    },
    /** No candidate of the half costs less. */
    leastOf: ({ node, first, last }: Half): number => {
      let km = hasAny(meantTrusted, first, last) ? 0 : hoursUnknownKm;
      if ((newest[node] ?? 0) < fresh) km += staleRecordKm;
      for (const met of meantMet) {
        if (!hasAny(met, first, last)) km += Math.min(wishNotMetKm, wishUnknownKm);
      }
      return km;
    },
  };
}

/** The best so far, in order. */
function keepBest(limit: number) {
  const kept: Ranked[] = [];
  return {
    list: (): readonly Ranked[] => kept,
    /** Whether a venue that costs so much may still be among them. */
    counts: (costKm: number): boolean => {
      if (costKm === Number.POSITIVE_INFINITY) return false;
      const worst = kept.length < limit ? undefined : kept[kept.length - 1];
      return worst === undefined || worst.toCheck || costKm <= worst.costKm;
    },
    add: (ranked: Ranked): void => {
      let at = kept.length;
      while (at > 0 && byStanding(ranked, present(kept[at - 1], 'It is below the length.')) < 0) {
        at -= 1;
      }
      if (at >= limit) return;
      kept.splice(at, 0, ranked);
      if (kept.length > limit) kept.pop();
    },
  };
}
