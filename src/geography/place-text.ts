import { communeKey } from './commune-key.ts';

/** What a person typed for a place, taken apart. */
export type PlaceText = {
  /** Words and short numbers, as a commune's key has them: `paris 12`. */
  readonly name: string;
  /** The words alone: `paris`. */
  readonly words: string;
  /** Postcodes, whole or begun, and départements. */
  readonly codes: readonly string[];
  /** Numbers of one or two digits: an arrondissement, else a département. */
  readonly digits: readonly string[];
};

const bracketedCode = /\(\s*(2[ab]|\d{2,5})\s*\)/gi;

/** Takes "48000 Mende cedex", "Mende (48)", "48 000" or "Paris 12e" apart (GE-3). */
export function readPlaceText(text: string): PlaceText {
  const bracketed = Array.from(text.matchAll(bracketedCode), ([, code = '']) => code);
  const spaced = text.replaceAll(bracketedCode, ' ').replace(/\b(\d\d) (\d{3})\b/g, '$1$2');
  const tokens = communeKey(spaced)
    .split(' ')
    .filter((token) => token !== '' && token !== 'cedex');
  const isCode = (token: string) => /^(\d{3,}|2[ab])$/.test(token);
  const isDigits = (token: string) => /^\d\d?$/.test(token);
  const words = tokens.filter((token) => !isCode(token) && !isDigits(token));
  return {
    // "Lyon 03" is the third arrondissement, and "03" a département.
    name: tokens
      .filter((token) => !isCode(token))
      .map((token) => (isDigits(token) ? String(Number(token)) : token))
      .join(' '),
    words: words.join(' '),
    codes: [...bracketed, ...tokens.filter(isCode)].map((code) => code.toUpperCase()),
    digits: tokens.filter(isDigits),
  };
}
