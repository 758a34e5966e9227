/**
 * Text as it is compared: lower case, no accents, no ligatures, one space between words, so that
 * "Saint-Étienne", "SAINT ETIENNE" and "saint etienne" are one.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
