import type { Commune, CommuneMatch } from './commune.ts';
import { communeKey } from './commune-key.ts';
import { communeSearch } from './commune-search.ts';

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
