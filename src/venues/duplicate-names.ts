import { foldText } from '#src/kernel';

/** What a name says, at one address. */
export type NameWords = {
  /** As `nameKey` gives it. */
  readonly key: string;
  /** Its words without the commune's own name and "France Services"; in order, each once. */
  readonly words: readonly string[];
  readonly saysFranceServices: boolean;
};

/** Words that say nothing of which venue it is. */
const articles: ReadonlySet<string> = new Set(
  'a au aux d de des du en et l la le les par pour sur un une'.split(' '),
);

const franceServices = 'franceservices';

/** What producers write for the same thing, without articles and plurals. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['maison france service', franceServices],
  ['espace france service', franceServices],
  ['france service', franceServices],
  ['maison service public', franceServices],
  ['msap', franceServices],
  ['bibliotheque', 'mediatheque'],
  ['centre communal action sociale', 'ccas'],
  ['communaute commune', 'cc'],
  ['espace public numerique', 'epn'],
]);
const synonym = new RegExp(`\\b(${[...synonyms.keys()].join('|')})\\b`, 'g');

/** Words for a kind of venue: a name that is made of them alone is that of many. */
const kinds: ReadonlySet<string> = new Set(
  (
    'accueil agence annexe antenne ass association bureau bus cc ccas centre cine communal communale ' +
    'communautaire conseiller culturel culturelle cyber cyberbase departement departemental departementale ' +
    'emploi epn espace foyer france franceservices intercommunal intercommunale jeunesse local locale lieu mairie ' +
    'maison mds mediatheque ml mission multimedia municipal municipale numerique office permanence pij ' +
    'point pole poste public quartier relais rural salle service social socio socioculturel sociale ' +
    'solidarite structure syndicat tourisme travail unite'
  ).split(' '),
);

/** A name as it is compared: without articles and plurals, one word for what has several. */
export function nameKey(name: string): string {
  return foldText(name)
    .split(' ')
    .filter((word) => !articles.has(word))
    .map(singular)
    .join(' ')
    .replace(synonym, (phrase) => synonyms.get(phrase) ?? phrase)
    .replace(/^(hotel ville|commune|ville)\b/, 'mairie');
}

const singular = (word: string) => (word.length > 3 ? word.replace(/[sx]$/, '') : word);

/** The words of a name's key, in a commune. */
export function readNameWords(key: string, commune: string): NameWords {
  const all = key.split(' ');
  const ofCommune = new Set(nameKey(commune).split(' '));
  const own = all.filter((word) => word !== franceServices && !ofCommune.has(word));
  return { key, words: [...new Set(own)], saysFranceServices: all.includes(franceServices) };
}

/** Whether a word of it is its own, no kind of venue. */
export const isNamed = ({ words }: NameWords) => words.some((word) => !kinds.has(word));

/** Words that two names share, of all the words of both. */
const alike = 0.6;

/**
 * Whether two names of one address are of one venue: the same words, most of the same words, or the
 * words of one within the other where they say more than a kind, or begin it.
 */
export function saySame(a: NameWords, b: NameWords): boolean {
  const [fewer, more] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (fewer.words.length === 0) return a.key === b.key;
  const shared = fewer.words.filter((word) => more.words.includes(word));
  const all = a.words.length + b.words.length - shared.length;
  if (shared.length / all >= alike && shared.some((word) => !kinds.has(word))) return true;
  if (shared.length < fewer.words.length) return false;
  if (more.words.length === fewer.words.length) return true;
  return isNamed(fewer) || more.words[0] === fewer.words[0];
}
