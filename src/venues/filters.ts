import { Temporal } from 'temporal-polyfill';
import type { Service } from './services.ts';
import type {
  AccessMode,
  Fee,
  Label,
  Programme,
  Public,
  SpecialCare,
  SupportMode,
  Venue,
} from './venue.ts';

/** Whether a venue moves (`itinerance`). */
export const itinerancies = ['itinerant', 'fixed'] as const;
export type Itinerancy = (typeof itinerancies)[number];

/** The fields whose values are asked for, as in the national cartography. */
export type FieldFilters = {
  readonly services: readonly Service[];
  readonly publics: readonly Public[];
  readonly specialCare: readonly SpecialCare[];
  readonly fees: readonly Fee[];
  readonly accessModes: readonly AccessMode[];
  readonly supportModes: readonly SupportMode[];
  readonly itinerant: readonly Itinerancy[];
  readonly programmes: readonly Programme[];
  readonly labels: readonly Label[];
};
export type FilterField = keyof FieldFilters;

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

/** The fields, with every value that each can hold. */
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
