import { foldText } from '#src/kernel';
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
};

/** Every commune, findable by code, by postcode and by what a person types. */
export type Gazetteer = {
  readonly byCode: (code: string) => Commune | null;
  readonly byPostcode: (postcode: string) => readonly Commune[];
  /** Communes of exactly that name, as `communeKey` gives it. */
  readonly byName: (key: string) => readonly Commune[];
  /** Communes whose name has words that begin as the words typed do, or a postcode; biggest first. */
  readonly search: (text: string, limit: number) => readonly Commune[];
};

type Entry = { readonly commune: Commune; readonly key: string };

/** Indexes the communes; built once, it is asked at every key that a person types. */
export function buildGazetteer(communes: readonly Commune[]): Gazetteer {
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  const entries: readonly Entry[] = communes
    .toSorted((a, b) => b.population - a.population)
    .map((commune) => ({ commune, key: communeKey(commune.name) }));
  const byPostcode = groupBy(entries, ({ commune }) => commune.postcodes);
  const byKey = groupBy(entries, ({ key }) => [key]);
  return {
    byCode: (code) => byCode.get(code) ?? null,
    byPostcode: (postcode) => byPostcode.get(postcode) ?? [],
    byName: (key) => byKey.get(key) ?? [],
    search: (text, limit) => search(entries, text, limit),
  };
}

function groupBy(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => readonly string[],
): ReadonlyMap<string, readonly Commune[]> {
  const groups = new Map<string, Commune[]>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry.commune]);
      else group.push(entry.commune);
    }
  }
  return groups;
}

/** A commune's name as it is compared: without accents, hyphens and articles' apostrophes, "St" written out. */
export function communeKey(name: string): string {
  return foldText(name)
    .replace(/(^| )ste(?= )/g, '$1sainte')
    .replace(/(^| )st(?= )/g, '$1saint');
}

/** `entries` come biggest first; a name that is exactly what was typed still comes before them. */
function search(entries: readonly Entry[], text: string, limit: number): readonly Commune[] {
  const digits = text.replace(/\s/g, '');
  const found = /^\d{2,5}$/.test(digits)
    ? entries.filter(({ commune }) => commune.postcodes.some((code) => code.startsWith(digits)))
    : byName(entries, communeKey(text));
  return found.slice(0, limit).map(({ commune }) => commune);
}

function byName(entries: readonly Entry[], key: string): readonly Entry[] {
  if (key === '') return [];
  const words = key.split(' ');
  const exact: Entry[] = [];
  const beginning: Entry[] = [];
  const inside: Entry[] = [];
  for (const entry of entries) {
    if (!words.every((word) => hasWord(entry.key, word))) continue;
    if (entry.key === key) exact.push(entry);
    else if (entry.key.startsWith(key)) beginning.push(entry);
    else inside.push(entry);
  }
  return [...exact, ...beginning, ...inside];
}

const hasWord = (key: string, beginning: string) =>
  key.startsWith(beginning) || key.includes(` ${beginning}`);
