import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communeKey } from '#src/geography';
import { shippedData } from '../../main/hub/config.ts';
import { readGazetteer } from '../../main/hub/imports/shipped.ts';

const gazetteer = await readGazetteer(shippedData);
/** Any commune that ships: every one has a letter in its name. */
const commune = fc.constantFrom(...gazetteer.search('e', Number.POSITIVE_INFINITY));

describe('the gazetteer', () => {
  it('GE-3 finds every commune among the first five by its name and a postcode of its own', () => {
    fc.assert(
      fc.property(commune, fc.nat(), ({ code, name, postcodes }, which) => {
        const postcode = postcodes[which % postcodes.length] ?? '';
        const codes = gazetteer.search(`${name} ${postcode}`, 5).map((found) => found.code);
        expect(codes).toContain(code);
      }),
    );
  });

  it('GE-2 finds every commune by each beginning of its name', () => {
    fc.assert(
      fc.property(commune, fc.integer({ min: 3, max: 40 }), ({ code, name }, length) => {
        const typed = name.slice(0, length);
        const found = gazetteer.search(typed, Number.POSITIVE_INFINITY);
        expect(
          found.map((one) => one.code),
          typed,
        ).toContain(code);
      }),
    );
  });

  it('answers any text, within the limit, the same each time', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[a-z0-9()'/ -]{0,30}$/),
    );
    fc.assert(
      fc.property(text, fc.nat(5), (typed, limit) => {
        const found = gazetteer.search(typed, limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(gazetteer.search(typed, limit)).toEqual(found);
      }),
    );
  });

  it('compares names by a key that is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(communeKey(communeKey(name))).toBe(communeKey(name));
      }),
    );
  });
});
