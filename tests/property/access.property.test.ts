import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, actions, can, mayEver, roles, type Subject } from '#src/access';

const name = fc.constantFrom('a', 'b', 'c');
const action = fc.constantFrom(...actions);
const signedIn: fc.Arbitrary<Exclude<Actor, { role: 'anonymous' }>> = fc.record({
  role: fc.constantFrom(...roles),
  accountId: name,
  territories: fc.oneof(fc.uniqueArray(name), fc.constant('all' as const)),
  venueId: fc.option(name),
});
const subject: fc.Arbitrary<Subject> = fc.record(
  { territoryId: name, venueId: name, adviserId: fc.option(name) },
  { requiredKeys: [] },
);

describe('access', () => {
  it('gives nobody signed in what it refuses to their role', () => {
    fc.assert(
      fc.property(signedIn, action, subject, (actor, asked, about) => {
        if (can(actor, asked, about)) expect(mayEver(actor.role, asked)).toBe(true);
      }),
    );
  });

  it('gives anybody at least what it gives nobody', () => {
    fc.assert(
      fc.property(signedIn, action, subject, (actor, asked, about) => {
        if (can({ role: 'anonymous' }, asked, about)) {
          expect(can(actor, asked, about)).toBe(true);
        }
      }),
    );
  });

  it('never reaches further with fewer territories', () => {
    fc.assert(
      fc.property(signedIn, action, subject, name, (actor, asked, about, dropped) => {
        const all = ['a', 'b', 'c'];
        const wide = actor.territories === 'all' ? all : actor.territories;
        const narrow = { ...actor, territories: wide.filter((one) => one !== dropped) };
        if (can(narrow, asked, about)) expect(can(actor, asked, about)).toBe(true);
      }),
    );
  });

  it('refuses an own call, an own venue and a territory that the subject does not name', () => {
    fc.assert(
      fc.property(signedIn, action, (actor, asked) => {
        const bounded = { ...actor, territories: [] };
        const somewhere = { territoryId: 'd', venueId: 'd', adviserId: 'd' };
        // What needs no scope is given without one as well as with a foreign one; what needs one, in neither case.
        expect(can(bounded, asked, {})).toBe(can(bounded, asked, somewhere));
      }),
    );
  });
});
