import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '#src/geography';
import { describeHours } from '#src/hours';
import {
  answerWish,
  buildVenueIndex,
  detourKm,
  farthestKm,
  fees,
  readVenueRow,
  requiredColumns,
  searchVenues,
  services,
  specialCares,
  standardColumns,
  type Venue,
  type VenueQuery,
  wishes,
} from '#src/venues';
import { fewCommunesGazetteer, someVenue, soundRow } from '../support/venues.ts';

const today = '2026-03-01';
const position = fc.record({
  latitude: fc.double({ min: 42, max: 51, noNaN: true }),
  longitude: fc.double({ min: -4, max: 8, noNaN: true }),
});
const venue = (id: string) =>
  fc.record({
    id: fc.constant(id),
    position: fc.option(position),
    services: fc.subarray([...services]),
    fees: fc.subarray([...fees]),
    specialCare: fc.subarray([...specialCares]),
    doubts: fc.constantFrom([], [], [], ['position-doubtful' as const]),
    updatedOn: fc.constantFrom(null, '2020-01-01', '2026-01-01'),
  });
const venues = fc
  .nat(80)
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => venue(`v${place}`))))
  .map((list): readonly Venue[] => list.map(someVenue));
const query: fc.Arbitrary<VenueQuery> = fc.record({
  near: position,
  service: fc.option(fc.constantFrom(...services)),
  wishes: fc.subarray([...wishes], { maxLength: 4 }),
  maxKm: fc.integer({ min: 1, max: 600 }),
  limit: fc.integer({ min: 1, max: 20 }),
});

/** The rule of VE-41 as one reads it: every venue, one after the other. */
function scan(all: readonly Venue[], asked: VenueQuery): readonly string[] {
  return all
    .filter(({ doubts }) => !doubts.includes('position-doubtful'))
    .filter((one) => asked.service === null || one.services.includes(asked.service))
    .flatMap((one) => {
      if (one.position === null) return [];
      const exact = distanceKm(asked.near, one.position);
      if (exact > Math.min(asked.maxKm ?? farthestKm, farthestKm)) return [];
      const detour = asked.wishes.reduce((sum, wish) => sum + detourKm[answerWish(one, wish)], 0);
      return [{ one, cost: Math.round(exact * 10) / 10 + detour }];
    })
    .toSorted(
      (a, b) =>
        a.cost - b.cost ||
        (b.one.updatedOn ?? '').localeCompare(a.one.updatedOn ?? '') ||
        (a.one.id < b.one.id ? -1 : 1),
    )
    .slice(0, asked.limit)
    .map(({ one }) => one.id);
}

describe('venues, whatever they are', () => {
  it('VE-43 the index finds what a scan of all venues finds', () => {
    fc.assert(
      fc.property(venues, query, (all, asked) => {
        const found = searchVenues(buildVenueIndex(all), asked, today);
        expect(found.map((match) => match.venue.id)).toEqual(scan(all, asked));
      }),
      { numRuns: 300 },
    );
  });

  it('VE-41 without wishes, distances never go down', () => {
    fc.assert(
      fc.property(venues, query, (all, asked) => {
        const found = searchVenues(buildVenueIndex(all), { ...asked, wishes: [] }, today);
        const distances = found.map((match) => match.distanceKm ?? Number.NaN);
        expect(distances).toEqual(distances.toSorted((a, b) => a - b));
      }),
    );
  });

  it('any cells are read or rejected, and what is read says nothing of another scheme than http', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...Object.values(soundRow), '00000', '97', '-', '0,0', '1e5', '٣'),
    );
    const row = fc
      .tuple(...standardColumns.map((column) => fc.tuple(fc.constant(column), cell)))
      .map((cells): Record<string, string> => Object.fromEntries(cells));
    // A row of noise alone is rejected at once: most keep what the standard requires.
    const kept = fc.oneof(
      fc.subarray([...standardColumns]),
      fc.constant(requiredColumns),
      fc.constant(requiredColumns.filter((column) => column !== 'code_postal')),
    );
    const somewhatSound = fc.tuple(row, kept).map(([cells, columns]) => ({
      ...cells,
      ...Object.fromEntries(columns.map((column) => [column, soundRow[column] ?? ''])),
    }));
    fc.assert(
      fc.property(somewhatSound, (cells) => {
        const reading = readVenueRow(cells, { gazetteer: fewCommunesGazetteer, today });
        if (!reading.ok) {
          expect(reading.error.length).toBeGreaterThan(0);
          return;
        }
        const { websites, bookingUrl, position: place } = reading.value.venue;
        for (const address of [...websites, bookingUrl ?? 'https://none.example']) {
          expect(address).toMatch(/^https?:/i);
        }
        if (place !== null) expect(Math.abs(place.latitude)).toBeLessThanOrEqual(90);
      }),
      { numRuns: 500 },
    );
  });

  it('VE-30 hours that are understood have days in order and ranges that end after they begin', () => {
    const days = fc.constantFrom('Mo', 'Tu-Th', 'Fr,Sa', 'Su-Tu', 'PH', 'Mo-Fr,PH', '');
    const time = fc.constantFrom('00:00', '08:30', '9', '12:00', '14:00', '24:00', '25:00');
    const range = fc.tuple(time, time).map((ends) => ends.join('-'));
    const ranges = fc.oneof(
      fc.constant('off'),
      fc.array(range, { minLength: 1, maxLength: 3 }).map((list) => list.join(',')),
    );
    const text = fc
      .array(
        fc.tuple(days, ranges).map((rule) => rule.join(' ').trim()),
        { maxLength: 4 },
      )
      .map((rules) => rules.join('; '));
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (hours) => {
        const read = describeHours(hours);
        if (!read.understood) {
          expect(read.text).toBe(hours);
          return;
        }
        const named = read.week.flatMap((entry) => entry.days);
        expect(new Set(named).size).toBe(named.length);
        for (const { ranges: open } of read.week) {
          const ends = open.flatMap(({ from, to }) => [from, to]);
          expect(ends).toEqual([...new Set(ends)].toSorted());
        }
      }),
      { numRuns: 500 },
    );
  });
});
