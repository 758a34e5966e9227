import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairLegs } from '../../main/hub/telephony/sip/pairing.ts';

const others = fc.uniqueArray(fc.stringMatching(/^[a-z]{3}$/), { maxLength: 5 });
const legs = fc
  .record({ others, caller: fc.option(fc.constant('CALLER'), { nil: undefined }), at: fc.nat(5) })
  .map(({ others: ids, caller, at }) => {
    const found = ids.map((id) => ({ id, isCaller: false }));
    if (caller !== undefined) found.splice(at, 0, { id: caller, isCaller: true });
    return found;
  });

describe('who hears whom', () => {
  it('SI-11 puts nobody in two conversations, nor with themselves', () => {
    fc.assert(
      fc.property(legs, fc.boolean(), (ends, isHeld) => {
        const named = pairLegs(ends, isHeld).flat();
        expect(new Set(named).size).toBe(named.length);
        for (const id of named) expect(ends.map((end) => end.id)).toContain(id);
      }),
    );
  });

  it('SI-10 lets a caller on hold hear nobody, and any other with who is there longest', () => {
    fc.assert(
      fc.property(legs, fc.boolean(), (ends, isHeld) => {
        const pairs = pairLegs(ends, isHeld);
        const caller = ends.find(({ isCaller }) => isCaller);
        const first = ends.find(({ isCaller }) => !isCaller);
        const isHeard = pairs.flat().includes('CALLER');
        expect(isHeard).toBe(caller !== undefined && first !== undefined && !isHeld);
        if (isHeard) expect(pairs).toEqual([['CALLER', first?.id]]);
      }),
    );
  });
});
