import { describe, expect, it } from 'vitest';
import {
  buildVenueIndex,
  type Reason,
  searchVenues,
  unplacedVenues,
  type Venue,
  type VenueQuery,
} from '#src/venues';
import { someVenue } from '../support/venues.ts';

const mende = { latitude: 44.52, longitude: 3.5 };
const today = '2026-03-01';
const anything = { near: mende, service: null, wishes: [], limit: 10 } as const;
const help = 'Aide aux démarches administratives';

/** About `km` kilometres north of Mende. */
const north = (km: number) => ({ latitude: 44.52 + km / 111.2, longitude: 3.5 });

const search = (venues: readonly Venue[], query: Partial<VenueQuery> = {}) =>
  searchVenues(buildVenueIndex(venues), { ...anything, ...query }, today);
const ids = (venues: readonly Venue[], query: Partial<VenueQuery> = {}) =>
  search(venues, query).map(({ venue }) => venue.id);

describe('searchVenues', () => {
  it('VE-41 without wishes ranks by distance, then by the newer record, then by id', () => {
    const venues = [
      someVenue({ id: 'far', position: north(9) }),
      someVenue({ id: 'b', position: north(2) }),
      someVenue({ id: 'a', position: north(2) }),
      someVenue({ id: 'new', position: north(2), updatedOn: '2026-02-01' }),
    ];
    expect(ids(venues)).toEqual(['new', 'a', 'b', 'far']);
    expect(search(venues).map(({ distanceKm }) => distanceKm)).toEqual([2, 2, 2, 9]);
    expect(ids(venues, { limit: 2 })).toEqual(['new', 'a']);
    expect(ids(venues, { maxKm: 5 })).toEqual(['new', 'a', 'b']);
  });

  it('VE-41 finds only venues that offer the service', () => {
    const venues = [
      someVenue({ id: 'silent' }),
      someVenue({ id: 'helps', position: north(9), services: [help] }),
    ];
    expect(ids(venues, { service: help })).toEqual(['helps']);
  });

  it('VE-41 sends a little farther for a wish, never leaves anything out', () => {
    const venues = [
      someVenue({ id: 'paid', fees: ['paid'] }),
      someVenue({ id: 'silent', position: north(1) }),
      someVenue({ id: 'free', position: north(4), fees: ['free'] }),
      someVenue({ id: 'free-far', position: north(30), fees: ['free'] }),
    ];
    expect(ids(venues, { wishes: ['free'] })).toEqual(['free', 'silent', 'paid', 'free-far']);
    expect(ids(venues, { wishes: ['free'], limit: 1 })).toEqual(['free']);
  });

  it('VE-40 VE-42 leaves out doubtful positions and other continents', () => {
    const venues = [
      someVenue({ id: 'doubtful', doubts: ['position-doubtful'] }),
      someVenue({ id: 'nowhere', position: null }),
      someVenue({ id: 'reunion', position: { latitude: -20.9, longitude: 55.5 } }),
    ];
    expect(ids(venues)).toEqual([]);
  });

  it('VE-40 shows the unplaced venues of a commune apart, those of a doubtful commune by postcode', () => {
    const index = buildVenueIndex([
      someVenue({ id: 'placed' }),
      someVenue({ id: 'nowhere', position: null }),
      someVenue({ id: 'doubtful', doubts: ['position-doubtful'] }),
      someVenue({ id: 'by-postcode', position: null, communeCode: null }),
      someVenue({ id: 'elsewhere', position: null, communeCode: '48092', postcode: '48100' }),
    ]);
    const commune = { code: '48095', postcodes: ['48000'] };
    const apart = unplacedVenues(index, { commune, service: null, wishes: [] }, today);
    expect(apart.map(({ venue }) => venue.id)).toEqual(['nowhere', 'doubtful', 'by-postcode']);
    expect(apart.map(({ distanceKm }) => distanceKm)).toEqual([null, null, null]);
    expect(apart[1]?.reasons).toContainEqual({ code: 'position-doubtful', kind: 'against' });
  });
});

describe('VE-45 reasons', () => {
  const reasonsOf = (venue: Partial<Venue>, query: Partial<VenueQuery> = {}): readonly Reason[] =>
    search([someVenue({ id: 'one', ...venue })], query).flatMap(({ reasons }) => reasons);

  it('says what speaks for a venue', () => {
    const venue = { services: [help], fees: ['free'], hoursText: 'Mo 09:00-12:00' } as const;
    expect(reasonsOf(venue, { service: help, wishes: ['free'] })).toEqual([
      { code: 'service-offered', kind: 'for', service: help },
      { code: 'wish-met', kind: 'for', wish: 'free' },
      { code: 'hours-known', kind: 'for' },
      { code: 'record-fresh', kind: 'for', updatedOn: '2026-01-15' },
    ]);
  });

  it('says what speaks against it, and what its record does not say', () => {
    const venue = { phone: null, updatedOn: '2025-02-28', itinerant: false } as const;
    expect(reasonsOf(venue, { wishes: ['comes-to-you', 'english'] })).toEqual([
      { code: 'wish-not-met', kind: 'against', wish: 'comes-to-you' },
      { code: 'wish-unknown', kind: 'unknown', wish: 'english' },
      { code: 'hours-unknown', kind: 'unknown' },
      { code: 'phone-unknown', kind: 'against' },
      { code: 'record-stale', kind: 'against', updatedOn: '2025-02-28' },
    ]);
    expect(reasonsOf({ updatedOn: null, hoursText: 'sur rendez-vous' })).toEqual([
      { code: 'hours-not-understood', kind: 'unknown' },
      { code: 'record-undated', kind: 'unknown' },
    ]);
  });

  it.each([
    [{ fees: ['paid'] }, 'free', 'wish-not-met'],
    [{ fees: ['conditional'] }, 'free', 'wish-unknown'],
    [{ fees: [] }, 'free', 'wish-unknown'],
    [{ supportModes: ['workshop'] }, 'individual', 'wish-not-met'],
    [{ bookingUrl: 'https://rdv.example' }, 'by-appointment', 'wish-met'],
    [{ accessModes: ['walk-in'] }, 'by-appointment', 'wish-unknown'],
    [{ accessModes: ['telephone'] }, 'walk-in', 'wish-not-met'],
    [{ publics: ['seniors'] }, 'women', 'wish-unknown'],
    [{ specialCare: ['deafness'] }, 'deafness', 'wish-met'],
  ] as const)('VE-44 %j and the wish "%s": %s', (venue, wish, code) => {
    expect(reasonsOf(venue, { wishes: [wish] })).toContainEqual(expect.objectContaining({ code }));
  });
});
