import { describe, expect, test } from 'vitest';
import { dayHours, hoursPlaceOf, readHours } from '#src/hours';
import { askLibrary } from '../support/opening-hours-library.ts';
import { shippedRows } from '../support/shipped-venues.ts';

const place = hoursPlaceOf('33063', '33000');
/** A week with a public holiday on its Tuesday. */
const week = ['13', '14', '15', '16', '17', '18', '19'].map((day) => `2026-07-${day}`);

const texts = [...new Set(shippedRows().map((row) => row['horaires'] ?? ''))].filter(Boolean);

function stretches(text: string, day: string) {
  const opening = dayHours(readHours(text), place, day, 'to-check');
  return opening.known ? opening.periods.map(({ from, to }) => [from, to]) : null;
}

describe('the hours of the shipped venues', () => {
  test('HO-1 plain texts mean what the library takes them for', { timeout: 180_000 }, () => {
    const plain = texts.filter(
      (text) => readHours(text).plain !== null && !text.includes('00:00-00:00'),
    );
    expect(plain.length).toBeGreaterThan(4_000);
    for (const text of plain) {
      const library = askLibrary(text);
      for (const day of week) {
        const ours = stretches(text, day);
        if (ours !== null) expect([text, day, ours]).toEqual([text, day, library.openOn(day)]);
        // Without a word on holidays nothing is known of one; the library opens as on any Tuesday.
        else expect([day, text.includes('PH')]).toEqual(['2026-07-14', false]);
      }
    }
  });

  test('HO-3 midnight to midnight is the half-day that is closed', () => {
    const withMidnights = texts.filter((text) => /00:00-00:00/.test(text));
    expect(withMidnights.length).toBeGreaterThan(5);
    for (const text of withMidnights) {
      const open = week.flatMap((day) => stretches(text, day) ?? []);
      expect(open, text).not.toContainEqual([0, 1440]);
    }
  });

  test('HO-2 nearly every text is understood, and those that are not say why', () => {
    const read = texts.map(readHours);
    const refused = read.filter(({ trusted }) => !trusted);
    expect(refused.length / texts.length).toBeLessThan(0.05);
    for (const { defects } of refused) expect(defects.length).toBeGreaterThan(0);
    expect(read.filter(({ defects }) => defects.includes('reversed-range'))).not.toEqual([]);
    expect(read.filter(({ defects }) => defects.includes('empty-range'))).not.toEqual([]);
    expect(read.filter(({ defects }) => defects.includes('overlapping-ranges'))).not.toEqual([]);
  });
});
