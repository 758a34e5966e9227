import { describe, expect, it } from 'vitest';
import type { Venue } from '#src/venues';
import { plainSheet, writeSheet } from '../../renderer/features/venues/venue-sheet-words.ts';
import { formatFor } from '../../renderer/i18n/format.ts';
import { fr } from '../../renderer/i18n/fr.ts';
import { someVenue } from '../support/venues.ts';

const words = { venues: fr.venues, format: formatFor('fr-FR') };
const sheetOf = (given: Partial<Venue>, from: { commune: string; km: number } | null = null) =>
  writeSheet(
    {
      venue: someVenue({ id: 'v', ...given }),
      need: null,
      from,
      today: '2026-11-22',
      disputed: 'to-check',
    },
    words,
  );

/** Without the spaces that only keep words together. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u2060', '');

describe('the sheet of a venue', () => {
  it('writes every day of the usual week, closed ones too', () => {
    const { week, hoursNotes } = sheetOf({ hoursText: 'Tu 09:00-12:00,14:00-17:00; PH off' });
    expect(week?.map(({ day, hours }) => plain(`${day} ${hours}`))).toEqual([
      'lundi fermé',
      'mardi 9 h–12 h et 14 h–17 h',
      'mercredi fermé',
      'jeudi fermé',
      'vendredi fermé',
      'samedi fermé',
      'dimanche fermé',
    ]);
    expect(hoursNotes).toEqual(['Jours fériés\u00a0: fermé.']);
  });

  it('writes the days to come by their dates where no week is like another', () => {
    const { week, hoursNotes } = sheetOf({ hoursText: 'week 1-53/2 Mo 09:00-12:00' });
    expect(week).toHaveLength(7);
    expect(week?.[1]?.day).toBe('lundi 23 novembre');
    expect(hoursNotes.join()).toContain('d’une semaine à l’autre');
  });

  it('quotes hours that a person wrote, and none that are written for machines', () => {
    expect(sheetOf({ hoursText: 'le matin, sauf quand il neige' }).hoursNotes.join()).toContain(
      '«\u00a0le matin, sauf quand il neige\u00a0»',
    );
    const machine = sheetOf({ hoursText: 'Tu 8:30-12:00:13:00-18:00;10:00' });
    expect(machine.week).toBeNull();
    expect(machine.hoursNotes.join()).not.toContain('Tu');
  });

  it('sends nobody to a place that receives nobody, or may be closed', () => {
    const from = { commune: 'Mende', km: 3.2 };
    expect(sheetOf({}, from).coming.map(plain)).toContain('À 3,2 km de Mende, en ligne droite.');
    for (const given of [
      { accessModes: ['no-public'] },
      { withdrawnOn: '2026-11-02' },
      { doubts: ['position-doubtful'] },
    ] as const) {
      expect(sheetOf(given, from).coming.join()).not.toContain('Mende');
    }
  });

  it('is the same as plain text', () => {
    const sheet = sheetOf({ name: 'Maison du numérique', hoursText: null, phone: null });
    const text = plainSheet(sheet, words);
    for (const line of [
      sheet.name,
      ...sheet.address,
      ...sheet.toBring,
      ...sheet.hoursNotes,
      sheet.warning,
    ]) {
      expect(text).toContain(line);
    }
  });
});
