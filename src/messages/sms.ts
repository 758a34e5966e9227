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
const plainer: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '«\u00a0': '"',
  '\u00a0»': '"',
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  œ: 'oe',
  Œ: 'OE',
  '\u00a0': ' ',
  '\u202f': ' ',
};
const replaced = /«\u00a0|\u00a0»|[’‘«»“”–—…œŒ\u00a0\u202f]/g;

/**
 * ME-8: the same words in GSM-7, where they have a Latin writing: `août` becomes `aout`, `é` stays. What has none stays
 * as it is, and the whole message goes as UCS-2.
 */
export function toGsm7(text: string): string {
  const plain = text.replace(replaced, (found) => plainer[found] ?? found);
  return Array.from(plain, (character) =>
    isGsm7(character) ? character : withoutAccent(character),
  ).join('');
}

function withoutAccent(character: string): string {
  const bare = character.normalize('NFD').replace(/\p{Mn}/gu, '');
  return isGsm7(bare) ? bare : character;
}

function isGsm7(text: string): boolean {
  return smsLength(text).encoding === 'GSM-7';
}
