import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, type Position, territoryAt } from '#src/geography';
import { hoursPlaceOf, openAt, readHours } from '#src/hours';
import {
  accessModes,
  answerWish,
  buildVenueIndex,
  explainCost,
  fees,
  noFilters,
  type RankingWeights,
  type SearchContext,
  searchVenues,
  services,
  specialCares,
  supportModes,
  type Venue,
  type VenueFilters,
  type VenueQuery,
  wishes,
} from '#src/venues';
import { someVenue } from '../support/venues.ts';

const now = '2026-03-01T09:00:00Z';
/** A little of France, Corsica, and three islands that are nearer to one another than Paris is to Nice. */
const position = fc.oneof(
  box([43, 46], [1, 8]),
  box([41.5, 42.9], [8.7, 9.4]),
  box([14.5, 14.8], [-61.1, -60.9]),
  box([16, 16.4], [-61.7, -61.3]),
  box([18.05, 18.1], [-63.1, -63.05]),
);

function box(latitude: readonly [number, number], longitude: readonly [number, number]) {
  const between = ([min, max]: readonly [number, number]) => fc.double({ min, max, noNaN: true });
  return fc.record({ latitude: between(latitude), longitude: between(longitude) });
}

const venue = (id: string): fc.Arbitrary<Venue> =>
  fc
    .record({
      id: fc.constant(id),
      position: fc.option(position),
      postcode: fc.constantFrom('48000', '97200', '67000'),
      communeCode: fc.constant(null),
      services: fc.subarray([...services], { maxLength: 4 }),
      fees: fc.subarray([...fees]),
      specialCare: fc.subarray([...specialCares]),
      accessModes: fc.subarray([...accessModes], { maxLength: 2 }),
      supportModes: fc.subarray([...supportModes], { maxLength: 2 }),
      itinerant: fc.option(fc.boolean()),
      bookingUrl: fc.option(fc.constant('https://rdv.example'), { freq: 1 }),
      accessibilityUrl: fc.option(fc.constant('https://acceslibre.example')),
      hoursText: fc.constantFrom(
        null,
        'Mo-Fr 09:00-12:00,14:00-17:00',
        'Mo-Su 10:00-18:00; PH off',
        'Tu-Sa 08:00-20:00',
        'sur demande',
      ),
      doubts: fc.constantFrom([], [], [], ['position-doubtful' as const], ['test-record' as const]),
      withdrawnOn: fc.constantFrom(null, null, null, null, '2026-02-01'),
      updatedOn: fc.constantFrom(null, '2020-01-01', '2025-03-01', '2026-01-01'),
    })
    .map(someVenue);
const venues = fc
  .nat(120)
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => venue(`v${place}`))))
  .map((list): readonly Venue[] => list);

const few = <Value>(values: readonly Value[]) =>
  fc.oneof(fc.constant([]), fc.subarray([...values], { maxLength: Math.min(3, values.length) }));
const filters: fc.Arbitrary<VenueFilters> = fc
  .record({
    services: few(services),
    fees: few(fees),
    specialCare: few(specialCares),
    supportModes: few(supportModes),
    itinerant: few(['itinerant', 'fixed'] as const),
    maxKm: fc.option(fc.integer({ min: 1, max: 600 })),
    openAt: fc.constantFrom(
      null,
      '2026-03-03T09:30:00Z',
      '2026-03-07T18:30:00Z',
      '2026-05-01T14:00:00Z',
    ),
    bookable: fc.constantFrom(false, false, true),
    accessible: fc.constantFrom(false, false, true),
    fresh: fc.constantFrom(false, false, true),
  })
  .map((asked) => ({ ...noFilters, ...asked }));
const query: fc.Arbitrary<VenueQuery> = fc.record({
  near: position,
  filters: fc.oneof(fc.constant(noFilters), filters),
  wishes: fc.subarray([...wishes], { maxLength: 4 }),
  limit: fc.integer({ min: 1, max: 20 }),
});

const km = fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10);
const weights: fc.Arbitrary<RankingWeights> = fc.record({
  wishNotMetKm: km,
  wishUnknownKm: km,
  noFreeSlotKm: km,
  hoursUnknownKm: km,
  staleRecordKm: km,
  referralKm: km,
});
const someIds = <Value>(value: fc.Arbitrary<Value>) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(120), value), { maxLength: 20, selector: ([id]) => id })
    .map((pairs) => new Map(pairs.map(([id, known]) => [`v${id}`, known])));
const context: fc.Arbitrary<SearchContext> = fc.record({
  now: fc.constant(now),
  weights,
  disputed: fc.constant('to-check' as const),
  freeFrom: someIds(fc.constant('2026-03-04T08:00:00Z')),
  referrals: someIds(fc.integer({ min: 1, max: 5 })),
});

/** The rules of VE-40 to VE-47 as one reads them: every venue, one after the other. */
function scan(all: readonly Venue[], asked: VenueQuery, known: SearchContext) {
  return all
    .flatMap((one) => standingOf(one, asked, known) ?? [])
    .toSorted(
      (a, b) =>
        Number(a.isToCheck) - Number(b.isToCheck) ||
        a.cost - b.cost ||
        (b.updatedOn ?? '').localeCompare(a.updatedOn ?? '') ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, asked.limit)
    .map(({ id, cost }) => ({ id, cost }));
}

function standingOf(
  one: Venue,
  { near, filters: asked, wishes }: VenueQuery,
  known: SearchContext,
) {
  if (one.position === null || one.doubts.length > 0 || one.withdrawnOn !== null) return null;
  if (territoryAt(one.position) !== territoryAt(near)) return null;
  if (distanceKm(near, one.position) > Math.min(asked.maxKm ?? 500, 500)) return null;
  const isNear = one.accessModes.includes('telephone') || one.supportModes.includes('remote');
  if (one.accessModes.includes('no-public') && !isNear) return null;
  if (!meets(one, asked, known)) return null;
  const open = openingOf(one, asked);
  if (open === false) return null;
  const cost = costOf(one, near, one.position, wishes, known);
  return { id: one.id, isToCheck: open === null, cost, updatedOn: one.updatedOn };
}

function meets(one: Venue, asked: VenueFilters, { freeFrom }: SearchContext): boolean {
  const anyOf = (values: readonly string[], stated: readonly string[]) =>
    values.length === 0 || values.some((value) => stated.includes(value));
  const moves = one.itinerant === null ? [] : [one.itinerant ? 'itinerant' : 'fixed'];
  const books =
    one.bookingUrl !== null || one.accessModes.includes('online-booking') || freeFrom.has(one.id);
  return (
    anyOf(asked.services, one.services) &&
    anyOf(asked.fees, one.fees) &&
    anyOf(asked.specialCare, one.specialCare) &&
    anyOf(asked.supportModes, one.supportModes) &&
    anyOf(asked.itinerant, moves) &&
    (!asked.bookable || books) &&
    (!asked.accessible || one.accessibilityUrl !== null) &&
    (!asked.fresh || isFresh(one))
  );
}

const isFresh = ({ updatedOn }: Venue) => updatedOn !== null && updatedOn >= '2025-03-01';

function openingOf(one: Venue, { openAt: instant }: VenueFilters): boolean | null {
  if (instant === null) return true;
  if (one.hoursText === null) return null;
  const place = hoursPlaceOf(one.communeCode, one.postcode);
  return openAt(readHours(one.hoursText), place, instant, 'to-check').open;
}

function costOf(
  one: Venue,
  near: Position,
  there: Position,
  wished: VenueQuery['wishes'],
  { weights: weigh, freeFrom, referrals }: SearchContext,
): number {
  const wishKm = { met: 0, 'not-met': weigh.wishNotMetKm, unknown: weigh.wishUnknownKm };
  const areHoursKnown = one.hoursText !== null && readHours(one.hoursText).trusted;
  const parts = [
    Math.round(distanceKm(near, there) * 10) / 10,
    ...wished.map((wish) => wishKm[answerWish(one, wish)]),
    areHoursKnown ? 0 : weigh.hoursUnknownKm,
    isFresh(one) ? 0 : weigh.staleRecordKm,
    freeFrom.has(one.id) ? 0 : weigh.noFreeSlotKm,
    (referrals.get(one.id) ?? 0) * weigh.referralKm,
  ];
  return Math.round(parts.reduce((sum, part) => sum + part, 0) * 1000) / 1000;
}

describe('a search of venues, whatever they are and whatever is asked', () => {
  it('VE-43 the index finds what a scan of all venues finds, at the same cost', () => {
    fc.assert(
      fc.property(venues, query, context, (all, asked, known) => {
        const found = searchVenues(buildVenueIndex(all), asked, known);
        expect(found.map((match) => ({ id: match.venue.id, cost: match.costKm }))).toEqual(
          scan(all, asked, known),
        );
      }),
      { numRuns: 600 },
    );
  });

  it('VE-41 the parts of a cost add up to it', () => {
    fc.assert(
      fc.property(venues, query, context, (all, asked, known) => {
        for (const match of searchVenues(buildVenueIndex(all), asked, known)) {
          const parts = explainCost(match, known.weights);
          const sum = parts.reduce((total, part) => total + part.km, 0);
          expect(sum).toBeCloseTo(match.costKm, 6);
        }
      }),
    );
  });

  it('VE-41 a heavier weight never brings up a venue that it weighs on', () => {
    fc.assert(
      fc.property(venues, query, context, (all, asked, known) => {
        const index = buildVenueIndex(all);
        const heavier = { ...known.weights, staleRecordKm: known.weights.staleRecordKm + 50 };
        const freshAmong = (searched: SearchContext) =>
          searchVenues(index, { ...asked, filters: noFilters }, searched).filter((match) =>
            isFresh(match.venue),
          ).length;
        expect(freshAmong({ ...known, weights: heavier })).toBeGreaterThanOrEqual(
          freshAmong(known),
        );
      }),
    );
  });
});
