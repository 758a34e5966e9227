import { distanceKm } from '#src/geography';
import { present } from '#src/kernel';
import { bitOf, bitWords, hasBit, hitsAll, masksOf } from './index-bits.ts';
import { boxDistance, dayNumber, type PlacedVenue, type Tree, walkTree } from './index-tree.ts';
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
import type { Wish } from './wishes.ts';

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
  const masks = masksOf(filters);
  const best = keepBest(limit);
  const detours = detourReader(tree, query, context, matcher.freshSince);
  const oldest = filters.fresh ? dayNumber(matcher.freshSince) : 0;

  const look = (place: number, slotKm: number) => {
    const { venue, schedule, position } = placedAt(tree, place);
    const distance = distanceKm(near, position);
    if (distance > maxKm || (tree.days[place] ?? 0) < oldest) return;
    const referralKm = weights.referralKm * (referrals.get(venue.id) ?? 0);
    const detourKm = detours.ofVenue(place) + slotKm + referralKm;
    const costKm = toMetre(toTenth(distance) + detourKm);
    if (!best.counts(costKm)) return;
    const opening = matcher.openingOf(schedule);
    if (opening?.open === false) return;
    best.add({
      place,
      toCheck: isToCheck(opening),
      costKm,
      updatedOn: venue.updatedOn,
      id: venue.id,
    });
  };

  // Venues with a free slot are few: they are looked at one by one, so that all others are known to have none.
  for (const id of freeFrom.keys()) {
    const place = tree.placeById.get(id);
    if (place !== undefined && matcher.meets(placedAt(tree, place))) look(place, 0);
  }
  const nearestOf = boxDistance(tree, near);
  walkTree(tree, {
    leastCost: (node) => {
      const nearest = nearestOf(node) - roundedBy;
      if (nearest > maxKm || (tree.nodes.newest[node] ?? 0) < oldest)
        return Number.POSITIVE_INFINITY;
      if (!hitsAll(tree.nodes.bits, node * bitWords, masks)) return Number.POSITIVE_INFINITY;
      return nearest + detours.leastOf(node) + weights.noFreeSlotKm;
    },
    counts: best.counts,
    look: (place) => {
      if (!hitsAll(tree.bits, place * bitWords, masks)) return;
      if (freeFrom.size > 0 && freeFrom.has(placedAt(tree, place).venue.id)) return;
      look(place, weights.noFreeSlotKm);
    },
  });
  return best.list().map(({ place }) => place);
}

const placedAt = (tree: Tree, place: number): PlacedVenue =>
  present(tree.placed[place], 'A walk visits places of the tree.');

/** What the records cost beyond the distance, as `detourKm` weighs their reasons, read from their bits. */
function detourReader(
  tree: Tree,
  { wishes }: VenueQuery,
  { weights }: SearchContext,
  freshSince: string,
) {
  const { nodes } = tree;
  const fresh = dayNumber(freshSince);
  const hoursTrusted = bitOf('hours-trusted');
  const asked = wishes.map((wish: Wish) => ({
    met: bitOf(`met ${wish}`),
    notMet: bitOf(`not-met ${wish}`),
  }));
  const leastWishKm = Math.min(weights.wishNotMetKm, weights.wishUnknownKm);
  const recordKm = (bits: Int32Array, offset: number, newest: number) =>
    (hasBit(bits, offset, hoursTrusted) ? 0 : weights.hoursUnknownKm) +
    (newest < fresh ? weights.staleRecordKm : 0);
  return {
    ofVenue: (place: number): number => {
      const offset = place * bitWords;
      let km = recordKm(tree.bits, offset, tree.days[place] ?? 0);
      for (const { met, notMet } of asked) {
        if (hasBit(tree.bits, offset, met)) continue;
        km += hasBit(tree.bits, offset, notMet) ? weights.wishNotMetKm : weights.wishUnknownKm;
      }
      return km;
    },
    /** No venue of the node costs less. */
    leastOf: (node: number): number => {
      const offset = node * bitWords;
      let km = recordKm(nodes.bits, offset, nodes.newest[node] ?? 0);
      for (const { met } of asked) if (!hasBit(nodes.bits, offset, met)) km += leastWishKm;
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
