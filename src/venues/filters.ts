import { Temporal } from 'temporal-polyfill';
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

/** Every value that each field can be asked for, as in the national cartography. */
export const filterValues = {
  services,
  publics,
  specialCare: specialCares,
  fees,
  accessModes,
  supportModes,
  /** Whether it moves (`itinerance`). */
  itinerant: ['itinerant', 'fixed'],
  programmes,
  labels,
} as const;
export type FilterField = keyof typeof filterValues;

/** The values that are asked for. */
export type FieldFilters = {
  readonly [Field in FilterField]: readonly (typeof filterValues)[Field][number][];
};

/**
 * What a venue must have to be found (VE-46). Inside a field any of the values will do, and every field
 * that names some must be satisfied: a record that is silent on it is not found.
 */
export type VenueFilters = FieldFilters & {
  /** Kilometres as the crow flies; `null`: `farthestKm`. */
  readonly maxKm: number | null;
  /** An instant (ISO 8601): a venue known to be closed then is not found. */
  readonly openAt: string | null;
  /** A slot of its diary is free, or it takes appointments on the web. */
  readonly bookable: boolean;
  /** Its building is described on acceslibre.beta.gouv.fr, which is not to say that it is accessible. */
  readonly accessible: boolean;
  /** Its record is not older than `freshMonths`. */
  readonly fresh: boolean;
};

/** Asks nothing. */
export const noFilters: VenueFilters = {
  services: [],
  publics: [],
  specialCare: [],
  fees: [],
  accessModes: [],
  supportModes: [],
  itinerant: [],
  programmes: [],
  labels: [],
  maxKm: null,
  openAt: null,
  bookable: false,
  accessible: false,
  fresh: false,
};

/** The fields, in the order of the standard. */
export const filterFields = [
  'services',
  'publics',
  'specialCare',
  'fees',
  'accessModes',
  'supportModes',
  'itinerant',
  'programmes',
  'labels',
] as const satisfies readonly FilterField[];

/** What a record states in a field; empty where it is silent. */
export function statedIn(venue: Venue, field: FilterField): readonly string[] {
  if (field !== 'itinerant') return venue[field];
  if (venue.itinerant === null) return [];
  return [venue.itinerant ? 'itinerant' : 'fixed'];
}

/** A record older than this may no longer say how things are. */
const freshMonths = 12;

/** `YYYY-MM-DD`: a record touched before it, or not dated, is stale on the day that `now` (an instant) writes. */
export function freshSince(now: string): string {
  return Temporal.PlainDate.from(now.slice(0, 10)).subtract({ months: freshMonths }).toString();
}

/** Whether people can make an appointment there on the web, by what the record says. */
export const takesWebBookings = (venue: Venue) =>
  venue.bookingUrl !== null || venue.accessModes.includes('online-booking');

/** Whether a venue says that it receives nobody. */
export const receivesNobody = (venue: Venue) => venue.accessModes.includes('no-public');

/**
 * Whether a venue is proposed to people at all (VE-47): not once it was withdrawn, nor where it is a test
 * record, nor where it receives nobody and helps neither by telephone nor at a distance.
 */
export function isProposed(venue: Venue): boolean {
  if (venue.withdrawnOn !== null || venue.doubts.includes('test-record')) return false;
  return (
    !receivesNobody(venue) ||
    venue.accessModes.includes('telephone') ||
    venue.supportModes.includes('remote')
  );
}
