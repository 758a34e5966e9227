import OpeningHours from 'opening_hours';
import type { HolidayTerritory } from '#src/hours';

/** A stretch of a day, in minutes since midnight. */
export type Stretch = readonly [from: number, to: number];

/** What the library calls the territories whose holidays it knows. */
export const libraryStates = {
  mainland: 'Île-de-France',
  'alsace-moselle': 'Moselle',
  guadeloupe: 'Guadeloupe',
  martinique: 'Martinique',
  guyane: 'Guyane',
  reunion: 'La Réunion',
  mayotte: 'Mayotte',
  'saint-pierre-et-miquelon': 'Saint-Pierre-et-Miquelon',
  'saint-barthelemy': 'Saint-Barthélemy',
  'saint-martin': 'Saint-Martin',
  'wallis-et-futuna': 'Wallis-et-Futuna',
  polynesie: 'Polynésie française',
  'nouvelle-caledonie': 'Nouvelle-Calédonie',
} as const satisfies Record<HolidayTerritory, string>;

/**
 * The library asked as it comes, with its own holidays, as a second opinion. It reads clocks in the zone of
 * the process, so the process is put in the one zone that has no summer time.
 */
export function askLibrary(text: string, territory: HolidayTerritory = 'mainland') {
  process.env['TZ'] = 'UTC';
  const hours = new OpeningHours(text, {
    lat: 0,
    lon: 0,
    address: { country_code: 'fr', state: libraryStates[territory] },
  });
  return {
    warnings: hours.getWarnings(),
    /** When it is open, or may be, on a day (`YYYY-MM-DD`). */
    openOn(day: string): readonly Stretch[] {
      const midnight = Date.parse(`${day}T00:00:00Z`);
      const minutes = (date: Date) => (date.getTime() - midnight) / 60_000;
      return hours
        .getOpenIntervals(new Date(midnight), new Date(midnight + 86_400_000))
        .map(([from, to]) => [minutes(from), minutes(to)]);
    },
  };
}
