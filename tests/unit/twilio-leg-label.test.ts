import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accountOfIdentity,
  clientIdentity,
  type LegOwner,
  legLabel,
  readLegLabel,
} from '../../main/hub/telephony/twilio/leg-label.ts';

const id = fc.uuid();
const owner: fc.Arbitrary<LegOwner> = fc.oneof(
  fc.constant({ role: 'caller' } as const),
  fc.record({ role: fc.constantFrom('adviser', 'listener'), accountId: id }),
  fc.record({ role: fc.constant('party'), partyId: id, accountId: fc.option(id) }),
);

describe('the names of ends at Twilio', () => {
  it('TW-50 an account has one that Twilio takes, and is found by it', () => {
    fc.assert(
      fc.property(id, (accountId) => {
        const identity = clientIdentity(accountId);
        expect(identity).toMatch(/^\w{1,121}$/);
        expect(accountOfIdentity(identity)).toBe(accountId);
        expect(accountOfIdentity(`client:${identity}`)).toBe(accountId);
      }),
    );
  });

  it('TW-51 an end has one that needs no escape in an address, and says whose it is', () => {
    fc.assert(
      fc.property(owner, (of) => {
        const label = legLabel(of);
        expect(label).toMatch(/^\w{1,128}$/);
        expect(readLegLabel(label)).toEqual(of);
      }),
    );
  });

  it('TW-51 names of others are nobody’s', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(accountOfIdentity(text)).toBeNull();
        fc.pre(text !== 'caller');
        expect(readLegLabel(text)).toBeNull();
      }),
    );
    expect(readLegLabel('adviser_not_an_id')).toBeNull();
    expect(readLegLabel(`owner_${'0'.repeat(36)}`)).toBeNull();
  });
});
