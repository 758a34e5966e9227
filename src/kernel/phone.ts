import parsePhoneNumber, { type PhoneNumber } from 'libphonenumber-js/max';
import { err, ok, type Result } from './result.ts';

/** A numbering plan of France: the mainland's, or an overseas one. ISO 3166 codes. */
export const phoneRegions = [
  'FR',
  'GP',
  'MQ',
  'GF',
  'RE',
  'YT',
  'PM',
  'BL',
  'MF',
  'NC',
  'PF',
  'WF',
] as const;
export type PhoneRegion = (typeof phoneRegions)[number];

/** A telephone number that its numbering plan knows. */
export type Phone = {
  /** `+33199001234`: what is stored and compared. */
  readonly e164: string;
  /** `mobile` where a plan does not tell it from `fixed`; `other`: free-phone, shared-cost, voice over the Internet. */
  readonly kind: 'mobile' | 'fixed' | 'other';
  /** As people of its country write it, `01 99 00 12 34`. */
  readonly national: string;
};

/** A two- to six-digit number (3646, 115, 118 218) reaches a service from France alone: it has no E.164 form. */
const shortCode = /^\d{2,4}$|^118\d{3}$/;

/**
 * The mobile numbers that Arcep sets aside for fiction, which the training line rings with. The plan
 * that libphonenumber knows leaves them out, since nobody has one.
 */
const fictionMobile = /^\+3363998\d{4}$/;

/**
 * Short numbers that are free from any telephone of France: those of emergencies and 3919 by name, 116 and three digits (Europe's harmonised
 * services), 30 and 31 with two (3114, 3018), as Arcep's numbering plan has them.
 */
const freeShort = /^(?:1[578]|112|114|115|119|191|196|197|116\d{3}|3[01]\d{2}|3919)$/;

/** Whether it is one of those. They have no E.164 form. */
export function isFreeShortNumber(text: string): boolean {
  return freeShort.test(text);
}

/** Reads what a person dials, on the numbering plan of `region` where no country code is written. */
export function parsePhone(
  text: string,
  region: PhoneRegion,
): Result<Phone, { readonly code: 'not-a-phone-number' | 'short-code' }> {
  if (shortCode.test(text.replace(/[\s.-]/g, ''))) return err({ code: 'short-code' });
  const number = parsePhoneNumber(text, { defaultCountry: region, extract: false });
  if (number === undefined || !exists(number)) return err({ code: 'not-a-phone-number' });
  return ok(toPhone(number));
}

/** What a stored E.164 number says; `null` where it is none. */
export function describePhone(e164: string): Phone | null {
  if (!e164.startsWith('+')) return null;
  const number = parsePhoneNumber(e164, { extract: false });
  return number !== undefined && exists(number) ? toPhone(number) : null;
}

/** Whether a text message can arrive. */
export function canReceiveSms(e164: string): boolean {
  return describePhone(e164)?.kind === 'mobile';
}

const regions: ReadonlySet<string> = new Set(phoneRegions);
const ordinary: ReadonlySet<string> = new Set([
  'FIXED_LINE',
  'MOBILE',
  'FIXED_LINE_OR_MOBILE',
  'VOIP',
]);

/**
 * Whether a number is called because somebody asked for it by keys: an ordinary one of a French plan. Anybody may give, or pretend to
 * phone from, one that costs the operator dear, abroad or at a premium.
 */
export function mayBeCalledBack(e164: string): boolean {
  const number = parsePhoneNumber(e164, { extract: false });
  if (number === undefined || !exists(number)) return false;
  if (fictionMobile.test(number.number)) return true;
  return regions.has(number.country ?? '') && ordinary.has(number.getType() ?? '');
}

/** A number that costs its caller nothing (0800 to 0805), or a call and no more (0806 to 0809). */
const unpaid: ReadonlySet<string> = new Set(['TOLL_FREE', 'UAN']);

/** Whether an adviser may bring it into a call: the same, what costs nothing more, and whoever helps in an emergency. */
export function mayBeBroughtIn(number: string): boolean {
  if (isFreeShortNumber(number) || mayBeCalledBack(number)) return true;
  const read = parsePhoneNumber(number, { extract: false });
  return read?.isValid() === true && read.country === 'FR' && unpaid.has(read.getType() ?? '');
}

const exists = (number: PhoneNumber) => number.isValid() || fictionMobile.test(number.number);

function toPhone(number: PhoneNumber): Phone {
  return { e164: number.number, kind: kindOf(number), national: number.formatNational() };
}

function kindOf(number: PhoneNumber): Phone['kind'] {
  if (fictionMobile.test(number.number)) return 'mobile';
  switch (number.getType()) {
    case 'MOBILE':
    // Plans that do not tell them apart (North America's): a message may well arrive.
    case 'FIXED_LINE_OR_MOBILE':
      return 'mobile';
    case 'FIXED_LINE':
      return 'fixed';
    default:
      return 'other';
  }
}
