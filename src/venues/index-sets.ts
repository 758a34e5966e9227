/** A set of places of a tree, a bit each: those that are next to one another on the ground share its words. */
export type PlaceSet = Uint32Array;

export const emptySet = (places: number): PlaceSet => new Uint32Array(Math.ceil(places / 32));

/** Every place. */
export const fullSet = (places: number): PlaceSet => emptySet(places).fill(0xff_ff_ff_ff);

export function addPlace(set: PlaceSet, place: number): void {
  set[place >> 5] = (set[place >> 5] ?? 0) | (1 << (place & 31));
}

export function hasPlace(set: PlaceSet, place: number): boolean {
  return ((set[place >> 5] ?? 0) & (1 << (place & 31))) !== 0;
}

/** The places of `set` that are in one of `others` as well. */
export function within(set: PlaceSet, others: readonly PlaceSet[]): PlaceSet {
  const kept = new Uint32Array(set.length);
  for (const other of others) {
    for (let at = 0; at < set.length; at += 1) kept[at] = (kept[at] ?? 0) | (other[at] ?? 0);
  }
  for (let at = 0; at < set.length; at += 1) kept[at] = (kept[at] ?? 0) & (set[at] ?? 0);
  return kept;
}

/** A set that knows how many of its places come before each word. */
export type CountedSet = { readonly set: PlaceSet; readonly before: Uint32Array };

export function countSet(set: PlaceSet): CountedSet {
  const before = new Uint32Array(set.length + 1);
  let count = 0;
  for (let at = 0; at < set.length; at += 1) {
    before[at] = count;
    count += bitCount(set[at] ?? 0);
  }
  before[set.length] = count;
  return { set, before };
}

/** Whether the set has a place from `first` to `last`. */
export function hasAny(counted: CountedSet, first: number, last: number): boolean {
  return countBefore(counted, last + 1) > countBefore(counted, first);
}

function countBefore({ set, before }: CountedSet, place: number): number {
  const word = (set[place >> 5] ?? 0) & ((1 << (place & 31)) - 1);
  return (before[place >> 5] ?? 0) + bitCount(word);
}

/** How many bits of a word are set, by adding neighbours, then pairs, then fours. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55_55_55_55);
  const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
  return Math.imul((fours + (fours >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}
