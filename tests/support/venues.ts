import { buildGazetteer, type Commune } from '#src/geography';
import type { Venue } from '#src/venues';

const commune = (
  code: string,
  name: string,
  postcodes: readonly string[],
  place: readonly [latitude: number, longitude: number],
  extentKm = 4,
): Commune => ({
  code,
  name,
  postcodes,
  departement: /^97|^98/.test(code) ? code.slice(0, 3) : code.slice(0, 2),
  population: 1000,
  position: { latitude: place[0], longitude: place[1] },
  extentKm,
  formerNames: [],
});

/** A few real communes, each with a trap. */
export const fewCommunes: readonly Commune[] = [
  commune('48095', 'Mende', ['48000'], [44.5179, 3.4991], 6),
  commune('48092', 'Marvejols', ['48100'], [44.5536, 3.2936]),
  // Its postcode loses its zero in a spreadsheet.
  commune('01053', 'Bourg-en-Bresse', ['01000'], [46.2052, 5.2456]),
  // One commune of that name in the Puy-de-Dôme, another in New Caledonia.
  commune('63236', 'Mont-Dore', ['63240'], [45.5763, 2.8095]),
  // Larger than fifteen kilometres.
  commune('97353', 'Maripasoula', ['97370'], [2.9674, -53.7583], 117),
  commune('97616', 'Sada', ['97640'], [-12.8489, 45.1043]),
  commune('13056', 'Martigues', ['13500'], [43.4068, 5.0497], 8),
  commune('31555', 'Toulouse', ['31000', '31100', '31200'], [43.6045, 1.4442], 12),
  commune('2A004', 'Ajaccio', ['20000', '20090'], [41.9351, 8.7013], 14),
];
export const fewCommunesGazetteer = buildGazetteer(fewCommunes);

/** A row that says everything right, in the columns of the standard. */
export const soundRow: Readonly<Record<string, string>> = {
  id: 'maison-48',
  pivot: '13002526500013',
  nom: 'Maison du numérique',
  commune: 'Mende',
  code_postal: '48000',
  code_insee: '48095',
  adresse: '1 place de la Préfecture',
  complement_adresse: '',
  latitude: '44.52',
  longitude: '3.5',
  typologie: '',
  telephone: '+33465710001',
  courriels: 'contact@maison.example',
  site_web: 'https://maison.example',
  horaires: 'Mo-Fr 09:00-12:00',
  presentation_resume: 'Un lieu inventé.',
  presentation_detail: '',
  source: 'Essai',
  itinerance: 'Fixe',
  structure_parente: '',
  date_maj: '2026-01-15',
  services: 'Aide aux démarches administratives|Accès internet et matériel informatique',
  publics_specifiquement_adresses: '',
  prise_en_charge_specifique: '',
  frais_a_charge: 'Gratuit',
  dispositif_programmes_nationaux: 'France Services',
  formations_labels: '',
  autres_formations_labels: '',
  modalites_acces: 'Se présenter',
  modalites_accompagnement: 'Accompagnement individuel',
  fiche_acces_libre: '',
  prise_rdv: '',
};

/** An invented venue; `given` says what matters. */
export function someVenue(given: Partial<Venue> & Pick<Venue, 'id'>): Venue {
  return {
    pivot: null,
    name: `Lieu ${given.id}`,
    commune: 'Mende',
    postcode: '48000',
    communeCode: '48095',
    address: `${given.id} rue inventée`,
    addressComplement: null,
    position: { latitude: 44.52, longitude: 3.5 },
    phone: '+33465710001',
    emails: [],
    websites: [],
    hoursText: null,
    summary: null,
    detail: null,
    typologies: [],
    parentStructure: null,
    sources: [{ id: given.id, source: null, updatedOn: '2026-01-15' }],
    itinerant: null,
    updatedOn: '2026-01-15',
    services: [],
    publics: [],
    specialCare: [],
    fees: [],
    programmes: [],
    labels: [],
    otherLabels: [],
    accessModes: [],
    supportModes: [],
    bookingUrl: null,
    accessibilityUrl: null,
    doubts: [],
    withdrawnOn: null,
    ...given,
  };
}
