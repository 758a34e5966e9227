import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
});
