import { foldText } from '#src/kernel';

/**
 * GE-1: a commune's name as it is compared: without accents, hyphens and apostrophes; "St" and "Ste" written out;
 * an arrondissement as its number alone ("Paris 12e Arrondissement" is `paris 12`).
 */
export function communeKey(name: string): string {
  return foldText(name)
    .replace(/(^| )st(?= )/g, '$1saint')
    .replace(/(^| )ste(?= )/g, '$1sainte')
    .replace(/ (\d{1,2})(er|e|eme)\b/g, ' $1')
    .replace(/( \d{1,2})( a| ar| arr[a-z]*)+(?= |$)/, '$1');
}

/** A key without the article before it: people say "Havre" and "Rochelle". */
export function withoutArticle(key: string): string {
  return key.replace(/^(l|le|la|les) /, '');
}
