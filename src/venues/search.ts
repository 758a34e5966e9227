import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { type Commune, distanceKm, isPosition, type Position } from '#src/geography';
import { present } from '#src/kernel';
import { answerWish, type Reason, reasonsFor, type Wish } from './reasons.ts';
import { type Service, services } from './services.ts';
import type { Venue } from './venue.ts';

/** Venues by id and by place: those whose position is trusted in trees, the others by commune, else by postcode. */
export type VenueIndex = {
  readonly byId: ReadonlyMap<string, Venue>;
  readonly placed: readonly PlacedVenue[];
  /** A tree a service and one of all venues (`null`): a rare service is not looked for among the others. */
  readonly layers: ReadonlyMap<Service | null, Layer>;
  readonly unplaced: ReadonlyMap<string, readonly Venue[]>;
};

type Layer = { readonly placed: readonly PlacedVenue[]; readonly tree: KDBush };

type PlacedVenue = { readonly venue: Venue; readonly position: Position };

/** What is looked for, and from where. */
export type VenueQuery = {
  readonly near: Position;
  /** Only venues that offer it. */
  readonly service: Service | null;
  /** They rank, they do not exclude: what is not stated may still be so. */
  readonly wishes: readonly Wish[];
  /** Kilometres as the crow flies; absent: `farthestKm`. */
  readonly maxKm?: number;
  readonly limit: number;
};

/** A venue that was found, with what speaks for and against it. */
export type VenueMatch = {
  readonly venue: Venue;
  /** As the crow flies, to a tenth of a kilometre; `null` where the position is not to be trusted. */
  readonly distanceKm: number | null;
  readonly reasons: readonly Reason[];
};

/** Farther than this is no place to be sent to; it also keeps the overseas territories to themselves (VE-42). */
export const farthestKm = 500;

/**
 * How many kilometres farther a person is sent to have a wish met (VE-41): all of them where the other
 * venue does not meet it, a part where its record does not say.
 */
export const detourKm = { 'not-met': 20, unknown: 5, met: 0 } as const;

/** How far a distance rounded to a tenth of a kilometre may be from the true one. */
const roundedBy = 0.05;

/** Places every venue: where its record says, or apart where it cannot be trusted (VE-40). */
export function buildVenueIndex(venues: readonly Venue[]): VenueIndex {
  const placed: PlacedVenue[] = [];
  const unplaced = new Map<string, Venue[]>();
  for (const venue of venues) {
    const position = trustedPosition(venue);
    if (position !== null) placed.push({ venue, position });
    else {
      const key = venue.communeCode ?? postcodeKey(venue.postcode);
      const there = unplaced.get(key);
      if (there === undefined) unplaced.set(key, [venue]);
      else there.push(venue);
    }
  }
  const layers = [null, ...services].map(
    (service) =>
      [service, buildLayer(placed.filter(({ venue }) => offers(venue, service)))] as const,
  );
  const byId = new Map(venues.map((venue) => [venue.id, venue]));
  return { byId, placed, layers: new Map(layers), unplaced };
}

function buildLayer(placed: readonly PlacedVenue[]): Layer {
  const tree = new KDBush(placed.length);
  for (const { position } of placed) tree.add(position.longitude, position.latitude);
  tree.finish();
  return { placed, tree };
}

/** No INSEE code begins so. */
const postcodeKey = (postcode: string) => `postcode ${postcode}`;

function trustedPosition(venue: Venue): Position | null {
  if (venue.position === null || !isPosition(venue.position)) return null;
  return venue.doubts.includes('position-doubtful') ? null : venue.position;
}

/**
 * The best venues first, each with its reasons. The order is that of the distance, lengthened by
 * `detourKm` for each wish; then the newer record, then the id (VE-41).
 *
 * Nothing is missed: once `limit` venues are known, only one nearer than the worst of them can do better.
 */
export function searchVenues(
  index: VenueIndex,
  query: VenueQuery,
  today: string,
): readonly VenueMatch[] {
  if (query.limit < 1) return [];
  const layer = present(index.layers.get(query.service), 'Every service has its layer.');
  const maxKm = Math.min(query.maxKm ?? farthestKm, farthestKm);
  const nearest = rank(layer, query, query.limit, maxKm);
  const worst = nearest.at(-1)?.cost ?? 0;
  const ranked =
    nearest.length < query.limit
      ? nearest
      : rank(layer, query, Number.POSITIVE_INFINITY, Math.min(worst + roundedBy, maxKm));
  return ranked.slice(0, query.limit).map(({ venue, distance }) => ({
    venue,
    distanceKm: distance,
    reasons: reasonsFor(venue, query, today),
  }));
}

/** The venues of a commune whose position is unknown or doubtful: shown apart, without a distance (VE-40). */
export function unplacedVenues(
  index: VenueIndex,
  query: { readonly commune: Pick<Commune, 'code' | 'postcodes'> } & Pick<
    VenueQuery,
    'service' | 'wishes'
  >,
  today: string,
): readonly VenueMatch[] {
  const { code, postcodes } = query.commune;
  return [code, ...postcodes.map(postcodeKey)]
    .flatMap((key) => index.unplaced.get(key) ?? [])
    .filter((venue) => offers(venue, query.service))
    .map((venue) => ({ venue, distanceKm: null, reasons: reasonsFor(venue, query, today) }));
}

const offers = (venue: Venue, service: Service | null) =>
  service === null || venue.services.includes(service);

type Ranked = { readonly venue: Venue; readonly distance: number; readonly cost: number };

/** The nearest `most` within `maxKm`, in the order of VE-41. */
function rank(layer: Layer, query: VenueQuery, most: number, maxKm: number): readonly Ranked[] {
  const { near, wishes } = query;
  return around(layer.tree, near.longitude, near.latitude, most, maxKm)
    .map((place) => {
      const { venue, position } = present(
        layer.placed[place],
        'The tree holds places of `placed`.',
      );
      const distance = Math.round(distanceKm(near, position) * 10) / 10;
      const detour = wishes.reduce((sum, wish) => sum + detourKm[answerWish(venue, wish)], 0);
      return { venue, distance, cost: distance + detour };
    })
    .toSorted(byCost);
}

function byCost(a: Ranked, b: Ranked): number {
  return (
    a.cost - b.cost ||
    compare(b.venue.updatedOn ?? '', a.venue.updatedOn ?? '') ||
    compare(a.venue.id, b.venue.id)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
