import { describe, expect, test } from 'vitest';
import { formatFor } from '../../renderer/i18n/format.ts';

const french = formatFor('fr-FR');
const english = formatFor('en-GB');
/** Spaces that keep a figure with its unit read as spaces. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the time of day', () => {
  test('reads as it is said, on the clock of the place', () => {
    expect(plain(french.clock('2026-12-02T13:30:00Z', 'Europe/Paris'))).toBe('14 h 30');
    expect(plain(french.clock('2026-12-02T13:30:00Z', 'Indian/Reunion'))).toBe('17 h 30');
    expect(plain(french.clock('2026-12-02T08:00:00Z', 'Europe/Paris'))).toBe('9 h');
    expect(english.clock('2026-12-02T13:30:00Z', 'Europe/Paris')).toBe('14:30');
  });

  test('of midnight is 0 h, not 24 h', () => {
    expect(plain(french.clock('2026-12-01T23:00:00Z', 'Europe/Paris'))).toBe('0 h');
  });

  test('to the second where it says what was saved', () => {
    expect(french.exactClock('2026-12-02T09:06:41Z', 'Europe/Paris')).toBe('10:06:41');
  });
});

test('a calendar day stays that day, whatever the clock of the machine', () => {
  expect(plain(french.day('2026-11-24'))).toBe('mardi 24 novembre 2026');
  expect(french.weekday(1)).toBe('lundi');
  expect(french.weekday(7)).toBe('dimanche');
});

test('a stopwatch shows hours only once there are some, and never runs below zero', () => {
  expect(french.stopwatch(277)).toBe('04:37');
  expect(french.stopwatch(3877)).toBe('1:04:37');
  expect(french.stopwatch(-3)).toBe('00:00');
});

test('a distance is told to a hundred metres under ten kilometres, to the kilometre beyond', () => {
  expect(plain(french.distance(4.24))).toBe('4,2 km');
  expect(plain(french.distance(20.7))).toBe('21 km');
});

test('a stored number is shown as it is dialled', () => {
  expect(french.phone('+33465712814')).toBe('04 65 71 28 14');
  expect(french.phone('not a number')).toBe('not a number');
});
