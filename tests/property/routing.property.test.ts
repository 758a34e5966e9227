import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AdviserState,
  chooseAdviser,
  presences,
  usualLineRules,
  type WaitingCall,
} from '#src/routing';

const now = 60;
const territory = fc.constantFrom('lozere', 'aveyron', 'gard');
const adviserId = fc.constantFrom('a', 'b', 'c', 'd', 'e');

const advisers: fc.Arbitrary<AdviserState[]> = fc.uniqueArray(
  fc.record({
    id: adviserId,
    territories: fc.uniqueArray(territory),
    skills: fc.constant([]),
    languages: fc.constant(['fr']),
    presence: fc.constantFrom(...presences),
    next: fc.constant(null),
    until: fc.constant(null),
    deskUntil: fc.constantFrom(null, Number.MAX_VALUE),
    callId: fc.option(fc.constant('other')),
    idleSince: fc.integer({ min: 0, max: 59 }),
  }),
  { selector: (adviser) => adviser.id },
);

const call: fc.Arbitrary<WaitingCall> = fc.record({
  territoryId: territory,
  rules: fc.constant(usualLineRules),
  since: fc.constant(now),
  skills: fc.constant([]),
  language: fc.constant(null),
  requestedBy: fc.option(adviserId),
  leftBy: fc.uniqueArray(adviserId, { maxLength: 3 }),
});

/** RO-1 to RO-3, RO-5, RO-6 and RO-51, said again in the words of the spec. */
function mayTake(waiting: WaitingCall, adviser: AdviserState): boolean {
  const isAsked = waiting.requestedBy === adviser.id;
  const isPublic = waiting.requestedBy === null;
  return (
    (isAsked || (isPublic && adviser.presence === 'available' && adviser.deskUntil !== null)) &&
    adviser.territories.includes(waiting.territoryId) &&
    adviser.callId === null &&
    !waiting.leftBy.includes(adviser.id)
  );
}

describe('at whose desk any call rings', () => {
  it('RO-1 RO-2 RO-3 RO-5 RO-6 only at one that may take it, and somewhere if one may', () => {
    fc.assert(
      fc.property(call, advisers, (waiting, all) => {
        const chosen = chooseAdviser(waiting, all, now);
        const able = all.filter((adviser) => mayTake(waiting, adviser)).map(({ id }) => id);
        if (able.length === 0) expect(chosen).toBeNull();
        else expect(able).toContain(chosen);
      }),
    );
  });

  it('RO-4 nobody who may take it has waited longer', () => {
    fc.assert(
      fc.property(call, advisers, (waiting, all) => {
        const chosen = all.find(({ id }) => id === chooseAdviser(waiting, all, now));
        for (const adviser of all.filter((candidate) => mayTake(waiting, candidate))) {
          expect(chosen && chosen.idleSince <= adviser.idleSince).toBe(true);
        }
      }),
    );
  });

  it('the order in which advisers are listed does not matter', () => {
    fc.assert(
      fc.property(call, advisers, (waiting, all) => {
        expect(chooseAdviser(waiting, all.toReversed(), now)).toBe(
          chooseAdviser(waiting, all, now),
        );
      }),
    );
  });
});
