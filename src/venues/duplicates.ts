import { communeKey, distanceKm } from '#src/geography';
import { foldText } from '#src/kernel';
import { readAddressKey } from './duplicate-addresses.ts';
import { isNamed, type NameWords, nameKey, readNameWords, saySame } from './duplicate-names.ts';
import { newestFirst } from './newest-first.ts';
import { showTogether } from './shown-venue.ts';
import { trustedPosition } from './trusted-position.ts';
import type { Venue } from './venue.ts';

/** Records of one place. A venue that is alone is a group of one. */
export type VenueGroup = {
  /** The record that stands for the place, with the sources of all and what it was silent on. */
  readonly shown: Venue;
  /** The ids of all records, that of `shown` first. */
  readonly ids: readonly string[];
};

type Entry = {
  readonly venue: Venue;
  readonly name: string;
  readonly address: string;
  readonly isNumbered: boolean;
};

/** Records of one place may be this far apart: one producer places it in the house, another in the street. */
const samePlaceKm = 1;
/** A name that many bear ("La Poste") is of one place only where it is next door. */
const nextDoorKm = 0.1;

/**
 * Groups the records of one place (VE-50), whatever their order. It is strict: a record that is not
 * grouped is listed twice, one that is grouped wrongly hides somebody. `anchoredIds` are records on
 * which something depends: each stays shown.
 */
export function groupDuplicates(
  venues: readonly Venue[],
  anchoredIds: ReadonlySet<string>,
): readonly VenueGroup[] {
  const groups: Entry[][] = [];
  const byKey = new Map<string, Entry[][]>();
  for (const entry of venues.toSorted(shownFirst(anchoredIds)).map(readEntry)) {
    const keys = keysOf(entry);
    const isAnchored = anchoredIds.has(entry.venue.id);
    const home = isAnchored
      ? undefined
      : keys
          .flatMap((key) => byKey.get(key) ?? [])
          .find((group) => group.every((other) => isSamePlace(entry, other)));
    const group = home ?? [];
    if (home === undefined) groups.push(group);
    group.push(entry);
    for (const key of keys) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [group]);
      else if (!known.includes(group)) known.push(group);
    }
  }
  return groups.map((group) => {
    const records = group.map(({ venue }) => venue);
    return { shown: showTogether(records), ids: records.map(({ id }) => id) };
  });
}

/** Something depends on it; its position is sure; it is the newest; then by id, so that the order never changes. */
function shownFirst(anchoredIds: ReadonlySet<string>): (a: Venue, b: Venue) => number {
  return (a, b) =>
    Number(anchoredIds.has(b.id)) - Number(anchoredIds.has(a.id)) ||
    Number(trustedPosition(a) === null) - Number(trustedPosition(b) === null) ||
    newestFirst(a, b);
}

function readEntry(venue: Venue): Entry {
  const address = readAddressKey(venue.address);
  return {
    venue,
    name: nameKey(venue.name),
    address,
    isNumbered: /^\d/.test(address),
  };
}

/** Two records of one place share one of these. */
function keysOf({ venue, name, address, isNumbered }: Entry): readonly string[] {
  if (venue.doubts.includes('test-record')) return [];
  const named = `name ${venue.postcode} ${name}`;
  return isNumbered ? [named, `address ${venue.postcode} ${address}`] : [named];
}

function isSamePlace(a: Entry, b: Entry): boolean {
  const apartKm = kmBetween(a.venue, b.venue);
  // One postcode has several communes, each with its "Mairie, Le Bourg".
  if (apartKm === null ? !isSameCommune(a.venue, b.venue) : apartKm > samePlaceKm) return false;
  const sameAddress = a.address === b.address;
  // A producer who lists two records means two places, unless they say the same.
  const sameSource = sourceOf(a) === sourceOf(b);
  if (sameSource && !sameAddress) return false;
  if (a.name === b.name) return sameAddress || isSameNameNear(a, b, apartKm);
  if (!sameAddress || !a.isNumbered || sameSource) return false;
  if ((a.venue.itinerant === true) !== (b.venue.itinerant === true)) return false;
  const [nameOfA, nameOfB] = [wordsOf(a), wordsOf(b)];
  return (
    (isFranceServices(a, nameOfA) && isFranceServices(b, nameOfB)) || saySame(nameOfA, nameOfB)
  );
}

function isSameCommune(a: Venue, b: Venue): boolean {
  if (a.communeCode !== null && b.communeCode !== null) return a.communeCode === b.communeCode;
  return communeKey(a.commune) === communeKey(b.commune);
}

/** Of one name, at two addresses: the commune is the same, and both positions are sure and near. */
function isSameNameNear(a: Entry, b: Entry, apartKm: number | null): boolean {
  if (a.venue.communeCode === null || a.venue.communeCode !== b.venue.communeCode) return false;
  return apartKm !== null && (isNamed(wordsOf(a)) || apartKm <= nextDoorKm);
}

const sourceOf = ({ venue }: Entry) => foldText(venue.sources[0]?.source ?? '');

const wordsOf = ({ venue, name }: Entry) => readNameWords(name, venue.commune);

function isFranceServices({ venue }: Entry, { saysFranceServices }: NameWords): boolean {
  return saysFranceServices || venue.programmes.includes('France Services');
}

function kmBetween(a: Venue, b: Venue): number | null {
  const [positionOfA, positionOfB] = [trustedPosition(a), trustedPosition(b)];
  return positionOfA === null || positionOfB === null ? null : distanceKm(positionOfA, positionOfB);
}
