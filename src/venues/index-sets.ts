/** A set of places of a tree, a bit each: those that are next to one another on the ground share its words. */
export type PlaceSet = Uint32Array;

export const emptySet = (places: number): PlaceSet => new Uint32Array(Math.ceil(places / 32));

/** Hands out memory for the sets of one search; what it hands out holds anything. */
export type Take = () => PlaceSet;

/**
 * Memory for searches one after the other, each of which begins again with the same: a search allocates
 * none, which would be collected at a bad moment.
 */
export function keptMemory(places: number): () => Take {
  const kept: PlaceSet[] = [];
  return () => {
    let used = 0;
    return () => {
      const set = kept[used] ?? emptySet(places + 32);
      kept[used] = set;
      used += 1;
      return set;
    };
  };
}

export function addPlace(set: PlaceSet, place: number): void {
  set[place >> 5] = (set[place >> 5] ?? 0) | (1 << (place & 31));
}

export function hasPlace(set: PlaceSet, place: number): boolean {
  return ((set[place >> 5] ?? 0) & (1 << (place & 31))) !== 0;
}

/** Makes `into` the places of `set` that are in one of `others` as well; `into` is none of the others. */
export function within(set: PlaceSet, others: readonly PlaceSet[], into: PlaceSet): PlaceSet {
  into.fill(0);
  for (const other of others) {
    for (let at = 0; at < other.length; at += 1) into[at] = (into[at] ?? 0) | (other[at] ?? 0);
  }
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at] ?? 0) & (set[at] ?? 0);
  return into;
}

/** A set that knows how many of its places come before each word. */
export type CountedSet = { readonly set: PlaceSet; readonly before: Uint32Array };

export function countSet(set: PlaceSet, before: Uint32Array): CountedSet {
  let count = 0;
  for (let at = 0; at < set.length; at += 1) {
    before[at] = count;
    count += bitCount(set[at] ?? 0);
  }
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
