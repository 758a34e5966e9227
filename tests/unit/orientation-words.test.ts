import { describe, expect, it } from 'vitest';
import type { MeetingPlace } from '#src/booking';
import { appointmentWords } from '../../renderer/features/orientation/telling.ts';
import { formatFor } from '../../renderer/i18n/format.ts';
import { fr } from '../../renderer/i18n/fr.ts';
import { someVenue } from '../support/venues.ts';

const format = formatFor('fr-FR');
const telling = { orientation: fr.orientation, format };

const venue = someVenue({
  id: 'v',
  name: 'France services de Mende',
  address: 'Rue du Faubourg-Montbel',
  phone: '+33465710048',
});

/** Without the spaces that only keep words together. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u2060', '');

describe('the confirmation read aloud', () => {
  const start = '2026-12-02T13:30:00Z';
  const mende = { venue, start, zone: 'Europe/Paris', where: 'venue', phone: null } as const;

  it('says the date in full, the place and its telephone, and no need', () => {
    expect(plain(appointmentWords({ ...mende, callerClock: null }, telling))).toBe(
      'Vous avez rendez-vous le mercredi 2 décembre 2026 à 14 h 30, à ce lieu : France services de Mende, Rue du Faubourg-Montbel, 48000 Mende. Pour changer ou annuler, le lieu répond au 04 65 71 00 48.',
    );
  });

  it('BO-37 says of who cannot travel how they will be met, without the way to the venue', () => {
    const told = (where: MeetingPlace, phone: string | null = null) =>
      plain(appointmentWords({ ...mende, where, phone, callerClock: null }, telling));
    expect(told('phone', '+33639981234')).toContain(
      'rendez-vous par téléphone le mercredi 2 décembre 2026 à 14 h 30. France services de Mende vous appelle au 06 39 98 12 34.',
    );
    expect(told('phone')).toContain('France services de Mende vous appelle.');
    expect(told('video')).toContain('en visio');
    expect(told('home')).toContain('chez vous');
    const away = ['phone', 'video', 'home'] as const;
    expect(away.map((where) => told(where)).join()).not.toContain('Faubourg');
  });

  it('adds the caller’s clock where it is another one', () => {
    const callerClock = { zone: 'Indian/Reunion', place: 'Saint-Denis' };
    expect(plain(appointmentWords({ ...mende, callerClock }, telling))).toContain(
      'Chez vous, à Saint-Denis, il sera 17 h 30.',
    );
  });

  it('adds the day too where it is already tomorrow there', () => {
    const callerClock = { zone: 'Pacific/Noumea', place: 'Nouméa' };
    expect(plain(appointmentWords({ ...mende, callerClock }, telling))).toContain(
      'jeudi 3 décembre 2026 à 0 h 30',
    );
  });

  it('says nothing of a clock that shows the same', () => {
    const callerClock = { zone: 'Europe/Brussels', place: 'Lille' };
    expect(appointmentWords({ ...mende, callerClock }, telling)).not.toContain('Chez vous');
  });
});
