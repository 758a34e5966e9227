import { departementOfCommune, postalDepartement, zoneOfPlace } from '#src/geography';

/** Where the same days are public holidays. */
export const holidayTerritories = [
  'mainland',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint-pierre-et-miquelon',
  'saint-barthelemy',
  'saint-martin',
  'wallis-et-futuna',
  'polynesie',
  'nouvelle-caledonie',
] as const;
export type HolidayTerritory = (typeof holidayTerritories)[number];

/** What a venue's place says of its hours: its clock, and its holidays. */
export type HoursPlace = { readonly zone: string; readonly territory: HolidayTerritory };

/** By INSEE code of the département or collectivity; where none stands, the holidays are the mainland's. */
const territories: Readonly<Record<string, HolidayTerritory>> = {
  '57': 'alsace-moselle',
  '67': 'alsace-moselle',
  '68': 'alsace-moselle',
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'reunion',
  '975': 'saint-pierre-et-miquelon',
  '976': 'mayotte',
  '977': 'saint-barthelemy',
  '978': 'saint-martin',
  '986': 'wallis-et-futuna',
  '987': 'polynesie',
  '988': 'nouvelle-caledonie',
};

/** Postcodes in the range of Guadeloupe that are of an island of its own right. */
const postalIslands: Readonly<Record<string, string>> = { '97133': '977', '97150': '978' };

const places = new Map<string, HoursPlace>();

/** By the INSEE code of the commune, else by the postcode (HO-10, HO-11). */
export function hoursPlaceOf(communeCode: string | null, postcode: string): HoursPlace {
  const departement =
    communeCode === null
      ? (postalIslands[postcode] ?? postalDepartement(postcode))
      : departementOfCommune(communeCode);
  const zone = zoneOfPlace(communeCode, postcode);
  const territory = territories[departement] ?? 'mainland';
  const key = `${zone} ${territory}`;
  const known = places.get(key);
  if (known !== undefined) return known;
  const place = { zone, territory };
  places.set(key, place);
  return place;
}
