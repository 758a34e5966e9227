import { describe, expect, it } from 'vitest';
import { describeHours } from '#src/hours';

const morning = { from: '09:00', to: '12:00' };
const afternoon = { from: '14:00', to: '17:30' };

describe('describeHours', () => {
  it('VE-30 groups the days that share their ranges', () => {
    expect(describeHours('Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00')).toEqual({
      understood: true,
      week: [
        { days: [1, 2, 3, 4, 5], ranges: [morning, afternoon] },
        { days: [6], ranges: [morning] },
      ],
      openOnHolidays: null,
    });
  });

  it('VE-30 lets a later rule replace the days that it names', () => {
    expect(describeHours('Mo-Fr 09:00-12:00,14:00-17:30; We off; Fr 9-12')).toMatchObject({
      week: [
        { days: [1, 2, 4], ranges: [morning, afternoon] },
        { days: [5], ranges: [morning] },
      ],
    });
  });

  it('VE-30 reads days across the end of the week, and every day where none is named', () => {
    expect(describeHours('Sa-Mo 09:00-12:00')).toMatchObject({
      week: [{ days: [1, 6, 7], ranges: [morning] }],
    });
    expect(describeHours('09:00-12:00')).toMatchObject({ week: [{ days: [1, 2, 3, 4, 5, 6, 7] }] });
  });

  it('VE-30 makes one of ranges that touch or overlap', () => {
    expect(describeHours('Mo 13:00-18:00,10:00-13:00,12:00-14:00')).toMatchObject({
      week: [{ days: [1], ranges: [{ from: '10:00', to: '18:00' }] }],
    });
  });

  it('VE-31 takes midnight to midnight for closed', () => {
    expect(describeHours('Mo-Fr 00:00-00:00,14:00-17:30; Sa 00:00-00:00')).toMatchObject({
      understood: true,
      week: [{ days: [1, 2, 3, 4, 5], ranges: [afternoon] }],
    });
  });

  it('VE-32 says what is known of public holidays', () => {
    expect(describeHours('Mo 09:00-12:00; PH off')).toMatchObject({ openOnHolidays: false });
    expect(describeHours('Mo,PH 09:00-12:00')).toMatchObject({ openOnHolidays: true });
  });

  it.each([
    'lundi au vendredi : 8h-12h',
    'week 1-53/2 Mo 09:00-12:00',
    'Mo 14:00-12:00',
    'Mo 18:00-18:00',
    'Th 08:30-12:00-13:30',
    'Tu 12:30',
    'Mo 25:00-26:00',
    'Mo 09:75-12:00',
    ':undefined-17:00',
    '/',
    '',
  ])('VE-30 keeps %j as text', (text) => {
    expect(describeHours(text)).toEqual({ understood: false, text });
  });
});
