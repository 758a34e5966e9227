import { Temporal } from 'temporal-polyfill';
import type { HolidayTerritory } from './place.ts';

/** How a day is taken on whose holiday the sources disagree (HO-23). */
export const disputedDays = ['holiday', 'working-day', 'to-check'] as const;
export type DisputedDays = (typeof disputedDays)[number];

/** A public holiday, or a day that only some sources hold for one. */
export type Holiday = {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** In French, as a calendar says it. */
  readonly name: string;
  readonly status: 'legal' | 'disputed';
};

/** Days from Easter Sunday, or a month and a day. */
type Rule = {
  readonly on: number | string;
  readonly name: string;
  readonly status?: 'disputed';
  /** The first and the last year, where it was not always so. */
  readonly since?: number;
  readonly until?: number;
};

/** Code du travail, article L3133-1: the eleven, everywhere. */
const national: readonly Rule[] = [
  { on: '01-01', name: 'Jour de l’an' },
  { on: 1, name: 'Lundi de Pâques' },
  { on: '05-01', name: 'Fête du Travail' },
  { on: '05-08', name: 'Victoire de 1945' },
  { on: 39, name: 'Ascension' },
  { on: 50, name: 'Lundi de Pentecôte' },
  { on: '07-14', name: 'Fête nationale' },
  { on: '08-15', name: 'Assomption' },
  { on: '11-01', name: 'Toussaint' },
  { on: '11-11', name: 'Armistice de 1918' },
  { on: '12-25', name: 'Noël' },
];

const goodFriday = { on: -2, name: 'Vendredi saint' } as const;
const abolition = 'Abolition de l’esclavage';

/**
 * Not in the labour code, and kept by usage: Good Friday stands in `date-holidays` and in
 * `opening_hours`, 21 July in the latter alone, neither in the State's own calendar.
 */
const antilles: readonly Rule[] = [
  { ...goodFriday, status: 'disputed' },
  { on: '07-21', name: 'Fête de Victor Schœlcher', status: 'disputed' },
];

const local: Readonly<Record<HolidayTerritory, readonly Rule[]>> = {
  mainland: [],
  // Code du travail, article L3134-13. By its letter Good Friday is for the communes that have a
  // Protestant church; it is kept, and listed by every source, in all of them.
  'alsace-moselle': [goodFriday, { on: '12-26', name: 'Saint-Étienne' }],
  // Code du travail, article L3422-2, for the day of abolition of each territory.
  guadeloupe: [{ on: '05-27', name: abolition }, ...antilles],
  martinique: [{ on: '05-22', name: abolition }, ...antilles],
  guyane: [{ on: '06-10', name: abolition }],
  reunion: [{ on: '12-20', name: abolition }],
  // The same article lets usage add the Muslim feasts, whose days nobody can work out in advance.
  mayotte: [{ on: '04-27', name: abolition }],
  // Good Friday: `opening_hours` alone.
  'saint-barthelemy': [
    { on: '10-09', name: abolition },
    { ...goodFriday, status: 'disputed' },
  ],
  // The article says 27 May; since 2018 a yearly circular has it kept on 28 May.
  'saint-martin': [
    { on: '05-27', name: abolition, until: 2017 },
    { on: '05-27', name: abolition, status: 'disputed', since: 2018 },
    { on: '05-28', name: abolition, status: 'disputed', since: 2018 },
  ],
  'saint-pierre-et-miquelon': [],
  // The feast of Saints Peter and Paul is the parish's of Vaitupu: `opening_hours` alone has it for all.
  'wallis-et-futuna': [
    { on: '04-28', name: 'Saint Pierre Chanel' },
    { on: '06-29', name: 'Saints Pierre et Paul', status: 'disputed' },
    { on: '07-29', name: 'Fête du Territoire' },
  ],
  // Code du travail de la Polynésie française, list of holidays; since 2026 (loi du pays adopted on
  // 6 May 2025) Matari’i i ni’a takes the place of the day of autonomy.
  polynesie: [
    { on: '03-05', name: 'Arrivée de l’Évangile' },
    goodFriday,
    { on: '06-29', name: 'Fête de l’autonomie', until: 2025 },
    { on: '11-20', name: 'Matari’i i ni’a', since: 2026 },
  ],
  // Code du travail de Nouvelle-Calédonie, list of holidays.
  'nouvelle-caledonie': [{ on: '09-24', name: 'Fête de la citoyenneté' }],
};

const calendars = new Map<string, ReadonlyMap<string, Holiday>>();

/** The holidays of a year, by day; of two on one day the legal one (HO-20 to HO-23). */
function calendarOf(territory: HolidayTerritory, year: number): ReadonlyMap<string, Holiday> {
  const key = `${territory} ${year}`;
  const known = calendars.get(key);
  if (known !== undefined) return known;
  const easter = easterSunday(year);
  const holidays = [...national, ...local[territory]]
    .filter(({ since = year, until = year }) => since <= year && year <= until)
    .map(({ on, name, status }): Holiday => {
      const day =
        typeof on === 'number' ? easter.add({ days: on }).toString() : `${isoYear(year)}-${on}`;
      return { day, name, status: status ?? 'legal' };
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const calendar = new Map<string, Holiday>();
  for (const holiday of holidays) {
    if (calendar.get(holiday.day)?.status !== 'legal') calendar.set(holiday.day, holiday);
  }
  calendars.set(key, calendar);
  return calendar;
}

const isoYear = (year: number) => String(year).padStart(4, '0');

/** The public holidays of a territory in a year, and the days that only some sources hold for one. */
export function holidaysOf(territory: HolidayTerritory, year: number): readonly Holiday[] {
  return [...calendarOf(territory, year).values()];
}

type Asked = { readonly day: string; readonly holiday: Holiday | null };
const lastAsked = new Map<HolidayTerritory, Asked>();

/** The holiday, legal or disputed, on a day. A search asks it of one day thousands of times. */
export function holidayOn(territory: HolidayTerritory, day: string): Holiday | null {
  const last = lastAsked.get(territory);
  if (last?.day === day) return last.holiday;
  const holiday = calendarOf(territory, Number(day.slice(0, 4))).get(day) ?? null;
  lastAsked.set(territory, { day, holiday });
  return holiday;
}

/** The day of Easter Sunday. */
export function easterOf(year: number): string {
  return easterSunday(year).toString();
}

/** Easter Sunday of the Gregorian calendar, by the computation of Meeus, Jones and Butcher. */
function easterSunday(year: number): Temporal.PlainDate {
  const moonYear = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const fullMoon = (19 * moonYear + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - fullMoon - (yearOfCentury % 4)) %
    7;
  const lateMoon = Math.floor((moonYear + 11 * fullMoon + 22 * sunday) / 451);
  const ordinal = fullMoon + sunday - 7 * lateMoon + 114;
  return Temporal.PlainDate.from({
    year,
    month: Math.floor(ordinal / 31),
    day: (ordinal % 31) + 1,
  });
}
