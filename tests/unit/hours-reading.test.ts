import { describe, expect, it } from 'vitest';
import { readFrenchHours, readHours } from '#src/hours';

const trust = (text: string) => {
  const { trusted, defects } = readHours(text);
  return { trusted, defects };
};

describe('readHours', () => {
  it.each([
    'Mo-Fr 09:00-12:00',
    'Mo-Fr 9-12',
    'Mo-Fr 10:00-13:00,13:00-18:00',
    'Mo-Sa 09:00-12:00; PH off;',
    'week 1-53/2 Mo 09:00-12:00; PH off',
    'Jul-Aug Mo-Fr 09:00-12:00; Sep-Jun Mo-Fr 08:00-12:00',
    'Mo-Fr 09:00-12:00; Dec 25 off',
    'Mo[1] 09:00-12:00',
    'Fr 20:00-26:00',
    '"sur rendez-vous"',
    'Mo-Fr 09:00-12:00 "sur rendez-vous, de préférence"',
    'Mo-Fr 09:00-12:00, We 14:00-16:00',
    'Mo-Fr 09:00-12:00 || "sur rendez-vous"',
    '24/7',
  ])('HO-1 HO-2 trusts %j', (text) => {
    expect(trust(text)).toEqual({ trusted: true, defects: [] });
  });

  it.each([
    'lundi au vendredi : 8h-12h',
    'Th 08:30-12:00-13:30',
    'Tu 12:30',
    'Mo 25:00-26:00',
    'Mo 09:75-12:00',
    ':undefined-17:00',
    '/',
    '',
    'Mo-Fr sunrise-sunset',
    'Mo-Fr 09:00+',
    'Mo-Fr: 09:00-12:00',
    'Mo-Fr 09:00-12:00,',
    'Mo "sans fin',
    'Mo-Fr 09:00-12:00, PH off',
    'PH -1 day 10:00-12:00',
  ])('HO-2 keeps %j as text', (text) => {
    expect(trust(text)).toEqual({ trusted: false, defects: ['not-understood'] });
  });

  it('HO-4 does not read a text that no venue writes', () => {
    const long = 'Mo-Fr 09:00-12:00; '.repeat(200);
    expect(trust(long)).toEqual({ trusted: false, defects: ['not-understood'] });
    expect(readFrenchHours(long)).toBeNull();
  });

  it.each([
    ['Tu 14:00-12:00', 'reversed-range'],
    ['Fr 22:00-02:00', 'reversed-range'],
    ['week 1-53/2 Mo 14:00-12:00', 'reversed-range'],
    ['Mo 18:00-18:00', 'empty-range'],
    ['Mo 09:00-12:00,14:00-14:00', 'empty-range'],
  ])('HO-4 does not trust %j: %s', (text, defect) => {
    expect(trust(text)).toEqual({ trusted: false, defects: [defect] });
  });

  it('HO-5 trusts ranges that overlap, and says so', () => {
    expect(trust('Mo 09:00-12:00,11:00-14:00')).toEqual({
      trusted: true,
      defects: ['overlapping-ranges'],
    });
    expect(trust('Mo 09:00-12:00,09:00-12:00').defects).toEqual(['overlapping-ranges']);
  });

  it('HO-24 says that a text hangs on the school holidays', () => {
    expect(trust('Mo-Fr 09:00-12:00; SH off')).toEqual({
      trusted: true,
      defects: ['school-holidays'],
    });
  });
});
