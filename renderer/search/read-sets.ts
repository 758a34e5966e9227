import { z } from 'zod';
import { settingsView, venueLoad } from '#src/contract';
import { buildGazetteer, type Gazetteer, readCommunes } from '#src/geography';
import { foldText } from '#src/kernel';
import { buildVenueIndex, type Venue, type VenueIndex } from '#src/venues';

/** The venues, findable by place and by words. */
export type KnownVenues = {
  readonly index: VenueIndex;
  /** `key`: the name and the commune, as they are compared. */
  readonly names: readonly { readonly venue: Venue; readonly key: string }[];
};

export function readVenues(json: unknown): KnownVenues | null {
  const parsed = venueList.safeParse(json);
  if (!parsed.success) return null;
  const names = parsed.data.map((venue) => ({
    venue,
    key: foldText(`${venue.name} ${venue.commune}`),
  }));
  return { index: buildVenueIndex(parsed.data), names };
}

const venueFields: Readonly<Record<keyof Venue, true>> = {
  id: true,
  pivot: true,
  name: true,
  commune: true,
  postcode: true,
  communeCode: true,
  address: true,
  addressComplement: true,
  position: true,
  phone: true,
  emails: true,
  websites: true,
  hoursText: true,
  summary: true,
  detail: true,
  typologies: true,
  parentStructure: true,
  sources: true,
  itinerant: true,
  updatedOn: true,
  services: true,
  publics: true,
  specialCare: true,
  fees: true,
  programmes: true,
  labels: true,
  otherLabels: true,
  accessModes: true,
  supportModes: true,
  bookingUrl: true,
  accessibilityUrl: true,
  doubts: true,
  withdrawnOn: true,
};

/**
 * The hub writes venues in the shape of the domain's own type; twenty thousand are not checked to the
 * bottom again. But a set that an earlier version kept here may lack a field.
 */
const venueList = z.array(
  z.custom<Venue>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.keys(venueFields).every((field) => field in value),
  ),
);

export function readGazetteer(json: unknown): Gazetteer | null {
  const read = readCommunes(json);
  return read.ok ? buildGazetteer(read.value) : null;
}

export function readSettings(json: unknown) {
  return settingsView.safeParse(json).data ?? null;
}

/** Referrals of late, by venue id. */
export function readLoad(json: unknown): ReadonlyMap<string, number> | null {
  const parsed = venueLoad.safeParse(json);
  if (!parsed.success) return null;
  return new Map(parsed.data.venues.map(({ venueId, referrals }) => [venueId, referrals]));
}
