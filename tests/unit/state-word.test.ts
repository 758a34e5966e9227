import { expect, it } from 'vitest';
import { stateWord } from '../../renderer/features/referrals/state-word.ts';
import { bookingWay } from '../../renderer/i18n/fr/booking-way.ts';
import { referrals } from '../../renderer/i18n/fr/referrals.ts';

type Told = Parameters<typeof stateWord>[0];

const word = (told: Partial<Told>) =>
  stateWord(
    { state: 'sent', elsewhere: { way: 'own-page', draft: null }, appointment: null, ...told },
    { bookingWay, referrals },
  );
const appointment = {
  bookingId: null,
  start: '2026-01-12T09:00:00Z',
  end: '2026-01-12T10:00:00Z',
  zone: 'Europe/Paris',
  where: 'venue',
  kindName: null,
} as const;

it('BO-62 of what another site keeps no answer is awaited, but a time', () => {
  expect(word({})).toBe('Heure à fixer');
  expect(word({ state: 'expired' })).toBe('Restée sans heure');
});

it('BO-62 says all else as of any referral', () => {
  expect(word({ state: 'accepted', appointment })).toBe('Acceptée');
  expect(word({ state: 'cancelled' })).toBe('Annulée');
  expect(word({ elsewhere: null })).toBe('Sans réponse');
  expect(word({ state: 'expired', elsewhere: null })).toBe('Restée sans réponse');
});
