import { describe, expect, it, test } from 'vitest';
import { readFrenchHours } from '#src/hours';

describe('readFrenchHours', () => {
  test.each([
    ['lundi au vendredi 9h-12h / 14h-17h30', 'Mo-Fr 09:00-12:00,14:00-17:30'],
    ['Du lundi au vendredi de 9h à 12h et de 14h à 17h', 'Mo-Fr 09:00-12:00,14:00-17:00'],
    ['lun-ven 9h00-12h00', 'Mo-Fr 09:00-12:00'],
    ['Lundi - vendredi : 09:00 - 12:30', 'Mo-Fr 09:00-12:30'],
    // A hyphen that does not break, a minus sign.
    ['lundi 9h‑12h / 14h−17h', 'Mo 09:00-12:00,14:00-17:00'],
    ['Fermé le lundi, ouvert du mardi au jeudi de 9h à 12h', 'Tu-Th 09:00-12:00; Mo off'],
    ['Lundis et jeudis : 9 h 30 - 12 heures', 'Mo,Th 09:30-12:00'],
    ['lundi, mardi et jeudi 9h–12h', 'Mo,Tu,Th 09:00-12:00'],
    ['lundi de 9h à midi', 'Mo 09:00-12:00'],
    ['lundi de 9 à 12h', 'Mo 09:00-12:00'],
    ['lundi entre 9h et 12h', 'Mo 09:00-12:00'],
    ['le week-end 10h-12h', 'Sa,Su 10:00-12:00'],
    ['lundi 9h-17h sans interruption', 'Mo 09:00-17:00'],
    ['tous les jours 9h-12h', 'Mo-Su 09:00-12:00'],
    ['Ouvert 7j/7 24h/24', 'Mo-Su 00:00-24:00'],
    ['lundi 9h-12h, 12h-17h', 'Mo 09:00-17:00'],
    ['lundi et jeudi 9h-12h; mardi 14h-17h', 'Mo,Th 09:00-12:00; Tu 14:00-17:00'],
    ['Lundi :\n9h-12h\n14h-17h\nMardi :\n9h-12h', 'Mo 09:00-12:00,14:00-17:00; Tu 09:00-12:00'],
    ['lundi 9h - 12h - mardi 14h - 16h', 'Mo 09:00-12:00; Tu 14:00-16:00'],
    ['9h-12h et 14h-17h du lundi au vendredi', 'Mo-Fr 09:00-12:00,14:00-17:00'],
    ['dimanche et jours fériés 10h-12h', 'Su 10:00-12:00; PH 10:00-12:00'],
    // As producers wrote them.
    ['Lundi : 14H - 17HMardi, Mercredi et Jeudi : 9H30 - 12H', 'Mo 14:00-17:00; Tu-Th 09:30-12:00'],
    [
      'mardi de 12h à 21h - du mercredi au vendredi de 12h à 19h - le samedi et le dimanche de 14h à 19h.',
      'Tu 12:00-21:00; We-Fr 12:00-19:00; Sa,Su 14:00-19:00',
    ],
    [
      'Du lundi au jeudi : 09h - 12h30   14h00 - 17h 30Vendredi 09h00 - 12h30   13h30 - 17h00',
      'Mo-Th 09:00-12:30,14:00-17:30; Fr 09:00-12:30,13:30-17:00',
    ],
    [
      'Lundi : 9h - 12h et 13h30 - 18h<br />Samedi : 9h - 12h',
      'Mo 09:00-12:00,13:30-18:00; Sa 09:00-12:00',
    ],
    [
      'Du Lundi au Vendredi, avec ou sans rendez-vous, de 8h45 - 12h15 et de 14h00 - 18h00.',
      'Mo-Fr 08:45-12:15,14:00-18:00',
    ],
  ])('HO-30 reads %j', (french, osm) => {
    expect(readFrenchHours(french)).toBe(osm);
  });

  test.each([
    ['lundi matin 9h-12h', 'Mo 09:00-12:00'],
    ['lundi matin de 9h à 12h et après-midi de 14h à 17h', 'Mo 09:00-12:00,14:00-17:00'],
    [
      'Du lundi au vendredi de 9h00 - 12h30 et le mardi après-midi de 14h00 - 17h00.',
      'Mo,We-Fr 09:00-12:30; Tu 09:00-12:30,14:00-17:00',
    ],
    ['lundi matin', null],
    ['tous les matins 9h-12h', null],
    ['lundi matin 14h-17h', null],
  ])('HO-31 a half-day goes with hours that lie in it: %j', (french, osm) => {
    expect(readFrenchHours(french)).toBe(osm);
  });

  test.each([
    ['fermé le mercredi', 'We off'],
    ['fermé les jours fériés', 'PH off'],
    ['lundi au vendredi 9h-17h, fermé le mercredi', 'Mo-Fr 09:00-17:00; We off'],
    ['Mercredi : fermé; lundi 9h-12h', 'Mo 09:00-12:00; We off'],
    ['du lundi au vendredi 9h-17h, sauf le mercredi', 'Mo-Fr 09:00-17:00; We off'],
    ['Tous les jours sauf le dimanche de 9 h 30 à 18 h', 'Mo-Su 09:30-18:00; Su off'],
    ['du lundi au vendredi 9h-17h, hors jours fériés', 'Mo-Fr 09:00-17:00; PH off'],
    [
      'tous les jours sauf mercredi 9h-17h, mercredi 14h-17h',
      'Mo,Tu,Th-Su 09:00-17:00; We 14:00-17:00',
    ],
    // Closed from nine to twelve, or open only then?
    ['du lundi au vendredi 9h-17h sauf le mercredi 9h-12h', null],
    ['fermé lundi, mardi 9h-12h', null],
    ['mercredi 9h-12h, fermé le mercredi', null],
    ['mardi et jeudi 9h-12h, fermé mardi et jeudi', null],
    ['fermé le lundi matin', null],
  ])('HO-32 closures: %j', (french, osm) => {
    expect(readFrenchHours(french)).toBe(osm);
  });

  test.each([
    ['sur rendez-vous', '"sur rendez-vous"'],
    ['Uniquement sur RDV.', '"sur rendez-vous"'],
    ['Lundi 9h-12h sur rendez-vous', 'Mo 09:00-12:00 "sur rendez-vous"'],
    ['lundi 9h-12h (sur RDV)', 'Mo 09:00-12:00 "sur rendez-vous"'],
    ['Mardi : 9h-12h Le samedi sur rendez-vous', 'Tu 09:00-12:00; Sa "sur rendez-vous"'],
    [
      'lundi 9h-12h. Mardi 14h-17h. Sur rendez-vous.',
      'Mo 09:00-12:00 "sur rendez-vous"; Tu 14:00-17:00 "sur rendez-vous"',
    ],
    // On Tuesday, or on both days?
    ['lundi 9h-12h, mardi 14h-17h sur rendez-vous', null],
    ['lundi 9h-12h et sur rendez-vous', null],
    ['lundi 9h-12h, sur rendez-vous, mardi 14h-17h', null],
    ['Sans rendez-vous lundi 9h-12h, sur rendez-vous mardi 14h-17h', null],
    ['lundi 9h-12h sans rendez-vous, 14h-17h sur rendez-vous', null],
    ['lundi matin 9h-12h et après-midi 14h-17h sur rendez-vous', null],
    ['sur rendez-vous lundi 9h-12h, mardi 14h-17h', null],
  ])('HO-33 appointments: %j', (french, osm) => {
    expect(readFrenchHours(french)).toBe(osm);
  });

  it.each([
    '1 samedi sur 2 9h-12h',
    'le 1er lundi du mois 9h-12h',
    'Permanence le 2ème samedi du mois : 9h-12h',
    'juillet-août lundi 9h-12h',
    "lundi 9h-12h jusqu'en juin",
    'lundi 9h-12h hors vacances scolaires',
    'lundi 9h-12h environ',
    'lundi 9h-12h selon les semaines',
    'une semaine sur deux le mardi 9h-12h',
    '9h-12h',
    'lundi au vendredi',
    'lundi 9h',
    'lundi à partir de 9h',
    'lundi 9h 12h',
    'lundi 9-12',
    'lundi 14h-12h',
    'lundi 9h-9h',
    'lundi 9h75-12h',
    'lundi 9h-25h',
    'lundi 9h-12h et 11h-13h',
    'lundi 8h45 - 12h30 - 13h30 - 17h30',
    'lundi ou mardi 9h-12h',
    'mardi-jeudi-samedi 9h-12h',
    'vendredi au lundi 9h-12h',
    'lundi au vendredi 8h-12h, lundi 13h30-17h',
    'lundi 9h-12h. 14h-17h',
    'lundi 9h-12h, 2h-6h',
    'Fermé le lundi, ouvert le samedi. Du mardi au vendredi 9h-12h',
    'fermé le lundi, permanence le samedi. Mardi 9h-12h',
    'Ouvert les jours fériés. Lundi 9h-12h',
    'du mardi au samedi sauf jeudi matin 9h-12h 14h-17h',
    'lundi au vendredi 9h30-12h et 14h-17h15 (vendredi 17h)',
    'permanence téléphonique lundi 9h-12h',
    'Très variables',
    "Pas d'horaires fixes d'ouverture. Prendre rendez-vous par téléphone.",
    '',
    ' ',
    'sauf le mercredi',
  ])('HO-34 guesses nothing of %j', (french) => {
    expect(readFrenchHours(french)).toBeNull();
  });

  test.each([
    ['Mo-Fr 9:00-12:00 ,14:00-17:30;We off;', 'Mo-Fr 09:00-12:00,14:00-17:30; We off'],
    ['Mo,Tu,We 00:00-00:00,14:00-17:00', 'Mo-We 14:00-17:00'],
    ['Mo-Fr,PH 09:00-12:00', 'Mo-Fr,PH 09:00-12:00'],
    ['week 1-53/2 Mo 09:00-12:00', 'week 1-53/2 Mo 09:00-12:00'],
  ])('HO-35 gives back opening_hours: %j', (text, osm) => {
    expect(readFrenchHours(text)).toBe(osm);
  });
});
