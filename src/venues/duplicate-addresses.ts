import { foldText } from '#src/kernel';

/** Ways that producers shorten. */
const abbreviations: Readonly<Record<string, string>> = {
  all: 'allee',
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  che: 'chemin',
  chem: 'chemin',
  crs: 'cours',
  fg: 'faubourg',
  gal: 'general',
  gen: 'general',
  imp: 'impasse',
  mal: 'marechal',
  pl: 'place',
  r: 'rue',
  rte: 'route',
  sq: 'square',
  st: 'saint',
  ste: 'sainte',
};

const articles: ReadonlySet<string> = new Set('a au aux d de des du et l la le les'.split(' '));

/** An address as it is compared: its words written out, without articles and boxes of the post. */
export function readAddressKey(address: string): string {
  return foldText(address)
    .replace(/\b(bp|cs|tsa) ?\d+( \d+)?\b/g, '')
    .replace(/^0+ ?/, '')
    .replace(/^(\d+) ?bis\b/, '$1b')
    .replace(/^(\d+) ([a-d]|ter|quater)\b/, '$1$2')
    .split(' ')
    .filter((word) => word !== '' && !articles.has(word))
    .map((word) => abbreviations[word] ?? word)
    .join(' ');
}
