import type { PhoneRegion } from '#src/kernel';

/** What differs overseas: the clock and the numbering plan. */
type Place = { readonly zone: string; readonly phoneRegion: PhoneRegion };

const mainland: Place = { zone: 'Europe/Paris', phoneRegion: 'FR' };

/** By INSEE code of the département or collectivity. */
const overseas: Readonly<Record<string, Place>> = {
  '971': { zone: 'America/Guadeloupe', phoneRegion: 'GP' },
  '972': { zone: 'America/Martinique', phoneRegion: 'MQ' },
  '973': { zone: 'America/Cayenne', phoneRegion: 'GF' },
  '974': { zone: 'Indian/Reunion', phoneRegion: 'RE' },
  '975': { zone: 'America/Miquelon', phoneRegion: 'PM' },
  '976': { zone: 'Indian/Mayotte', phoneRegion: 'YT' },
  '977': { zone: 'America/St_Barthelemy', phoneRegion: 'BL' },
  '978': { zone: 'America/Marigot', phoneRegion: 'MF' },
  '984': { zone: 'Indian/Kerguelen', phoneRegion: 'FR' },
  '986': { zone: 'Pacific/Wallis', phoneRegion: 'WF' },
  '987': { zone: 'Pacific/Tahiti', phoneRegion: 'PF' },
  '988': { zone: 'Pacific/Noumea', phoneRegion: 'NC' },
  // Clipperton, where nobody lives: no zone is named after it.
  '989': { zone: 'Etc/GMT+8', phoneRegion: 'FR' },
};

/** Islands of French Polynesia that keep Tahiti's numbering plan, not its clock: their communes and their postcodes. */
const islandClocks = [
  {
    zone: 'Pacific/Marquesas',
    communes: /^987(18|23|31|46|56|57)$/,
    postcodes: /^987(4\d|96)$/,
  },
  { zone: 'Pacific/Gambier', communes: /^98719$/, postcodes: /^987(55|92|93)$/ },
] as const;

/** The IANA zone on whose clock a département lives, but for the islands that have another (`zoneOfPlace`). */
export function zoneOfDepartement(departement: string): string {
  return (overseas[departement] ?? mainland).zone;
}

/** The IANA zone of a commune by its INSEE code; by the postcode where the commune is not known (GE-10). */
export function zoneOfPlace(communeCode: string | null, postcode: string): string {
  const island = islandClocks.find(({ communes, postcodes }) =>
    communeCode === null ? postcodes.test(postcode) : communes.test(communeCode),
  );
  return island?.zone ?? zoneOfDepartement(departementOfCommune(communeCode ?? postcode));
}

/** The numbering plan of a département's telephones. */
export function phoneRegionOfDepartement(departement: string): PhoneRegion {
  return (overseas[departement] ?? mainland).phoneRegion;
}

/** The département of an INSEE commune code: three characters overseas, two elsewhere. */
export function departementOfCommune(code: string): string {
  return code.startsWith('97') || code.startsWith('98') ? code.slice(0, 3) : code.slice(0, 2);
}

/**
 * The département that a postcode's digits say, as the post counts: Corsica is `20`, Saint-Barthélemy
 * and Saint-Martin are Guadeloupe's `971`, Clipperton is Polynesia's `987`.
 */
export function postalDepartement(postcode: string): string {
  return departementOfCommune(postcode);
}

/** The postal département in which a département's own postcodes lie. */
export function postalDepartementOf(departement: string): string {
  if (departement === '2A' || departement === '2B') return '20';
  if (departement === '977' || departement === '978') return '971';
  if (departement === '989') return '987';
  return departement;
}
