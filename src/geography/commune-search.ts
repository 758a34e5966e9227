import MiniSearch from 'minisearch';
import { foldText, present } from '#src/kernel';
import type { Commune, CommuneMatch } from './commune.ts';
import { communeKey, withoutArticle } from './commune-key.ts';
import { departementNames } from './departement-names.ts';
import { editDistance } from './edit-distance.ts';
import { type PlaceText, readPlaceText } from './place-text.ts';

/** A name under which a commune is found. */
type Entry = {
  readonly commune: Commune;
  /** `null`: it is the commune's name of today. */
  readonly formerName: string | null;
  readonly key: string;
  readonly bareKey: string;
};

type Field = 'key' | 'departement';
/** Finds entries each of whose words begins as one that was typed, or nearly is one. */
type FindWords = (words: string, fields: readonly Field[], isNear: boolean) => readonly Entry[];

/** Paris, Lyon and Marseille: a whole postcode rather means one of their arrondissements. */
const dividedCities: ReadonlySet<string> = new Set(['75056', '69123', '13055']);

/** Makes the index, and gives what asks it (GE-2 to GE-7). */
export function communeSearch(
  communes: readonly Commune[],
): (text: string, limit: number) => readonly CommuneMatch[] {
  const entries = communes.flatMap((commune) => [
    entryOf(commune, null),
    ...commune.formerNames.map((name) => entryOf(commune, name)),
  ]);
  const findWords = indexWords(entries);
  const today = entries.filter(({ formerName }) => formerName === null);
  return (text, limit) => {
    const asked = readPlaceText(text);
    const found = asked.words === '' ? byCodes(today, asked) : byWords(findWords, today, asked);
    return matches(found, limit);
  };
}

function entryOf(commune: Commune, formerName: string | null): Entry {
  const key = communeKey(formerName ?? commune.name);
  return { commune, formerName, key, bareKey: withoutArticle(key) };
}

function indexWords(entries: readonly Entry[]): FindWords {
  const index = new MiniSearch<{ readonly id: number } & Readonly<Record<Field, string>>>({
    fields: ['key', 'departement'],
    tokenize: words,
    // Keys are folded already.
    processTerm: (term) => term,
  });
  index.addAll(
    entries.map(({ commune, key }, id) => ({
      id,
      key,
      departement: foldText(departementNames[commune.departement] ?? ''),
    })),
  );
  return (typed, fields, isNear) =>
    index
      .search(typed, {
        fields: [...fields],
        combineWith: 'AND',
        prefix: true,
        fuzzy: isNear ? editsAllowed : false,
      })
      .map(({ id }) => present(entries[id], 'an entry’s number is its id in the index'));
}

/** The words of a key; what follows an apostrophe is also found written together with it ("lhay", "dascq"). */
function words(key: string): string[] {
  const apart = key.split(' ');
  const joined = apart.flatMap((word, place) => {
    const next = apart[place + 1];
    return (word === 'l' || word === 'd') && next !== undefined ? [word + next] : [];
  });
  return [...apart, ...joined];
}

/** Typing errors forgiven in a word, two letters swapped being two. In a short word one letter makes another name. */
function editsAllowed(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 5 ? 1 : 2;
}

/** The first of these ways that finds something. */
function byWords(
  findWords: FindWords,
  today: readonly Entry[],
  asked: PlaceText,
): readonly Entry[] {
  const { name, words: typed, codes, digits } = asked;
  const allCodes = [...codes, ...digits.map((number) => number.padStart(2, '0'))];
  const named = (text: string, wanted: readonly string[]) =>
    ranked(withCodes(findWords(text, ['key'], false), wanted), text, codes);
  const ways = [
    () => [...named(name, codes), ...(digits.length === 0 ? [] : named(typed, allCodes))],
    () =>
      ranked(withCodes(findWords(typed, ['key', 'departement'], false), allCodes), typed, codes),
    // The name is right, and the code is not.
    () => named(typed, []),
    () => nearest(withCodes(findWords(typed, ['key'], true), allCodes), typed),
    // A whole postcode is surer than a name that only resembles another.
    () => (codes.some(isWhole) ? byCodes(today, asked) : []),
    () => nearest(findWords(typed, ['key'], true), typed),
    () => byCodes(today, asked),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}

function byCodes(today: readonly Entry[], { codes, digits }: PlaceText): readonly Entry[] {
  const typed = [...codes, ...digits.filter((number) => number.length > 1)];
  return typed.length === 0 ? [] : ranked(withCodes(today, typed), '', codes);
}

/** Those that have all the codes. */
function withCodes(entries: readonly Entry[], codes: readonly string[]): readonly Entry[] {
  return codes.reduce(withCode, entries);
}

/** A whole postcode that nobody has is a CEDEX: its first digits still say where (GE-4). */
function withCode(entries: readonly Entry[], code: string): readonly Entry[] {
  const beginnings = /^\d{5}$/.test(code)
    ? [5, 4, 3, 2].map((digits) => code.slice(0, digits))
    : [code];
  for (const beginning of beginnings) {
    const found = entries.filter(({ commune }) => hasCode(commune, beginning));
    if (found.length > 0) return found;
  }
  return [];
}

const isWhole = (code: string) => code.length === 5;

function hasCode({ departement, postcodes }: Commune, code: string): boolean {
  return (
    departement === code.padStart(2, '0') || postcodes.some((postcode) => postcode.startsWith(code))
  );
}

/** GE-5: the exact name, then names that begin so, then the others; of today before former; biggest first. */
function ranked(
  entries: readonly Entry[],
  typed: string,
  codes: readonly string[],
): readonly Entry[] {
  const isWholePostcode = codes.some(isWhole);
  return sortedBy(entries, ({ commune, formerName, key, bareKey }) => {
    const isDivided = isWholePostcode && dividedCities.has(commune.code);
    const begins = key.startsWith(typed) || bareKey.startsWith(typed);
    const closeness = key === typed ? 0 : begins ? 1 : 2;
    return (isDivided ? 10 : 0) + 2 * closeness + (formerName === null ? 0 : 1);
  });
}

/** GE-6: those with the fewest typing errors, or one more; biggest first. */
function nearest(entries: readonly Entry[], typed: string): readonly Entry[] {
  const errors = new Map(
    entries.map((entry) => [
      entry,
      Math.min(editDistance(entry.key, typed), editDistance(entry.bareKey, typed)),
    ]),
  );
  const fewest = Math.min(...errors.values());
  const errorsOf = (entry: Entry) => errors.get(entry) ?? Number.POSITIVE_INFINITY;
  return sortedBy(
    entries.filter((entry) => errorsOf(entry) <= fewest + 1),
    errorsOf,
  );
}

function sortedBy(entries: readonly Entry[], rankOf: (entry: Entry) => number): readonly Entry[] {
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry) }))
    .sort((a, b) => a.rank - b.rank || b.entry.commune.population - a.entry.commune.population)
    .map(({ entry }) => entry);
}

/** A commune once, under the first of its names. */
function matches(found: readonly Entry[], limit: number): readonly CommuneMatch[] {
  const names = new Map<string, CommuneMatch>();
  for (const { commune, formerName } of found) {
    if (names.size >= limit) break;
    if (!names.has(commune.code)) names.set(commune.code, { ...commune, formerName });
  }
  return [...names.values()];
}
