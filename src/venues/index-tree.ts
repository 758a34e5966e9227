import KDBush from 'kdbush';
import { earthRadiusKm, type Position, radians } from '#src/geography';
import { present } from '#src/kernel';
import type { IndexedVenue } from './index-schedules.ts';
import { keptMemory, type Take } from './index-sets.ts';
import { readTraits, type Traits } from './index-traits.ts';

/** A venue of the index whose position is trusted. */
export type PlacedVenue = IndexedVenue & { readonly position: Position };

/**
 * Venues halved again and again by latitude and longitude, each half with its box. In their order those
 * that are near to one another follow each other: a half is the places from a first to a last.
 */
export type Tree = {
  /** In the order of the tree. */
  readonly placed: readonly PlacedVenue[];
  readonly placeById: ReadonlyMap<string, number>;
  readonly traits: Traits;
  /** Begins a search: memory for its sets of places, as long as the next has not begun. */
  readonly begin: () => Take;
  /** The day of each record as `dayNumber` gives it. */
  readonly days: Int32Array;
  /** By node: south, north, west and east in degrees, and the smallest cosine of a latitude. */
  readonly boxes: Float64Array;
  /** By node: the day of its newest record. */
  readonly newest: Int32Array;
};

/** A node, numbered as in a heap (its halves are `2n + 1` and `2n + 2`), with its first and last place. */
export type Half = { readonly node: number; readonly first: number; readonly last: number };

/** Venues that are looked at one by one, in a row. */
const leafSize = 8;
const boxSize = 5;

/** A day as a number that orders as days do; 0 where the record is not dated. */
export const dayNumber = (day: string | null) =>
  day === null ? 0 : Number(day.replaceAll('-', ''));

export function buildTree(venues: readonly PlacedVenue[]): Tree {
  const order = new KDBush(venues.length, leafSize);
  for (const { position } of venues) order.add(position.longitude, position.latitude);
  order.finish();
  const placed = Array.from(order.ids, (id) =>
    present(venues[id], 'The order is of these venues.'),
  );
  const days = Int32Array.from(placed, ({ venue }) => dayNumber(venue.updatedOn));
  return {
    placed,
    placeById: new Map(placed.map(({ venue }, place) => [venue.id, place])),
    traits: readTraits(placed),
    begin: keptMemory(placed.length),
    days,
    ...summarize(placed, days),
  };
}

/** What is known of each node as a whole. */
function summarize(placed: readonly PlacedVenue[], days: Int32Array) {
  const nodes = 2 ** (Math.ceil(Math.log2(placed.length / leafSize + 1)) + 1);
  const boxes = new Float64Array(nodes * boxSize);
  const newest = new Int32Array(nodes);
  const widen = (node: number, box: ArrayLike<number>, day: number | undefined) => {
    const [south = 0, north = 0, west = 0, east = 0] = Array.from(box);
    const at = node * boxSize;
    boxes[at] = Math.min(boxes[at] ?? 0, south);
    boxes[at + 1] = Math.max(boxes[at + 1] ?? 0, north);
    boxes[at + 2] = Math.min(boxes[at + 2] ?? 0, west);
    boxes[at + 3] = Math.max(boxes[at + 3] ?? 0, east);
    newest[node] = Math.max(newest[node] ?? 0, day ?? 0);
  };
  const addVenue = (node: number, place: number) => {
    const { position } = present(placed[place], 'A half holds places of the tree.');
    const { latitude, longitude } = position;
    widen(node, [latitude, latitude, longitude, longitude], days[place]);
  };
  const fill = (half: Half) => {
    const { node } = half;
    const at = node * boxSize;
    boxes.set([90, -90, 180, -180], at);
    const halves = halvesOf(half);
    if (halves === null) {
      for (let place = half.first; place <= half.last; place += 1) addVenue(node, place);
    } else {
      addVenue(node, halves.middle);
      for (const part of [halves.before, halves.after]) {
        fill(part);
        widen(node, boxes.subarray(part.node * boxSize), newest[part.node]);
      }
    }
    const farthestNorth = Math.max(Math.abs(boxes[at] ?? 0), Math.abs(boxes[at + 1] ?? 0));
    boxes[at + 4] = Math.cos(radians(farthestNorth));
  };
  if (placed.length > 0) fill(rootOf(placed));
  return { boxes, newest };
}

const rootOf = (placed: readonly PlacedVenue[]): Half => ({
  node: 0,
  first: 0,
  last: placed.length - 1,
});

/** As `KDBush` halves: around the middle, down to leaves. */
function halvesOf({ node, first, last }: Half) {
  if (last - first <= leafSize) return null;
  const middle = (first + last) >> 1;
  return {
    middle,
    before: { node: 2 * node + 1, first, last: middle - 1 },
    after: { node: 2 * node + 2, first: middle + 1, last },
  };
}

const haversine = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;

/**
 * How near to `from` a venue of a node can be, in kilometres: the haversine of the smallest differences
 * of latitude and longitude, at the latitude of the box where a degree of longitude is shortest. No
 * territory lies across the antimeridian.
 */
export function boxDistance({ boxes }: Tree, from: Position): (node: number) => number {
  const cosine = Math.cos(radians(from.latitude));
  const apart = (value: number, low: number, high: number) =>
    Math.max(low - value, value - high, 0);
  return (node) => {
    const at = node * boxSize;
    const latitude = apart(from.latitude, boxes[at] ?? 0, boxes[at + 1] ?? 0);
    const longitude = apart(from.longitude, boxes[at + 2] ?? 0, boxes[at + 3] ?? 0);
    const chord = haversine(latitude) + cosine * (boxes[at + 4] ?? 0) * haversine(longitude);
    return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
  };
}

/** What a walk asks: the least that a venue of a half can cost, and whether that still counts. */
export type Walk = {
  /** Infinite where no venue of the half can be meant. */
  readonly leastCost: (half: Half) => number;
  readonly counts: (cost: number) => boolean;
  readonly look: (place: number) => void;
};

/** Looks at every venue that can count, the cheaper half first: what it finds spares it the other. */
export function walkTree({ placed }: Tree, { leastCost, counts, look }: Walk): void {
  const visit = (half: Half) => {
    const halves = halvesOf(half);
    if (halves === null) {
      for (let place = half.first; place <= half.last; place += 1) look(place);
      return;
    }
    look(halves.middle);
    const before = leastCost(halves.before);
    const after = leastCost(halves.after);
    const [first, second] =
      before <= after ? [halves.before, halves.after] : [halves.after, halves.before];
    if (counts(Math.min(before, after))) visit(first);
    if (counts(Math.max(before, after))) visit(second);
  };
  if (placed.length > 0) visit(rootOf(placed));
}
