import { SegmentedMessage } from 'sms-segments-calculator';

/** How a text message is billed and cut: in how many parts, and in which alphabet. */
export type SmsLength = {
  readonly segments: number;
  /** GSM-7 holds 160 characters in one part, UCS-2 (every other alphabet) 70. */
  readonly encoding: 'GSM-7' | 'UCS-2';
};

/** ME-8: how long the text is, as operators count. */
export function smsLength(text: string): SmsLength {
  const { segmentsCount, encodingName } = new SegmentedMessage(text);
  return { segments: segmentsCount, encoding: encodingName };
}

/** What is written otherwise, so that one character does not halve what a part holds. */
const plainer: readonly (readonly [RegExp, string])[] = [
  [/[«“][ \u00a0\u202f]?|[ \u00a0\u202f]?[»”]/g, '"'],
  [/[’‘]/g, "'"],
  [/[–—]/g, '-'],
  [/…/g, '...'],
  // n° 1
  [/[°º]/g, 'o'],
  [/[•·]/g, '-'],
  [/œ/g, 'oe'],
  [/Œ/g, 'OE'],
  [/[\u00a0\u202f]/g, ' '],
];

/**
 * ME-8: the same words in GSM-7, where they all have a Latin writing: `août` becomes `aout`, `é` stays. Other words stay as they
 * are, and the message goes as UCS-2.
 */
export function toGsm7(text: string): string {
  const plain = plainer.reduce((said, [found, written]) => said.replace(found, written), text);
  const foreign = new Set(new SegmentedMessage(plain).getNonGsmCharacters());
  const bare = Array.from(plain, (character) =>
    foreign.has(character) ? withoutAccent(character) : character,
  ).join('');
  return smsLength(bare).encoding === 'GSM-7' ? bare : text;
}

function withoutAccent(character: string): string {
  return character.normalize('NFKD').replace(/\p{Mn}/gu, '');
}
