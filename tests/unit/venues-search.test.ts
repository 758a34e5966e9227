import { describe, expect, it } from 'vitest';
import {
  buildVenueIndex,
  explainCost,
  noFilters,
  parseRankingWeights,
  placedVenues,
  type Reason,
  readFilterValue,
  remoteVenues,
  type SearchContext,
  searchVenues,
  shippedWeights,
  unplacedVenues,
  type Venue,
  type VenueFilters,
  type VenueQuery,
  wishesOfObstacles,
} from '#src/venues';
import { someVenue } from '../support/venues.ts';

const mende = { latitude: 44.52, longitude: 3.5 };
const help = 'Aide aux démarches administratives';
const games = 'Loisirs et créations numériques';

/** Wishes only: what the shipped weights say beside is looked at in tests of its own. */
const context: SearchContext = {
  now: '2026-03-01T09:00:00Z',
  weights: {
    wishNotMetKm: 20,
    wishUnknownKm: 5,
    noFreeSlotKm: 0,
    hoursUnknownKm: 0,
    staleRecordKm: 0,
    referralKm: 0,
  },
  disputed: 'to-check',
  freeFrom: new Map(),
  referrals: new Map(),
};

type Asked = Partial<Omit<VenueQuery, 'filters'>> & {
  readonly filters?: Partial<VenueFilters>;
  readonly context?: Partial<SearchContext>;
};

const queryOf = ({ filters, context: _, ...asked }: Asked): VenueQuery => ({
  near: mende,
  wishes: [],
  limit: 10,
  ...asked,
  filters: { ...noFilters, ...filters },
});

/** About `km` kilometres north of Mende. */
const north = (km: number) => ({ latitude: 44.52 + km / 111.2, longitude: 3.5 });

const search = (venues: readonly Venue[], asked: Asked = {}) =>
  searchVenues(buildVenueIndex(venues), queryOf(asked), { ...context, ...asked.context });
const ids = (venues: readonly Venue[], asked: Asked = {}) =>
  search(venues, asked).map(({ venue }) => venue.id);

describe('searchVenues', () => {
  it('VE-41 ranks by distance, then by the newer record, then by id', () => {
    const venues = [
      someVenue({ id: 'far', position: north(9) }),
      someVenue({ id: 'b', position: north(2) }),
      someVenue({ id: 'a', position: north(2) }),
      someVenue({ id: 'new', position: north(2), updatedOn: '2026-02-01' }),
    ];
    expect(ids(venues)).toEqual(['new', 'a', 'b', 'far']);
    expect(search(venues).map(({ distanceKm }) => distanceKm)).toEqual([2, 2, 2, 9]);
    expect(ids(venues, { limit: 2 })).toEqual(['new', 'a']);
    expect(ids(venues, { limit: 0 })).toEqual([]);
    expect(ids(venues, { filters: { maxKm: 5 } })).toEqual(['new', 'a', 'b']);
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

  it.each([
    [
      'noFreeSlotKm',
      { updatedOn: '2026-01-15' },
      { freeFrom: new Map([['far', '2026-03-02T08:00Z']]) },
    ],
    ['hoursUnknownKm', { hoursText: 'sur demande' }, {}],
    ['staleRecordKm', { updatedOn: '2024-12-31' }, {}],
    ['staleRecordKm', { updatedOn: null }, {}],
    ['referralKm', { phone: null }, { referrals: new Map([['near', 1]]) }],
  ] as const)('VE-41 %s: %j may be passed by one a little farther', (weight, near, known) => {
    const venues = [
      someVenue({ id: 'near', hoursText: 'Mo 09:00-12:00', ...near }),
      someVenue({ id: 'far', hoursText: 'Mo 09:00-12:00', position: north(3) }),
    ];
    const weighing = (km: number) => ({ ...known, weights: { ...context.weights, [weight]: km } });
    expect(ids(venues, { context: weighing(2.5) })).toEqual(['near', 'far']);
    expect(ids(venues, { context: weighing(3.5) })).toEqual(['far', 'near']);
  });

  it('VE-40 leaves out doubtful positions', () => {
    const venues = [
      someVenue({ id: 'doubtful', doubts: ['position-doubtful'] }),
      someVenue({ id: 'nowhere', position: null }),
    ];
    expect(ids(venues)).toEqual([]);
  });

  it.each([
    [
      'from Nice, Ajaccio',
      { latitude: 43.7, longitude: 7.26 },
      { latitude: 41.92, longitude: 8.73 },
    ],
    [
      'from Saint-Martin, Guadeloupe',
      { latitude: 18.07, longitude: -63.06 },
      { latitude: 16.24, longitude: -61.53 },
    ],
    [
      'from Fort-de-France, Guadeloupe',
      { latitude: 14.6, longitude: -61.07 },
      { latitude: 16.24, longitude: -61.53 },
    ],
    ['from Mende, La Réunion', mende, { latitude: -20.9, longitude: 55.5 }],
    [
      'from Brest, Strasbourg',
      { latitude: 48.39, longitude: -4.49 },
      { latitude: 48.58, longitude: 7.75 },
    ],
  ])('VE-42 does not propose, %s', (_, near, position) => {
    expect(ids([someVenue({ id: 'beyond', position })], { near })).toEqual([]);
  });

  it('VE-47 proposes nobody a venue withdrawn, a test, or one that receives nobody', () => {
    const nobody = { accessModes: ['no-public'] } as const;
    const venues = [
      someVenue({ id: 'withdrawn', withdrawnOn: '2026-02-01' }),
      someVenue({ id: 'test', doubts: ['test-record'] }),
      someVenue({ id: 'nobody', ...nobody }),
      someVenue({ id: 'by-telephone', accessModes: ['no-public', 'telephone'] }),
      someVenue({ id: 'at-a-distance', ...nobody, supportModes: ['remote'] }),
    ];
    expect(ids(venues)).toEqual(['at-a-distance', 'by-telephone']);
    expect(search(venues)[0]?.reasons).toContainEqual({ code: 'receives-nobody', kind: 'against' });
    expect(buildVenueIndex(venues).byId.has('withdrawn')).toBe(true);
  });

  it('VE-40 shows the unplaced venues of a commune apart, those of a doubtful commune by postcode', () => {
    const index = buildVenueIndex([
      someVenue({ id: 'placed' }),
      someVenue({ id: 'nowhere', position: null }),
      someVenue({ id: 'doubtful', doubts: ['position-doubtful'] }),
      someVenue({ id: 'paid', position: null, fees: ['paid'] }),
      someVenue({ id: 'by-postcode', position: null, communeCode: null }),
      someVenue({ id: 'elsewhere', position: null, communeCode: '48092', postcode: '48100' }),
    ]);
    const commune = { code: '48095', postcodes: ['48000'] };
    const wanted = { commune, filters: noFilters, wishes: ['free'] as const };
    const apart = unplacedVenues(index, wanted, context);
    expect(apart.map(({ venue }) => venue.id)).toEqual([
      'by-postcode',
      'doubtful',
      'nowhere',
      'paid',
    ]);
    expect(new Set(apart.map(({ distanceKm }) => distanceKm))).toEqual(new Set([null]));
    expect(apart[1]?.reasons).toContainEqual({ code: 'position-doubtful', kind: 'against' });
    const filters = { ...noFilters, fees: ['paid'] as const };
    expect(unplacedVenues(index, { ...wanted, filters }, context)).toHaveLength(1);
  });
});

describe('VE-46 filters', () => {
  const venues = [
    someVenue({ id: 'a', services: [help], fees: ['free'] }),
    someVenue({ id: 'b', position: north(1), services: [games], fees: ['free', 'paid'] }),
    someVenue({ id: 'c', position: north(2), services: [help, games], fees: ['paid'] }),
    someVenue({ id: 'silent', position: north(3) }),
  ];

  it('are "or" inside a field and "and" between fields, and leave out who does not say', () => {
    const found = (filters: Partial<VenueFilters>) => ids(venues, { filters });
    expect(found({ services: [help, games] })).toEqual(['a', 'b', 'c']);
    expect(found({ services: [help] })).toEqual(['a', 'c']);
    expect(found({ services: [games], fees: ['free'] })).toEqual(['b']);
    expect(found({ services: [help], fees: ['conditional'] })).toEqual([]);
  });

  it.each<[Partial<VenueFilters>, Partial<Venue>, Partial<Venue>]>([
    [{ publics: ['seniors'] }, { publics: ['seniors', 'women'] }, { publics: ['women'] }],
    [{ specialCare: ['deafness'] }, { specialCare: ['deafness'] }, {}],
    [{ accessModes: ['walk-in'] }, { accessModes: ['walk-in'] }, { accessModes: ['mail'] }],
    [
      { supportModes: ['individual'] },
      { supportModes: ['individual'] },
      { supportModes: ['workshop'] },
    ],
    [{ itinerant: ['itinerant'] }, { itinerant: true }, { itinerant: false }],
    [{ itinerant: ['fixed'] }, { itinerant: false }, { itinerant: null }],
    [{ programmes: ['France Services'] }, { programmes: ['France Services'] }, {}],
    [{ labels: ['ORDI 3.0'] }, { labels: ['ORDI 3.0'] }, { otherLabels: ['ORDI 3.0'] }],
    [{ bookable: true }, { bookingUrl: 'https://rdv.example' }, {}],
    [{ bookable: true }, { accessModes: ['online-booking'] }, { accessModes: ['mail'] }],
    [{ accessible: true }, { accessibilityUrl: 'https://acceslibre.example' }, {}],
    [{ fresh: true }, { updatedOn: '2025-03-01' }, { updatedOn: '2025-02-28' }],
    [{ fresh: true }, { updatedOn: '2026-02-28' }, { updatedOn: null }],
  ])('%j finds %j, not %j', (filters, has, lacks) => {
    const both = [someVenue({ id: 'has', ...has }), someVenue({ id: 'lacks', ...lacks })];
    expect(ids(both, { filters })).toEqual(['has']);
    const everywhere = placedVenues(
      buildVenueIndex(both),
      { ...noFilters, ...filters },
      context,
    ).map(({ venue }) => venue.id);
    expect(everywhere).toEqual(['has']);
  });

  it('a free slot of the diary makes a venue bookable', () => {
    const freeFrom = new Map([['silent', '2026-03-04T08:00:00Z']]);
    const [found] = search(venues, { filters: { bookable: true }, context: { freeFrom } });
    expect(found).toMatchObject({ venue: { id: 'silent' }, freeFrom: '2026-03-04T08:00:00Z' });
  });

  it('open at an instant: on the clock of the venue, those to check after those open, none closed', () => {
    const there = { latitude: -20.9, longitude: 55.5 };
    const reunion = { postcode: '97400', communeCode: '97411', position: there };
    const at = (hoursText: string | null) => ({ ...reunion, hoursText });
    const overseas = [
      someVenue({ id: 'unknown', ...at(null) }),
      someVenue({ id: 'vague', ...at('sur demande') }),
      someVenue({ id: 'open', ...at('Mo-Fr 08:00-12:00'), position: { ...there, latitude: -21 } }),
      someVenue({ id: 'closed', ...at('Mo-Fr 13:00-16:00') }),
    ];
    const openAt = (instant: string) =>
      search(overseas, { near: there, filters: { openAt: instant } });
    // Half past eight in Saint-Denis, half past five in Paris.
    const wednesday = openAt('2026-03-04T04:30:00Z');
    expect(wednesday.map(({ venue, opening }) => [venue.id, opening])).toEqual([
      ['open', { open: true, reason: 'within-hours', comment: null }],
      ['unknown', { open: null, reason: 'hours-unknown', comment: null }],
      ['vague', { open: null, reason: 'not-understood', comment: null }],
    ]);
    expect(wednesday[1]?.reasons).toContainEqual({
      code: 'opening-to-check',
      kind: 'unknown',
      because: 'hours-unknown',
    });
    // A Monday, on which La Réunion keeps the abolition of slavery.
    const holiday = openAt('2027-12-20T04:30:00Z').map(({ venue, opening }) => [
      venue.id,
      opening?.reason,
    ]);
    expect(holiday).toContainEqual(['open', 'holiday-unknown']);
  });

  it('reads the words of the standard, or ids', () => {
    expect(readFilterValue('fees', 'GRATUIT SOUS CONDITION')).toBe('conditional');
    expect(readFilterValue('accessModes', 'Ce lieu n’accueille pas de public')).toBe('no-public');
    expect(readFilterValue('specialCare', 'other-languages')).toBe('other-languages');
    expect(readFilterValue('services', 'Couture')).toBeNull();
  });
});

describe('VE-49 venues that help at a distance', () => {
  const remote = { supportModes: ['remote'] } as const;
  const index = buildVenueIndex([
    someVenue({ id: 'paris', position: north(470), ...remote }),
    someVenue({ id: 'nowhere', position: null, ...remote, fees: ['paid'] }),
    someVenue({ id: 'corsica', communeCode: '2A004', postcode: '20000', ...remote }),
    someVenue({ id: 'reunion', communeCode: '97411', postcode: '97400', ...remote }),
    someVenue({ id: 'on-site', supportModes: ['individual'] }),
  ]);
  const found = (asked: Asked) =>
    remoteVenues(index, queryOf(asked), context).map(({ venue }) => venue.id);

  it('are found at any distance, on the clock of who asks', () => {
    expect(found({ filters: { maxKm: 5 } })).toEqual(['corsica', 'nowhere', 'paris']);
    expect(found({ near: { latitude: -20.9, longitude: 55.5 } })).toEqual(['reunion']);
    expect(found({ near: { latitude: 16.24, longitude: -61.53 } })).toEqual([]);
  });

  it('meet the other filters, and rank by wishes', () => {
    expect(found({ filters: { fees: ['paid'] } })).toEqual(['nowhere']);
    expect(found({ wishes: ['free'], limit: 3 }).at(-1)).toBe('nowhere');
  });
});

describe('VE-41 weights', () => {
  it('explain a cost by its parts', () => {
    const [match] = search(
      [someVenue({ id: 'one', position: north(3), updatedOn: '2020-01-01' })],
      {
        wishes: ['free'],
        context: { weights: shippedWeights, referrals: new Map([['one', 5]]) },
      },
    );
    if (match === undefined) throw new Error('It is three kilometres away.');
    const parts = explainCost(match, shippedWeights).map(({ reason, km }) => [
      reason === 'distance' ? reason : reason.code,
      km,
    ]);
    expect(parts).toEqual([
      ['distance', 3],
      ['wish-unknown', 5],
      ['hours-unknown', 2],
      ['no-free-slot', 3],
      ['recent-referrals', 1],
      ['record-stale', 2],
    ]);
    expect(match.costKm).toBe(16);
  });

  it('are refused where one is missing, below zero, or not a number', () => {
    expect(parseRankingWeights(shippedWeights)).toEqual({ ok: true, value: shippedWeights });
    for (const wrong of [{ referralKm: -1 }, { referralKm: undefined }, { referralKm: '1' }]) {
      expect(parseRankingWeights({ ...shippedWeights, ...wrong })).toMatchObject({
        ok: false,
        error: { code: 'malformed-weights', detail: expect.stringContaining('referralKm') },
      });
    }
  });
});

describe('VE-45 reasons', () => {
  const reasonsOf = (venue: Partial<Venue>, asked: Asked = {}): readonly Reason[] =>
    search([someVenue({ id: 'one', ...venue })], asked).flatMap(({ reasons }) => reasons);

  it('say what speaks for a venue', () => {
    const venue = { services: [help], fees: ['free'], hoursText: 'Mo 09:00-12:00' } as const;
    const freeFrom = new Map([['one', '2026-03-02T08:00:00Z']]);
    const openAt = '2026-03-02T09:00:00Z';
    const asked: Asked = { filters: { services: [help], openAt }, wishes: ['free'] };
    expect(reasonsOf(venue, { ...asked, context: { freeFrom } })).toEqual([
      { code: 'service-offered', kind: 'for', service: help },
      { code: 'wish-met', kind: 'for', wish: 'free' },
      { code: 'open-then', kind: 'for' },
      { code: 'hours-known', kind: 'for' },
      { code: 'free-slot', kind: 'for', from: '2026-03-02T08:00:00Z' },
      { code: 'record-fresh', kind: 'for', updatedOn: '2026-01-15' },
    ]);
  });

  it('say what speaks against it, and what its record does not say', () => {
    const venue = { phone: null, updatedOn: '2025-02-28', itinerant: false } as const;
    const referrals = new Map([['one', 2]]);
    expect(
      reasonsOf(venue, { wishes: ['comes-to-you', 'english'], context: { referrals } }),
    ).toEqual([
      { code: 'wish-not-met', kind: 'against', wish: 'comes-to-you' },
      { code: 'wish-unknown', kind: 'unknown', wish: 'english' },
      { code: 'hours-unknown', kind: 'unknown' },
      { code: 'no-free-slot', kind: 'unknown' },
      { code: 'recent-referrals', kind: 'against', count: 2 },
      { code: 'phone-unknown', kind: 'against' },
      { code: 'record-stale', kind: 'against', updatedOn: '2025-02-28' },
    ]);
    expect(reasonsOf({ updatedOn: null, hoursText: 'sur demande' })).toEqual([
      { code: 'hours-not-understood', kind: 'unknown' },
      { code: 'no-free-slot', kind: 'unknown' },
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

describe('VE-48 wishes of obstacles', () => {
  it('come once each, with the obstacle that suggests them', () => {
    expect(wishesOfObstacles(['reading', 'alone', 'connection', 'unheard-of'])).toEqual([
      { wish: 'illiteracy', obstacle: 'reading' },
      { wish: 'individual', obstacle: 'reading' },
    ]);
  });

  it('are thought of for every obstacle of the model that ships', async () => {
    const { default: model } = await import('../../data/models/rte-0.1.0.json');
    for (const { id } of model.obstacles.filter((obstacle) => obstacle.id !== 'connection')) {
      expect(wishesOfObstacles([id])).not.toEqual([]);
    }
  });
});
