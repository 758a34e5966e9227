/** Two lists whose items are told apart by a key: what is in one only, what is in both, what has another place. */
export type ListDifference<Item> = {
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
  /** In both, in the order of the later list. */
  readonly kept: readonly { readonly before: Item; readonly after: Item }[];
  /** Of those in both, the fewest that have to move for the others to stand as they did; places count from 0. */
  readonly moved: readonly {
    readonly item: Item;
    readonly before: number;
    readonly after: number;
  }[];
};

/** Compares two lists. An item whose key stands above too is told apart by how often it did. */
export function compareLists<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): ListDifference<Item> {
  const earlier = keyed(before, keyOf);
  const later = keyed(after, keyOf);
  const both = [...later].flatMap(([key, { item, place }]) => {
    const known = earlier.get(key);
    return known === undefined
      ? []
      : [{ before: known.item, after: item, from: known.place, to: place }];
  });
  const still = longestRise(both.map(({ from }) => from));
  return {
    removed: [...earlier].flatMap(([key, { item }]) => (later.has(key) ? [] : [item])),
    added: [...later].flatMap(([key, { item }]) => (earlier.has(key) ? [] : [item])),
    kept: both,
    moved: both
      .filter(({ from }) => !still.has(from))
      .map(({ after: item, from, to }) => ({ item, before: from, after: to })),
  };
}

type Placed<Item> = { readonly item: Item; readonly place: number };

function keyed<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, Placed<Item>> {
  const seen = new Map<string, number>();
  return new Map(
    items.map((item, place) => {
      const key = keyOf(item);
      const times = seen.get(key) ?? 0;
      seen.set(key, times + 1);
      return [`${times} ${key}`, { item, place }];
    }),
  );
}

/** The longest run of numbers, not necessarily neighbours, each greater than the one before it. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  type Rise = { readonly last: number; readonly length: number; readonly rest: Rise | null };
  const rises: Rise[] = [];
  let longest: Rise | null = null;
  for (const last of numbers) {
    const rest = rises
      .filter((rise) => rise.last < last)
      .reduce<Rise | null>(
        (best, rise) => (best && best.length >= rise.length ? best : rise),
        null,
      );
    const rise: Rise = { last, length: (rest?.length ?? 0) + 1, rest };
    rises.push(rise);
    if (longest === null || rise.length > longest.length) longest = rise;
  }
  const found = new Set<number>();
  for (let rise = longest; rise !== null; rise = rise.rest) found.add(rise.last);
  return found;
}
