import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communeKey, distanceKm, roughPosition } from '#src/geography';
import { foldText } from '#src/kernel';

const position = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('geography, on the whole globe', () => {
  it('measures the same distance both ways, none to itself, never more than half the Earth around', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(distanceKm(a, b)).toBe(distanceKm(b, a));
        expect(distanceKm(a, a)).toBe(0);
        expect(distanceKm(a, b)).toBeLessThanOrEqual(Math.PI * 6371 + 1e-6);
      }),
    );
  });

  it('GE-41 roughens a position once, by less than a kilometre', () => {
    fc.assert(
      fc.property(position, (exact) => {
        const rough = roughPosition(exact);
        expect(roughPosition(rough)).toEqual(rough);
        expect(distanceKm(exact, rough)).toBeLessThan(0.8);
      }),
    );
  });

  it('compares texts by a key that is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
        expect(communeKey(communeKey(text))).toBe(communeKey(text));
      }),
    );
  });
});
