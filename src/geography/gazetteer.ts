import { communeKey } from './commune-key.ts';
import { communeSearch } from './commune-search.ts';
import type { Position } from './position.ts';

/** A commune of France, a municipal arrondissement, or a commune overseas. */
export type Commune = {
  /** INSEE code (code officiel géographique). */
  readonly code: string;
  readonly name: string;
  readonly postcodes: readonly string[];
  /** INSEE code of its département or overseas collectivity. */
  readonly departement: string;
  readonly population: number;
  /** The middle of its contour; `null` where no source gives one. */
  readonly position: Position | null;
  /** Kilometres from its middle to the farthest point of its contour; 0 where the contour is unknown. */
  readonly extentKm: number;
  /** Names of communes that it absorbed, and its own of before. */
  readonly formerNames: readonly string[];
};

/** A commune that was found; `formerName`: the old name by which it was, `null` if by its own. */
export type CommuneMatch = Commune & { readonly formerName: string | null };

/** Every commune, findable by code, by postcode and by what a person types. */
export type Gazetteer = {
  readonly byCode: (code: string) => Commune | null;
  readonly byPostcode: (postcode: string) => readonly Commune[];
  /** Communes of exactly that name today, as `communeKey` gives it. */
  readonly byName: (key: string) => readonly Commune[];
  /** Communes that the text may mean, the likeliest first: names, postcodes, both, old names (GE-2 to GE-7). */
  readonly search: (text: string, limit: number) => readonly CommuneMatch[];
};

/** Indexes the communes; built once, it is asked at every key that a person types. */
export function buildGazetteer(communes: readonly Commune[]): Gazetteer {
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  const biggestFirst = communes.toSorted((a, b) => b.population - a.population);
  const byPostcode = groupBy(biggestFirst, ({ postcodes }) => postcodes);
  const byKey = groupBy(biggestFirst, ({ name }) => [communeKey(name)]);
  return {
    byCode: (code) => byCode.get(code) ?? null,
    byPostcode: (postcode) => byPostcode.get(postcode) ?? [],
    byName: (key) => byKey.get(key) ?? [],
    search: communeSearch(communes),
  };
}

function groupBy(
  communes: readonly Commune[],
  keysOf: (commune: Commune) => readonly string[],
): ReadonlyMap<string, readonly Commune[]> {
  const groups = new Map<string, Commune[]>();
  for (const commune of communes) {
    for (const key of keysOf(commune)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [commune]);
      else group.push(commune);
    }
  }
  return groups;
}
