import { InvariantError } from '#src/kernel';
import { newestFirst } from './newest-first.ts';
import { trustedPosition } from './trusted-position.ts';
import type { Venue, VenueDoubt } from './venue.ts';

/** Fields on which a record may be silent, and another of the same place may say. */
const silentFields = [
  'pivot',
  'addressComplement',
  'phone',
  'emails',
  'websites',
  'hoursText',
  'summary',
  'detail',
  'typologies',
  'parentStructure',
  'itinerant',
  'services',
  'publics',
  'specialCare',
  'fees',
  'programmes',
  'labels',
  'otherLabels',
  'accessModes',
  'supportModes',
  'bookingUrl',
  'accessibilityUrl',
] as const satisfies readonly (keyof Venue)[];

/**
 * One record for the records of one place, the first of them: what it is silent on is what the newest
 * other says. What it states is never overwritten.
 */
export function showTogether(records: readonly Venue[]): Venue {
  const [first, ...others] = records;
  if (first === undefined) throw new InvariantError('a group without a record');
  if (others.length === 0) return first;
  return others
    .toSorted(newestFirst)
    .reduce(fill, { ...first, sources: records.flatMap(({ sources }) => sources) });
}

const isSilent = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

function fill(shown: Venue, other: Venue): Venue {
  const said = silentFields
    .filter((field) => isSilent(shown[field]))
    .map((field) => [field, other[field]]);
  return withSure({ ...shown, ...Object.fromEntries(said) }, other);
}

/** What is in doubt, or not stated, is taken from a record in which it is sure; the doubt goes with it. */
function withSure(shown: Venue, other: Venue): Venue {
  const settled = new Set<VenueDoubt>();
  const sure: { position?: Venue['position']; communeCode?: string; updatedOn?: string } = {};
  const position = trustedPosition(other);
  if (trustedPosition(shown) === null && position !== null) {
    sure.position = position;
    settled.add('position-doubtful');
  }
  if (shown.communeCode === null && other.communeCode !== null) {
    sure.communeCode = other.communeCode;
    settled.add('commune-doubtful');
  }
  if (shown.updatedOn === null && other.updatedOn !== null) {
    sure.updatedOn = other.updatedOn;
    settled.add('date-doubtful');
  }
  if (settled.size === 0) return shown;
  return { ...shown, ...sure, doubts: shown.doubts.filter((doubt) => !settled.has(doubt)) };
}
