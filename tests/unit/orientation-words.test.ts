import { describe, expect, it } from 'vitest';
import type { Reason } from '#src/venues';
import { appointmentWords, phoneLine } from '../../renderer/features/orientation/telling.ts';
import { formatFor } from '../../renderer/i18n/format.ts';
import { fr } from '../../renderer/i18n/fr.ts';
import { hoursLine, reasonLines } from '../../renderer/map/venue-words.ts';
import { someVenue } from '../support/venues.ts';

const format = formatFor('fr-FR');
const words = { venues: fr.venues, format };
const telling = { orientation: fr.orientation, format };

const venue = someVenue({
  id: 'v',
  name: 'France services de Mende',
  address: 'Rue du Faubourg-Montbel',
  phone: '+33465710048',
});

/** Without the spaces that only keep words together. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u2060', '');

describe('hours as a sentence', () => {
  it('says days that follow each other from the first to the last', () => {
    const line = hoursLine('Mo-Th 08:30-12:00,13:30-17:00; Sa 09:00-12:00', words);
    expect(line.kind).toBe('for');
    expect(plain(line.text)).toBe(
      'Ouvert lun. au jeu. 8 h 30–12 h et 13 h 30–17 h, sam. 9 h–12 h.',
    );
  });

  it('gives back what is not understood as it is written, to be checked', () => {
    const line = hoursLine('du lundi au vendredi, le matin', words);
    expect(line).toEqual({
      kind: 'doubt',
      text: 'Horaires à vérifier : « du lundi au vendredi, le matin ».',
    });
  });
});

describe('reasons as sentences', () => {
  it('says what speaks for the venue before what is doubtful', () => {
    const reasons: readonly Reason[] = [
      { code: 'record-stale', kind: 'against', updatedOn: '2020-03-01' },
      { code: 'wish-unknown', kind: 'unknown', wish: 'individual' },
      { code: 'wish-met', kind: 'for', wish: 'free' },
    ];
    expect(reasonLines(reasons, words)).toEqual([
      { kind: 'for', text: 'Gratuit.' },
      { kind: 'doubt', text: 'Fiche de 2020 : téléphonez avant.' },
      { kind: 'doubt', text: 'Tête-à-tête à demander.' },
    ]);
  });

  it.each([
    ['2026-10-01', 'Fiche d’octobre 2026.'],
    ['2026-03-01', 'Fiche de mars 2026.'],
  ])('elides before the month of %s', (updatedOn, sentence) => {
    const [line] = reasonLines([{ code: 'record-fresh', kind: 'for', updatedOn }], words);
    expect(line?.text).toBe(sentence);
  });

  it('says "no" of what the record rules out', () => {
    const [line] = reasonLines(
      [{ code: 'wish-not-met', kind: 'against', wish: 'individual' }],
      words,
    );
    expect(line).toEqual({ kind: 'doubt', text: 'Pas de tête-à-tête.' });
  });
});

describe('the confirmation read aloud', () => {
  const start = '2026-12-02T13:30:00Z';
  const mende = { venue, start, zone: 'Europe/Paris' };

  it('says the date in full, the place and its telephone, and no need', () => {
    expect(plain(appointmentWords({ ...mende, callerClock: null }, telling))).toBe(
      'Vous avez rendez-vous le mercredi 2 décembre 2026 à 14 h 30, à ce lieu : France services de Mende, Rue du Faubourg-Montbel, 48000 Mende. Pour changer ou annuler, le lieu répond au 04 65 71 00 48.',
    );
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

describe('how the person will know', () => {
  it('warns that a landline receives no text message', () => {
    const line = phoneLine('+33465710012', telling);
    expect(line.isWarning).toBe(true);
    expect(line.text).toContain('ligne fixe');
  });

  it('says that a mobile can receive one, without promising it', () => {
    expect(phoneLine('+33639981234', telling)).toMatchObject({ isWarning: false });
  });

  it('warns where nobody can be called back', () => {
    expect(phoneLine(null, telling).isWarning).toBe(true);
  });
});
