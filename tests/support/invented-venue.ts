import type { Venue } from '#src/venues';

/** A venue of Mende that says little, for tests that are about something else. */
export function inventedVenue(id: string, name: string): Venue {
  return {
    id,
    pivot: null,
    name,
    commune: 'Mende',
    postcode: '48000',
    communeCode: '48095',
    address: '1 rue Basse',
    addressComplement: null,
    position: { latitude: 44.52, longitude: 3.5 },
    phone: null,
    emails: [],
    websites: [],
    hoursText: null,
    summary: null,
    source: null,
    itinerant: false,
    updatedOn: '2026-01-01',
    services: ['Aide aux démarches administratives'],
    publics: [],
    specialCare: [],
    fees: [],
    programmes: [],
    accessModes: [],
    supportModes: [],
    bookingUrl: null,
    accessibilityUrl: null,
    doubts: [],
  };
}
