import { present } from '#src/kernel';
import {
  type FilterField,
  filterFields,
  itinerancies,
  statedIn,
  takesWebBookings,
  type VenueFilters,
} from './filters.ts';
import { services } from './services.ts';
import {
  accessModes,
  fees,
  labels,
  programmes,
  publics,
  specialCares,
  supportModes,
  type Venue,
} from './venue.ts';
import { answerWish, type Wish, wishes } from './wishes.ts';

/**
 * All that a search asks of a record with yes or no, as bits: a filter is then one operation for any
 * number of values, and the bits of many venues together say at once what none of them has.
 */

/** Every value that a field can hold. */
export const fieldValues: Readonly<Record<FilterField, readonly string[]>> = {
  services,
  publics,
  specialCare: specialCares,
  fees,
  accessModes,
  supportModes,
  itinerant: itinerancies,
  programmes,
  labels,
};

const flags = ['bookable', 'accessible', 'hours-trusted'] as const;
type Flag = (typeof flags)[number];

const bitNames: readonly string[] = [
  ...filterFields.flatMap((field) => fieldValues[field].map((value) => `${field} ${value}`)),
  ...flags,
  ...wishes.flatMap((wish) => [`met ${wish}`, `not-met ${wish}`]),
];
const bitByName = new Map(bitNames.map((name, bit) => [name, bit]));

type BitName = `${FilterField} ${string}` | Flag | `${'met' | 'not-met'} ${Wish}`;

/** The place of a bit. */
export const bitOf = (name: BitName): number => present(bitByName.get(name), 'Every bit is named.');

/** How many words of 32 bits one venue takes. */
export const bitWords = Math.ceil(bitNames.length / 32);

/** Bits of which at least one is to be had. */
export type Mask = Int32Array;

export function maskOf(names: readonly BitName[]): Mask {
  const mask = new Int32Array(bitWords);
  for (const name of names) setBit(mask, 0, bitOf(name));
  return mask;
}

/** The bits that filters ask for: one of each mask. */
export function masksOf(filters: VenueFilters): readonly Mask[] {
  const fields = filterFields
    .filter((field) => filters[field].length > 0)
    .map((field) => maskOf(filters[field].map((value): BitName => `${field} ${value}`)));
  const asked = flags.filter((flag) => flag !== 'hours-trusted' && filters[flag]);
  return [...fields, ...asked.map((flag) => maskOf([flag]))];
}

/** Writes what a record says at `offset`. */
export function writeBits(bits: Int32Array, offset: number, venue: Venue, hoursTrusted: boolean) {
  const write = (name: BitName) => setBit(bits, offset, bitOf(name));
  for (const field of filterFields) {
    for (const value of statedIn(venue, field)) write(`${field} ${value}`);
  }
  if (takesWebBookings(venue)) write('bookable');
  if (venue.accessibilityUrl !== null) write('accessible');
  if (hoursTrusted) write('hours-trusted');
  for (const wish of wishes) {
    const answer = answerWish(venue, wish);
    if (answer !== 'unknown') write(`${answer} ${wish}`);
  }
}

function setBit(bits: Int32Array, offset: number, bit: number): void {
  const word = offset + (bit >> 5);
  bits[word] = (bits[word] ?? 0) | (1 << (bit & 31));
}

/** Whether the bits at `offset` have that one. */
export function hasBit(bits: Int32Array, offset: number, bit: number): boolean {
  return ((bits[offset + (bit >> 5)] ?? 0) & (1 << (bit & 31))) !== 0;
}

/** Whether the bits at `offset` have one of each mask. */
export function hitsAll(bits: Int32Array, offset: number, masks: readonly Mask[]): boolean {
  return masks.every((mask) => {
    for (let word = 0; word < bitWords; word += 1) {
      if (((bits[offset + word] ?? 0) & (mask[word] ?? 0)) !== 0) return true;
    }
    return false;
  });
}

/** Adds the bits of another at `from` to those at `to`. */
export function addBits(bits: Int32Array, to: number, others: Int32Array, from: number): void {
  for (let word = 0; word < bitWords; word += 1) {
    bits[to + word] = (bits[to + word] ?? 0) | (others[from + word] ?? 0);
  }
}
