import { describe, expect, it } from 'vitest';
import { hoursPlaceOf, nextDays, readHours, weekOf } from '#src/hours';

const morning = { from: '09:00', to: '12:00' };
const afternoon = { from: '14:00', to: '17:30' };

const week = (text: string) => weekOf(readHours(text));

describe('weekOf', () => {
  it('HO-6 groups the days that share their ranges', () => {
    expect(week('Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00')).toEqual({
      understood: true,
      week: [
        { days: [1, 2, 3, 4, 5], ranges: [morning, afternoon] },
        { days: [6], ranges: [morning] },
      ],
      openOnHolidays: null,
    });
  });

  it('HO-1 lets a later rule replace the days that it names', () => {
    expect(week('Mo-Fr 09:00-12:00,14:00-17:30; We off; Fr 9-12')).toMatchObject({
      week: [
        { days: [1, 2, 4], ranges: [morning, afternoon] },
        { days: [5], ranges: [morning] },
      ],
    });
  });

  it('HO-1 reads days across the end of the week, and every day where none is named', () => {
    expect(week('Sa-Mo 09:00-12:00')).toMatchObject({
      week: [{ days: [1, 6, 7], ranges: [morning] }],
    });
    expect(week('09:00-12:00')).toMatchObject({ week: [{ days: [1, 2, 3, 4, 5, 6, 7] }] });
  });

  it('HO-5 makes one of ranges that touch or overlap', () => {
    expect(week('Mo 13:00-18:00,10:00-13:00,12:00-14:00')).toMatchObject({
      week: [{ days: [1], ranges: [{ from: '10:00', to: '18:00' }] }],
    });
  });

  it('HO-3 takes midnight to midnight for closed', () => {
    expect(week('Mo-Fr 00:00-00:00,14:00-17:30; Sa 00:00-00:00')).toMatchObject({
      understood: true,
      week: [{ days: [1, 2, 3, 4, 5], ranges: [afternoon] }],
    });
  });

  it('HO-6 says what is known of public holidays', () => {
    expect(week('Mo 09:00-12:00; PH off')).toMatchObject({ openOnHolidays: false });
    expect(week('Mo,PH 09:00-12:00')).toMatchObject({ openOnHolidays: true });
    expect(week('PH off; Mo 09:00-12:00')).toMatchObject({ openOnHolidays: null });
  });

  it.each(['week 1-53/2 Mo 09:00-12:00', 'We off', 'Tu 14:00-12:00', 'lundi'])(
    'HO-6 has no usual week for %j',
    (text) => {
      expect(week(text)).toEqual({ understood: false, text });
    },
  );
});

describe('nextDays', () => {
  it('HO-6 gives the seven days themselves where weeks differ', () => {
    const days = nextDays(
      readHours('week 1-53/2 Mo 09:00-12:00; PH off'),
      hoursPlaceOf('33063', ''),
      '2026-07-13',
      'to-check',
    );
    const open = [{ from: 540, to: 720, open: true, comment: null }];
    expect(days.map(({ day }) => day)).toEqual(
      ['13', '14', '15', '16', '17', '18', '19'].map((day) => `2026-07-${day}`),
    );
    expect(days[0]?.opening).toEqual({ known: true, onHoliday: false, periods: open });
    expect(days[1]?.opening).toEqual({ known: true, onHoliday: true, periods: [] });
  });
});
