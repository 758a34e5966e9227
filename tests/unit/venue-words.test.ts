import { describe, expect, it } from 'vitest';
import type { Reason } from '#src/venues';
import { formatFor } from '../../renderer/i18n/format.ts';
import { fr } from '../../renderer/i18n/fr.ts';
import { openNowLine, openThenLine } from '../../renderer/map/hours-words.ts';
import { reasonLines, recordAge, sourcesLine } from '../../renderer/map/venue-words.ts';
import { someVenue } from '../support/venues.ts';

const words = { venues: fr.venues, format: formatFor('fr-FR') };

/** Without the spaces that only keep words together. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u2060', '');

/** A desk in Mende. */
const seenAt = (now: string) => ({ now, deskZone: 'Europe/Paris', disputed: 'to-check' }) as const;
const open = someVenue({ id: 'v', hoursText: 'Tu-Th 09:00-12:00,14:00-17:00; We 14:00-17:00' });
const now = (hoursText: string | null, instant: string) => {
  const line = openNowLine({ ...open, hoursText }, seenAt(instant), words);
  return { kind: line.kind, text: plain(line.text) };
};

describe('whether a venue is open now', () => {
  it.each([
    // Tuesday 24 November 2026.
    ['2026-11-24T14:30:00+01:00', 'Ouvert jusqu’à 17 h.'],
    ['2026-11-24T12:30:00+01:00', 'Fermé, ouvre aujourd’hui à 14 h.'],
    ['2026-11-24T19:00:00+01:00', 'Fermé, ouvre demain à 14 h.'],
    ['2026-11-26T19:00:00+01:00', 'Fermé, ouvre mardi à 9 h.'],
  ])('at %s: %s', (instant, text) => {
    expect(now(open.hoursText, instant)).toEqual({ kind: 'for', text });
  });

  it('names the day in full when it is more than a week ahead', () => {
    // Wednesday 11 November is a holiday of which these hours say nothing, on the only day of opening.
    expect(now('We 09:00-12:00', '2026-11-04T13:00:00+01:00').text).toBe(
      'Fermé, ouvre mercredi 18 novembre à 9 h.',
    );
  });

  it('is to be checked on a holiday of which nothing is said', () => {
    expect(now('Mo-Fr 09:00-17:00', '2026-11-11T10:00:00+01:00')).toEqual({
      kind: 'doubt',
      text: 'À vérifier : jour férié.',
    });
  });

  it('says that it is closed for the holiday where the hours say so', () => {
    expect(now('Mo-Fr 09:00-17:00; PH off', '2026-11-11T10:00:00+01:00').text).toBe(
      'Fermé, jour férié, ouvre demain à 9 h.',
    );
  });

  it('gives back what is not understood as it is written', () => {
    expect(now('du lundi au vendredi, le matin', '2026-11-24T10:00:00+01:00')).toEqual({
      kind: 'doubt',
      text: 'Horaires à vérifier : « du lundi au vendredi, le matin ».',
    });
  });

  it('says that nothing is known where nothing is stated', () => {
    expect(now(null, '2026-11-24T10:00:00+01:00').text).toBe('Horaires non indiqués.');
  });

  it('speaks of the venue’s own clock, and names it where the desk’s shows another time', () => {
    const there = { hoursText: 'Mo-Fr 08:00-16:00', communeCode: '97411', postcode: '97400' };
    const morning = seenAt('2026-11-24T07:00:00+01:00');
    expect(plain(openNowLine(there, morning, words).text)).toBe(
      'Ouvert jusqu’à 16 h (heure de La Réunion).',
    );
    const atNoon = { ...morning, deskZone: 'Indian/Reunion' };
    expect(plain(openNowLine(there, atNoon, words).text)).toBe('Ouvert jusqu’à 16 h.');
  });
});

describe('whether a venue is open at a chosen time', () => {
  const then = (instant: string) => {
    const view = seenAt('2026-11-22T10:00:00+01:00');
    const line = openThenLine(open, instant, view, words);
    return { kind: line.kind, text: plain(line.text) };
  };

  it('gives the hours of that day', () => {
    expect(then('2026-11-25T14:00:00+01:00')).toEqual({
      kind: 'for',
      text: 'Ouvert mercredi 14 h–17 h.',
    });
  });

  it('says that it is closed then', () => {
    expect(then('2026-11-25T09:30:00+01:00')).toEqual({
      kind: 'doubt',
      text: 'Fermé mercredi à 9 h 30.',
    });
  });
});

describe('VE-45 reasons as sentences', () => {
  const lines = (...reasons: readonly Reason[]) => reasonLines({ venue: open, reasons }, words);

  it('says what matters now, then what speaks for the venue, then what is doubtful', () => {
    expect(
      lines(
        { code: 'record-stale', kind: 'against', updatedOn: '2020-03-01' },
        { code: 'wish-unknown', kind: 'unknown', wish: 'individual' },
        { code: 'wish-met', kind: 'for', wish: 'seniors' },
        { code: 'wish-met', kind: 'for', wish: 'free' },
      ),
    ).toEqual([
      { kind: 'now', text: 'Gratuit.' },
      { kind: 'for', text: 'Pour les aînés.' },
      { kind: 'doubt', text: 'À demander\u00a0: tête-à-tête.' },
      { kind: 'doubt', text: 'Fiche de 2020\u00a0: téléphonez avant.' },
    ]);
  });

  it.each([
    ['2026-10-01', 'Fiche d’octobre 2026.'],
    ['2026-03-01', 'Fiche de mars 2026.'],
  ])('elides before the month of %s', (updatedOn, sentence) => {
    expect(lines({ code: 'record-fresh', kind: 'for', updatedOn })[0]?.text).toBe(sentence);
  });

  it('says "no" of what the record rules out', () => {
    expect(lines({ code: 'wish-not-met', kind: 'against', wish: 'individual' })).toEqual([
      { kind: 'doubt', text: 'Pas de tête-à-tête.' },
    ]);
  });

  it('says a free slot on the clock of the venue', () => {
    const [line] = lines({ code: 'free-slot', kind: 'for', from: '2026-11-24T08:00:00Z' });
    expect(plain(line?.text ?? '')).toBe('Créneau dès mardi 24 novembre à 9 h.');
  });

  it('says that a venue receives nobody, and that it was withdrawn', () => {
    const withdrawn = someVenue({ id: 'gone', withdrawnOn: '2026-11-02' });
    const said = reasonLines(
      { venue: withdrawn, reasons: [{ code: 'receives-nobody', kind: 'against' }] },
      words,
    );
    expect(said.map(({ text }) => text)).toEqual([
      'Retiré de la liste nationale le 2 nov. 2026\u00a0: téléphonez avant.',
      'Ne reçoit pas de public.',
    ]);
  });
});

describe('a record', () => {
  it.each([
    ['2026-11-10', 'ce mois-ci', false],
    ['2026-08-20', 'il y a 3 mois', false],
    ['2025-11-22', 'il y a 12 mois', false],
    ['2025-11-21', 'il y a 12 mois', true],
    ['2022-05-01', 'il y a 4 ans', true],
  ])('of %s was touched %s', (updatedOn, text, isStale) => {
    const age = recordAge(updatedOn, '2026-11-22T09:00:00Z', words);
    expect({ text: plain(age?.text ?? ''), isStale: age?.isStale }).toEqual({ text, isStale });
  });

  it('VE-50 names the producers of the records that are of one place', () => {
    const sources = [
      { id: 'a', source: 'Hinaura', updatedOn: null },
      { id: 'b', source: 'France Services', updatedOn: null },
    ];
    expect(sourcesLine(someVenue({ id: 'v', sources }), words)).toEqual([
      { kind: 'for', text: 'Fiches de Hinaura et France Services.' },
    ]);
    expect(sourcesLine(someVenue({ id: 'w' }), words)).toEqual([]);
  });
});
