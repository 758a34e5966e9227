import holidaysByName from '@socialgouv/jours-feries';
import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { type HolidayTerritory, holidaysOf, holidayTerritories } from '#src/hours';
import { askLibrary } from '../support/opening-hours-library.ts';

const years = Array.from({ length: 12 }, (_, index) => 2024 + index);

const legal = (territory: HolidayTerritory, year: number) =>
  holidaysOf(territory, year)
    .filter(({ status }) => status === 'legal')
    .map(({ day }) => day);
const disputed = (territory: HolidayTerritory, year: number) =>
  holidaysOf(territory, year)
    .filter(({ status }) => status === 'disputed')
    .map(({ day }) => day);

/** The days of `theirs` that we do not hold for certain, and those of ours that they do not have. */
function difference(territory: HolidayTerritory, year: number, theirs: readonly string[]) {
  const ours = legal(territory, year);
  return {
    more: theirs.filter((day) => !ours.includes(day)),
    less: ours.filter((day) => !theirs.includes(day)),
  };
}

/** `date-holidays`, which knows no Pacific territory; it is named by two letters (`974` is passed over). */
const states: Partial<Record<HolidayTerritory, string>> = {
  'alsace-moselle': '57',
  guadeloupe: 'GP',
  martinique: 'MQ',
  guyane: 'GF',
  reunion: 'RE',
  mayotte: 'YT',
  'saint-barthelemy': 'BL',
  'saint-martin': 'MF',
};

function ofDateHolidays(territory: HolidayTerritory, year: number): readonly string[] {
  const state = states[territory];
  const calendar = state === undefined ? new Holidays('FR') : new Holidays('FR', state);
  const days = calendar.getHolidays(year).filter(({ type }) => type === 'public');
  return [...new Set(days.map(({ date }) => date.slice(0, 10)))];
}

function ofOpeningHours(territory: HolidayTerritory, year: number): readonly string[] {
  const library = askLibrary('PH', territory);
  const first = Date.UTC(year, 0, 1);
  const length = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000;
  return Array.from({ length }, (_, index) =>
    new Date(first + index * 86_400_000).toISOString().slice(0, 10),
  ).filter((day) => library.openOn(day).length > 0);
}

function ofTheState(year: number, alsace: boolean): readonly string[] {
  process.env['TZ'] = 'UTC';
  return Object.values(holidaysByName(year, { alsace }))
    .map((date) => date.toISOString().slice(0, 10))
    .sort();
}

describe.each(years)('the public holidays of %i', (year) => {
  test('HO-20 the eleven, and two more in Alsace-Moselle, are those of the State', () => {
    expect(legal('mainland', year)).toEqual(ofTheState(year, false));
    expect(legal('alsace-moselle', year)).toEqual(ofTheState(year, true));
  });

  test.each([
    'mainland',
    'alsace-moselle',
    'guyane',
    'reunion',
    'mayotte',
    'saint-pierre-et-miquelon',
    'saint-barthelemy',
  ] as const)('HO-21 date-holidays agrees on %s', (territory) => {
    expect(difference(territory, year, ofDateHolidays(territory, year))).toEqual({
      more: [],
      less: [],
    });
  });

  test('HO-23 date-holidays adds Good Friday in Guadeloupe and in Martinique', () => {
    for (const territory of ['guadeloupe', 'martinique'] as const) {
      const [goodFriday] = disputed(territory, year);
      const theirs = ofDateHolidays(territory, year);
      expect(difference(territory, year, theirs)).toEqual({ more: [goodFriday], less: [] });
    }
  });

  test('HO-23 date-holidays keeps Saint-Martin to 27 May, which the State no longer does', () => {
    const theirs = ofDateHolidays('saint-martin', year);
    expect(difference('saint-martin', year, theirs)).toEqual({ more: [`${year}-05-27`], less: [] });
    expect(disputed('saint-martin', year)).toEqual([`${year}-05-27`, `${year}-05-28`]);
  });

  test.each(holidayTerritories)(
    'HO-21 opening_hours agrees on %s but for the disputed days',
    (territory) => {
      const { more, less } = difference(territory, year, ofOpeningHours(territory, year));
      if (territory === 'polynesie' && year < 2026) {
        // It takes the exchange of these days, which began in 2026, for what always was.
        expect({ more, less }).toEqual({ more: [`${year}-11-20`], less: [`${year}-06-29`] });
        return;
      }
      expect(less).toEqual([]);
      expect(disputed(territory, year)).toEqual(expect.arrayContaining(more));
    },
  );
});
