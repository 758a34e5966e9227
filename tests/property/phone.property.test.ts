import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canReceiveSms, describePhone, parsePhone, phoneRegions } from '#src/kernel';

describe('telephone numbers, whatever is typed', () => {
  it('gives E.164 that reads back as itself, or refuses', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[+0-9 ().-]{0,20}$/),
      fc.stringMatching(/^0[1-9]\d{8}$/),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom(...phoneRegions), (text, region) => {
        const phone = parsePhone(text, region);
        canReceiveSms(text);
        if (!phone.ok) return;
        expect(phone.value.e164).toMatch(/^\+[1-9]\d{6,14}$/);
        expect(describePhone(phone.value.e164)).toEqual(phone.value);
      }),
      { numRuns: 500 },
    );
  });
});
