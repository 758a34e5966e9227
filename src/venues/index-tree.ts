import KDBush from 'kdbush';
import type { Position } from '#src/geography';
import { present } from '#src/kernel';
import { addBits, bitWords, writeBits } from './index-bits.ts';
import type { Schedule } from './index-schedules.ts';
import type { Venue } from './venue.ts';

/** A venue as the index holds it. */
export type IndexedVenue = { readonly venue: Venue; readonly schedule: Schedule | null };
/** One whose position is trusted. */
export type PlacedVenue = IndexedVenue & { readonly position: Position };

/**
 * Venues halved again and again by latitude and longitude. Each half knows its box and what its venues
 * have among them, so that a walk leaves out a half that cannot hold what is looked for.
 */
export type Tree = {
  /** In the order of the tree. */
  readonly placed: readonly PlacedVenue[];
  readonly placeById: ReadonlyMap<string, number>;
  /** `bitWords` a venue. */
  readonly bits: Int32Array;
  /** The day of each record as `dayNumber` gives it. */
  readonly days: Int32Array;
  /** Numbered as a heap: the halves of `n` are `2n + 1` and `2n + 2`. */
  readonly nodes: Nodes;
};

type Nodes = {
  /** South, north, west and east in degrees, and the smallest cosine of a latitude. */
  readonly boxes: Float64Array;
  /** All the bits of its venues. */
  readonly bits: Int32Array;
  /** The day of its newest record. */
  readonly newest: Int32Array;
};

/** Half of a tree: its number, and its first and last venue. */
type Half = { readonly node: number; readonly first: number; readonly last: number };

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
  const bits = new Int32Array(placed.length * bitWords);
  for (const [place, { venue, schedule }] of placed.entries()) {
    writeBits(bits, place * bitWords, venue, schedule?.hours.trusted === true);
  }
  const placeById = new Map(placed.map(({ venue }, place) => [venue.id, place]));
  const days = Int32Array.from(placed, ({ venue }) => dayNumber(venue.updatedOn));
  return { placed, placeById, bits, days, nodes: summarize(placed, bits, days) };
}

function summarize(placed: readonly PlacedVenue[], bits: Int32Array, days: Int32Array): Nodes {
  const count = 2 ** (Math.ceil(Math.log2(placed.length / leafSize + 1)) + 1);
  const nodes: Nodes = {
    boxes: new Float64Array(count * boxSize),
    bits: new Int32Array(count * bitWords),
    newest: new Int32Array(count),
  };
  const addVenue = (node: number, place: number) => {
    const { position } = present(placed[place], 'A half holds places of the tree.');
    const { latitude, longitude } = position;
    widen(nodes.boxes, node, [latitude, latitude, longitude, longitude]);
    addBits(nodes.bits, node * bitWords, bits, place * bitWords);
    nodes.newest[node] = Math.max(nodes.newest[node] ?? 0, days[place] ?? 0);
  };
  const addHalf = (node: number, half: number) => {
    widen(nodes.boxes, node, nodes.boxes.subarray(half * boxSize, half * boxSize + 4));
    addBits(nodes.bits, node * bitWords, nodes.bits, half * bitWords);
    nodes.newest[node] = Math.max(nodes.newest[node] ?? 0, nodes.newest[half] ?? 0);
  };
  const fill = (half: Half) => {
    const { node } = half;
    nodes.boxes.set([90, -90, 180, -180], node * boxSize);
    const halves = halvesOf(half);
    if (halves === null) {
      for (let place = half.first; place <= half.last; place += 1) addVenue(node, place);
    } else {
      addVenue(node, halves.middle);
      for (const part of [halves.before, halves.after]) {
        fill(part);
        addHalf(node, part.node);
      }
    }
    const [south = 0, north = 0] = nodes.boxes.subarray(node * boxSize);
    nodes.boxes[node * boxSize + 4] = Math.cos(radians(Math.max(Math.abs(south), Math.abs(north))));
  };
  if (placed.length > 0) fill({ node: 0, first: 0, last: placed.length - 1 });
  return nodes;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

function widen(boxes: Float64Array, node: number, by: ArrayLike<number>): void {
  const at = node * boxSize;
  boxes[at] = Math.min(boxes[at] ?? 0, by[0] ?? 0);
  boxes[at + 1] = Math.max(boxes[at + 1] ?? 0, by[1] ?? 0);
  boxes[at + 2] = Math.min(boxes[at + 2] ?? 0, by[2] ?? 0);
  boxes[at + 3] = Math.max(boxes[at + 3] ?? 0, by[3] ?? 0);
}

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

/** Mean radius of the Earth, as distances are measured (IUGG). */
const earthRadiusKm = 6371;

const haversine = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;

/**
 * How near to `from` a venue of a node can be, in kilometres: the haversine of the smallest differences
 * of latitude and longitude, at the latitude of the box where a degree of longitude is shortest. No
 * territory lies across the antimeridian.
 */
export function boxDistance({ nodes: { boxes } }: Tree, from: Position): (node: number) => number {
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

/** What a walk asks: the least that a venue of a node can cost, and whether that still counts. */
export type Walk = {
  /** Infinite where no venue of the node can be meant. */
  readonly leastCost: (node: number) => number;
  readonly counts: (cost: number) => boolean;
  readonly look: (place: number) => void;
};

/** Looks at every venue that can count, the cheaper half first: what it finds spares it the other. */
export function walkTree(tree: Tree, { leastCost, counts, look }: Walk): void {
  const visit = (half: Half) => {
    const halves = halvesOf(half);
    if (halves === null) {
      for (let place = half.first; place <= half.last; place += 1) look(place);
      return;
    }
    look(halves.middle);
    const before = leastCost(halves.before.node);
    const after = leastCost(halves.after.node);
    const [first, second] =
      before <= after ? [halves.before, halves.after] : [halves.after, halves.before];
    if (counts(Math.min(before, after))) visit(first);
    if (counts(Math.max(before, after))) visit(second);
  };
  if (tree.placed.length > 0) visit({ node: 0, first: 0, last: tree.placed.length - 1 });
}
