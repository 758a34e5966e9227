import { describe, expect, it } from 'vitest';
import { mayAnswerByLink, personDoor, referralStates } from '#src/booking';

const appointment = { start: '2026-01-15T09:00:00Z', end: '2026-01-15T10:00:00Z' };
const early = '2026-01-14T09:00:00Z';

describe('what a person’s link opens', () => {
  it.each([
    ['2026-01-15T05:00:00Z', { door: 'appointment', mayChange: true }],
    ['2026-01-15T05:00:01Z', { door: 'appointment', mayChange: false }],
    ['2026-01-15T09:59:59Z', { door: 'appointment', mayChange: false }],
    ['2026-01-15T10:00:00Z', { door: 'gone' }],
  ])('BO-54 at %s is %o', (now, door) => {
    for (const state of ['sent', 'received', 'accepted'] as const) {
      expect(personDoor({ state, appointment }, now)).toEqual(door);
    }
  });

  it.each([
    ['2026-01-15T05:00:00Z', true],
    ['2026-01-15T05:00:01Z', false],
  ])(
    'BO-54 at %s cancels an appointment in whose place others are proposed: %s',
    (now, mayCancel) => {
      const proposed = personDoor({ state: 'proposed', appointment }, now);
      expect(proposed).toEqual({ door: 'proposal', mayCancel });
      const asked = personDoor({ state: 'proposed', appointment: null }, now);
      expect(asked).toEqual({ door: 'proposal', mayCancel: true });
    },
  );

  it('BO-53 follows the referral’s state', () => {
    const doors = referralStates.map((state) => [
      state,
      personDoor({ state, appointment }, early).door,
      personDoor({ state, appointment: null }, early).door,
    ]);
    expect(doors).toEqual([
      ['sent', 'appointment', 'request'],
      ['received', 'appointment', 'request'],
      ['proposed', 'proposal', 'proposal'],
      ['accepted', 'appointment', 'request'],
      ['refused', 'refused', 'refused'],
      ['expired', 'refused', 'refused'],
      ['attended', 'gone', 'gone'],
      ['missed', 'gone', 'gone'],
      ['cancelled', 'cancelled', 'cancelled'],
    ]);
  });
});

describe('what a venue’s link answers', () => {
  const link = { expiresAt: '2026-01-20T08:00:00Z', usedAt: null };
  const waits = { state: 'sent', appointment } as const;

  it('BO-50 is answered once, in time, and before the appointment', () => {
    expect(mayAnswerByLink(link, waits, early)).toBe(true);
    expect(mayAnswerByLink({ ...link, usedAt: early }, waits, early)).toBe(false);
    expect(mayAnswerByLink(link, { ...waits, state: 'accepted' }, early)).toBe(false);
    expect(mayAnswerByLink(link, waits, '2026-01-15T09:00:00Z')).toBe(false);
    const waiting = { state: 'received', appointment: null } as const;
    expect(mayAnswerByLink(link, waiting, '2026-01-20T07:59:59Z')).toBe(true);
    expect(mayAnswerByLink(link, waiting, '2026-01-20T08:00:00Z')).toBe(false);
  });
});
