import { describe, expect, it, test } from 'vitest';
import {
  type DisputedDays,
  dayHours,
  hoursPlaceOf,
  nextOpening,
  openAt,
  readHours,
} from '#src/hours';

const bordeaux = '33063';
const closed = { open: false, comment: null };

function ask(
  text: string,
  instant: string,
  commune = bordeaux,
  disputed: DisputedDays = 'to-check',
) {
  return openAt(readHours(text), hoursPlaceOf(commune, ''), instant, disputed);
}

const next = (text: string, instant: string, commune = bordeaux) =>
  nextOpening(readHours(text), hoursPlaceOf(commune, ''), instant, 'to-check');

describe('openAt', () => {
  test.each([
    ['33063', '2026-07-16T09:00:00+02:00', true],
    ['33063', '2026-07-16T08:59:59+02:00', false],
    ['33063', '2026-07-16T11:59:59+02:00', true],
    ['33063', '2026-07-16T12:00:00+02:00', false],
    ['33063', '2026-01-15T08:30:00Z', true],
    ['97411', '2026-07-16T05:30:00Z', true],
    ['97411', '2026-07-16T08:30:00Z', false],
    ['97608', '2026-07-16T06:30:00Z', true],
    ['97209', '2026-07-16T13:30:00Z', true],
    ['97105', '2026-07-16T13:30:00Z', true],
    ['97302', '2026-07-16T12:30:00Z', true],
    ['97502', '2026-07-16T11:30:00Z', true],
    ['98818', '2026-07-15T22:30:00Z', true],
    ['98735', '2026-07-16T19:30:00Z', true],
    ['98613', '2026-07-15T21:30:00Z', true],
    ['98731', '2026-07-16T18:45:00Z', true],
    ['98719', '2026-07-16T18:30:00Z', true],
  ])('HO-12 goes by the clock of the commune: %s at %s', (commune, instant, open) => {
    expect(ask('Th 09:00-12:00', instant, commune).open).toBe(open);
  });

  test.each(['Su 02:15-02:45,10:00-12:00', 'week 1-53 Su 02:15-02:45,10:00-12:00'])(
    'HO-12 changes of the clock move nothing on the wall: %s',
    (text) => {
      expect(ask(text, '2026-03-29T01:30:00+01:00').open).toBe(false);
      expect(ask(text, '2026-03-29T03:15:00+02:00').open).toBe(false);
      expect(ask(text, '2026-03-29T10:00:00+02:00').open).toBe(true);
      expect(ask(text, '2026-10-25T02:30:00+02:00').open).toBe(true);
      expect(ask(text, '2026-10-25T02:30:00+01:00').open).toBe(true);
      expect(ask(text, '2026-10-25T11:59:00+01:00').open).toBe(true);
    },
  );

  it('HO-2 knows alternate weeks, months and dates', () => {
    const alternate = 'week 1-53/2 Mo 09:00-12:00';
    expect(ask(alternate, '2026-07-06T10:00:00+02:00').open).toBe(false);
    expect(ask(alternate, '2026-07-13T10:00:00+02:00').open).toBe(true);
    const summer = 'Mo-Fr 09:00-18:00; Aug Mo-Fr 09:00-12:00';
    expect(ask(summer, '2026-08-10T14:00:00+02:00').open).toBe(false);
    expect(ask(summer, '2026-09-10T14:00:00+02:00').open).toBe(true);
    expect(ask('Fr 20:00-26:00', '2026-07-11T01:59:00+02:00').open).toBe(true);
  });

  it('HO-4 answers nothing from a text that it does not trust', () => {
    expect(ask('lundi 9h-12h', '2026-07-13T10:00:00+02:00')).toEqual({
      open: null,
      reason: 'not-understood',
      comment: null,
    });
    expect(ask('Tu 14:00-12:00', '2026-07-13T10:00:00+02:00').reason).toBe('reversed-range');
  });

  it('HO-7 knows nothing of the days that a text of closures does not name', () => {
    expect(ask('We off', '2026-07-15T10:00:00+02:00')).toEqual({
      ...closed,
      reason: 'outside-hours',
    });
    expect(ask('We off', '2026-07-16T10:00:00+02:00')).toMatchObject({
      open: null,
      reason: 'hours-not-stated',
    });
  });

  it('HO-8 a comment alone is a condition, beside "open" a remark', () => {
    const condition = { open: null, reason: 'comment', comment: 'sur rendez-vous' };
    expect(ask('"sur rendez-vous"', '2026-07-16T10:00:00+02:00')).toEqual(condition);
    const morning = 'Mo-Fr 09:00-12:00 "sur rendez-vous"';
    expect(ask(morning, '2026-07-16T10:00:00+02:00')).toEqual(condition);
    expect(ask(morning, '2026-07-16T13:00:00+02:00').open).toBe(false);
    expect(ask('Mo-Fr 09:00-12:00 open "entrée par la cour"', '2026-07-16T10:00:00+02:00')).toEqual(
      {
        open: true,
        reason: 'within-hours',
        comment: 'entrée par la cour',
      },
    );
  });
});

describe('on a public holiday', () => {
  const july14 = '2026-07-14T10:30:00+02:00';

  test.each([
    ['Mo-Fr 09:00-12:00', null, 'holiday-unknown'],
    ['24/7', null, 'holiday-unknown'],
    ['Mo-Fr 09:00-12:00; PH off', false, 'holiday-closed'],
    ['Mo-Fr 09:00-12:00; PH 10:00-11:00', true, 'holiday-hours'],
    ['Mo-Fr 09:00-12:00; PH 14:00-15:00', false, 'holiday-closed'],
    ['Mo-Fr,PH 09:00-12:00', true, 'holiday-hours'],
    ['PH off; Mo-Fr 09:00-12:00', null, 'holiday-unknown'],
    ['Mo-Fr,PH 09:00-12:00; Tu off', false, 'holiday-closed'],
    ['week 1-53 Mo-Fr 09:00-12:00', null, 'holiday-unknown'],
    ['week 1-53 Mo-Fr 09:00-12:00; PH off', false, 'holiday-closed'],
    ['PH off; week 1-53 Mo-Fr 09:00-12:00', null, 'holiday-unknown'],
    ['Mo-Fr 09:00-12:00 || PH off', null, 'holiday-unknown'],
    ['Sa 09:00-12:00 || PH off', false, 'holiday-closed'],
    ['Sa 09:00-12:00 || PH 09:00-12:00 || "sur rendez-vous"', true, 'holiday-hours'],
    ['Mo-Fr 09:00-12:00; PH Mo-Fr 10:00-11:00', true, 'holiday-hours'],
    ['Mo-Fr 09:00-12:00; PH off; Dec Mo-Fr 10:00-11:00', false, 'holiday-closed'],
  ])('HO-22 %j: %s', (text, open, reason) => {
    expect(ask(text, july14)).toEqual({ open, reason, comment: null });
  });

  test.each([
    ['Mo-Fr 09:00-12:00; Jul 14 off', july14, false],
    ['Mo-Fr 09:00-12:00; Jul 14 10:00-11:00', july14, true],
    ['Mo-Fr 09:00-12:00; Dec 25 off', july14, null],
    ['Mo-Fr 09:00-12:00; Dec 24,25 off', '2026-12-25T10:00:00+01:00', false],
    ['Mo-Fr 09:00-12:00; Dec 24-Jan 02 off', '2026-12-25T10:00:00+01:00', false],
    ['Mo-Fr 09:00-12:00; Dec 24-Jan 02 off', '2027-01-01T10:00:00+01:00', false],
    ['Mo-Sa 09:00-12:00; Aug off', '2026-08-15T10:00:00+02:00', false],
    ['Mo-Sa 09:00-12:00; Aug Mo-Sa 10:00-12:00', '2026-08-15T10:00:00+02:00', null],
    ['Mo-Fr 09:00-12:00; easter +1 day off', '2026-04-06T10:00:00+02:00', false],
    ['Mo-Fr 09:00-12:00; 2026 Jul 14 off', july14, false],
    ['Mo-Fr 09:00-12:00; 2025 Jul 14 off', july14, null],
    ['Jul 14 off; week 1-53 Mo-Fr 09:00-12:00', july14, null],
  ])('HO-22 %j decides that date, or does not', (text, instant, open) => {
    expect(ask(text, instant).open).toBe(open);
  });

  it('HO-22 nor is the night after a holiday known', () => {
    const night = 'We 20:00-24:00; Tu 20:00-26:00; PH off';
    expect(ask(night, '2026-07-15T01:00:00+02:00')).toMatchObject({
      open: null,
      reason: 'holiday-unknown',
    });
    expect(ask(night, '2026-07-22T01:00:00+02:00').open).toBe(true);
  });

  test.each([
    ['67482', '2026-04-03T10:00:00+02:00', false],
    ['67482', '2026-12-26T10:00:00+01:00', false],
    ['33063', '2026-04-03T10:00:00+02:00', true],
    ['97411', '2026-12-20T10:00:00+04:00', false],
    ['97608', '2026-04-27T10:00:00+03:00', false],
    ['97302', '2026-06-10T10:00:00-03:00', false],
    ['97209', '2026-05-22T10:00:00-04:00', false],
    ['97105', '2026-05-27T10:00:00-04:00', false],
    ['98818', '2026-09-24T10:00:00+11:00', false],
    ['97701', '2026-10-09T10:00:00-04:00', false],
    // 14 July has begun in Paris, and not yet in Martinique.
    ['97209', '2026-07-14T00:30:00Z', true],
  ])('HO-21 has the holidays of its territory: %s on %s', (commune, instant, open) => {
    expect(ask('Mo-Su 00:00-24:00; PH off', instant, commune).open).toBe(open);
  });

  test.each([
    ['97105', '2026-04-03T10:00:00-04:00'],
    ['97209', '2026-07-21T10:00:00-04:00'],
    ['97801', '2026-05-28T10:00:00-04:00'],
  ])('HO-23 a day that the sources dispute hangs on the setting: %s on %s', (commune, instant) => {
    const open = (text: string, disputed: DisputedDays) =>
      ask(text, instant, commune, disputed).open;
    expect(open('Mo-Fr 09:00-12:00; PH off', 'holiday')).toBe(false);
    expect(open('Mo-Fr 09:00-12:00; PH off', 'working-day')).toBe(true);
    expect(open('Mo-Fr 09:00-12:00', 'holiday')).toBe(null);
    expect(open('Mo-Fr 09:00-12:00', 'working-day')).toBe(true);
    expect(ask('Mo-Fr 09:00-12:00; PH off', instant, commune)).toMatchObject({
      open: null,
      reason: 'holiday-disputed',
    });
    expect(open('Mo,Sa 09:00-12:00; PH off', 'to-check')).toBe(false);
  });

  it('HO-24 school holidays are not known years ahead, unless they change nothing', () => {
    expect(ask('Mo-Fr 09:00-12:00; SH off', '2026-07-16T10:00:00+02:00')).toMatchObject({
      open: null,
      reason: 'school-holidays',
    });
    expect(ask('Mo-Fr 09:00-12:00; SH off', '2026-07-18T10:00:00+02:00').open).toBe(false);
    expect(ask('Mo-Fr 09:00-12:00; PH,SH off', july14).open).toBe(false);
  });
});

describe('dayHours', () => {
  it('HO-1 gives the intervals of a day', () => {
    const hours = readHours('Mo-Fr 14:00-17:00,09:00-12:00');
    expect(dayHours(hours, hoursPlaceOf(bordeaux, ''), '2026-07-16', 'to-check')).toEqual({
      known: true,
      onHoliday: false,
      periods: [
        { from: 540, to: 720, open: true, comment: null },
        { from: 840, to: 1020, open: true, comment: null },
      ],
    });
  });
});

describe('nextOpening', () => {
  test.each([
    ['Mo-Fr 09:00-12:00', '2026-07-16T08:00:00+02:00', '2026-07-16T09:00:00+02:00'],
    ['Mo-Fr 09:00-12:00', '2026-07-16T09:00:00+02:00', '2026-07-17T09:00:00+02:00'],
    ['Mo-Fr 09:00-12:00,14:00-17:00', '2026-07-16T10:00:00+02:00', '2026-07-16T14:00:00+02:00'],
    ['Mo-Fr 09:00-12:00; PH off', '2026-07-13T13:00:00+02:00', '2026-07-15T09:00:00+02:00'],
    // The holiday may be open: the next opening that is sure is said.
    ['Mo-Fr 09:00-12:00', '2026-07-13T13:00:00+02:00', '2026-07-15T09:00:00+02:00'],
    ['Su 09:00-12:00', '2026-10-24T09:00:00+02:00', '2026-10-25T09:00:00+01:00'],
    ['Su 02:30-04:00', '2026-03-28T09:00:00+01:00', '2026-03-29T03:30:00+02:00'],
    ['Su 02:30-04:00', '2026-10-25T02:10:00+01:00', '2026-10-25T02:30:00+01:00'],
    ['week 1-53/2 Mo 09:00-12:00', '2026-07-13T13:00:00+02:00', '2026-07-27T09:00:00+02:00'],
    ['Sa 20:00-24:00; Su 00:00-02:00', '2026-07-18T21:00:00+02:00', '2026-07-25T20:00:00+02:00'],
    ['Mo-Su 00:00-24:00', '2026-07-16T08:00:00+02:00', null],
    ['We off', '2026-07-16T08:00:00+02:00', null],
    ['"sur rendez-vous"', '2026-07-16T08:00:00+02:00', null],
    ['lundi', '2026-07-16T08:00:00+02:00', null],
  ])('HO-13 %j after %s', (text, instant, opening) => {
    expect(next(text, instant)).toBe(opening);
  });

  it('HO-13 bears the offset of the place', () => {
    expect(next('Mo-Fr 09:00-12:00', '2026-07-15T22:00:00Z', '97411')).toBe(
      '2026-07-16T09:00:00+04:00',
    );
    expect(next('Mo-Fr 09:00-12:00', '2026-07-15T22:00:00Z', '98735')).toBe(
      '2026-07-16T09:00:00-10:00',
    );
  });
});

describe('hoursPlaceOf', () => {
  test.each([
    [null, '57000', 'Europe/Paris', 'alsace-moselle'],
    [null, '20000', 'Europe/Paris', 'mainland'],
    [null, '97133', 'America/Guadeloupe', 'saint-barthelemy'],
    [null, '97150', 'America/Guadeloupe', 'saint-martin'],
    [null, '97110', 'America/Guadeloupe', 'guadeloupe'],
    [null, '98742', 'Pacific/Marquesas', 'polynesie'],
    ['98731', '98742', 'Pacific/Marquesas', 'polynesie'],
    ['97801', '97150', 'America/Marigot', 'saint-martin'],
  ])('HO-10 HO-11 commune %s, postcode %s', (commune, postcode, zone, territory) => {
    expect(hoursPlaceOf(commune, postcode)).toEqual({ zone, territory });
  });
});
