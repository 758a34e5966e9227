import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeHours } from '#src/hours';
import { readVenueRow, requiredColumns, standardColumns } from '#src/venues';
import { fewCommunesGazetteer, soundRow } from '../support/venues.ts';

const today = '2026-03-01';
describe('venues, whatever they are', () => {
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
