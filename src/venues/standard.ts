import { foldText } from '#src/kernel';
import { services } from './services.ts';
import { labels, programmes } from './venue.ts';

/** The 32 columns of "lieux de médiation numérique" 1.0.2, in their order. */
export const standardColumns = [
  'id',
  'pivot',
  'nom',
  'commune',
  'code_postal',
  'code_insee',
  'adresse',
  'complement_adresse',
  'latitude',
  'longitude',
  'typologie',
  'telephone',
  'courriels',
  'site_web',
  'horaires',
  'presentation_resume',
  'presentation_detail',
  'source',
  'itinerance',
  'structure_parente',
  'date_maj',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'autres_formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
  'fiche_acces_libre',
  'prise_rdv',
] as const;
export type StandardColumn = (typeof standardColumns)[number];

/** The columns that a row must fill (`required` in the Table Schema 1.0.2). */
export const requiredColumns = [
  'id',
  'pivot',
  'nom',
  'commune',
  'code_postal',
  'adresse',
  'date_maj',
] as const satisfies readonly StandardColumn[];

/** A row of a file by the names of its columns, those that the standard does not know as well. */
export type VenueRow = Readonly<Record<string, string>>;

/** An enumeration of the standard: what it writes, what the code says, and what version 0 wrote. */
export type Enumeration<Value extends string> = {
  readonly official: ReadonlyMap<string, Value>;
  /** The other way round. */
  readonly written: ReadonlyMap<Value, string>;
  /** By folded text: another case, another apostrophe, a lost accent. */
  readonly folded: ReadonlyMap<string, Value>;
  /** By folded text: a value of version 0; `null` where it has no one successor and is not translated. */
  readonly former: ReadonlyMap<string, Value | null>;
};

type Pairs<Value> = readonly (readonly [string, Value])[];

function enumeration<Value extends string>(
  official: Pairs<Value>,
  former: Pairs<Value | null> = [],
): Enumeration<Value> {
  return {
    official: new Map(official),
    written: new Map(official.map(([text, value]) => [value, text])),
    folded: new Map(official.map(([text, value]) => [foldText(text), value])),
    former: new Map(former.map(([text, value]) => [foldText(text), value])),
  };
}

/** Values that the code calls as the standard does. */
const itself = <Value extends string>(values: readonly Value[]): Pairs<Value> =>
  values.map((value) => [value, value]);

/** Services (`services`). Their names were others in version 0, fifteen for nine. */
export const serviceEnumeration = enumeration(itself(services), [
  ['Devenir autonome dans les démarches administratives', 'Aide aux démarches administratives'],
  [
    'Réaliser des démarches administratives avec un accompagnement',
    'Aide aux démarches administratives',
  ],
  ['Accompagner les démarches de santé', 'Aide aux démarches administratives'],
  ['Prendre en main un ordinateur', 'Maîtrise des outils numériques du quotidien'],
  ['Prendre en main un smartphone ou une tablette', 'Maîtrise des outils numériques du quotidien'],
  ['Utiliser le numérique au quotidien', 'Maîtrise des outils numériques du quotidien'],
  ['Favoriser mon insertion professionnelle', 'Insertion professionnelle via le numérique'],
  [
    "Soutenir la parentalité et l'éducation avec le numérique",
    'Parentalité et éducation avec le numérique',
  ],
  ['Créer avec le numérique', 'Loisirs et créations numériques'],
  ['Approfondir ma culture numérique', 'Compréhension du monde numérique'],
  ['Accéder à du matériel', 'Accès internet et matériel informatique'],
  ['Accéder à une connexion internet', 'Accès internet et matériel informatique'],
  ["S'équiper en matériel informatique", 'Acquisition de matériel informatique à prix solidaire'],
  ['Créer et développer mon entreprise', null],
  ['Promouvoir la citoyenneté numérique', null],
]);

/** People whom a venue is meant for (`publics_specifiquement_adresses`). */
export const publicEnumeration = enumeration(
  [
    ['Jeunes', 'young-people'],
    ['Étudiants', 'students'],
    ['Familles et/ou enfants', 'families'],
    ['Seniors', 'seniors'],
    ['Femmes', 'women'],
  ],
  [
    ['Jeunes (16-26 ans)', 'young-people'],
    ['Familles/enfants', 'families'],
    ['Seniors (+ 65 ans)', 'seniors'],
    ['Uniquement femmes', 'women'],
    ['Adultes', null],
  ],
);

/** People for whom a venue is prepared (`prise_en_charge_specifique`). */
export const specialCareEnumeration = enumeration(
  [
    ['Surdité', 'deafness'],
    ['Handicaps moteurs', 'motor-disability'],
    ['Handicaps mentaux', 'mental-disability'],
    ['Illettrisme', 'illiteracy'],
    ['Langues étrangères (anglais)', 'english'],
    ['Langues étrangères (autres)', 'other-languages'],
    ['Déficience visuelle', 'visual-impairment'],
  ],
  [
    ["Personnes en situation d'illettrisme", 'illiteracy'],
    ['Public langues étrangères', null],
    ['Handicaps psychiques', null],
  ],
);

/** What it costs (`frais_a_charge`). */
export const feeEnumeration = enumeration(
  [
    ['Gratuit', 'free'],
    ['Gratuit sous condition', 'conditional'],
    ['Payant', 'paid'],
  ],
  [
    ['Adhésion', 'paid'],
    ['Accepte le Pass numérique', null],
  ],
);

/** National programmes (`dispositif_programmes_nationaux`), by their own names. */
export const programmeEnumeration = enumeration(itself(programmes), [
  ['CNFS', 'Conseillers numériques'],
  ['Grandes écoles du numérique', 'Grande école du numérique'],
  ['Point numérique CAF', "Point d'accès numérique CAF"],
  ['Point relais CAF', null],
  ['APTIC', null],
  ['Relais pôle emploi', null],
  ['French Tech', null],
  ['Campus connecté', null],
]);

/** Trainings and labels (`formations_labels`), by their own names. */
export const labelEnumeration = enumeration(itself(labels));

/** How one gets in (`modalites_acces`). */
export const accessModeEnumeration = enumeration([
  ['Se présenter', 'walk-in'],
  ['Téléphoner', 'telephone'],
  ['Contacter par mail', 'mail'],
  ['Prendre un RDV en ligne', 'online-booking'],
  ["Ce lieu n'accueille pas de public", 'no-public'],
  ['Envoyer un mail avec une fiche de prescription', 'prescription-by-mail'],
]);

/** How one is helped (`modalites_accompagnement`). */
export const supportModeEnumeration = enumeration(
  [
    ['En autonomie', 'on-your-own'],
    ['Accompagnement individuel', 'individual'],
    ['Dans un atelier collectif', 'workshop'],
    ['À distance', 'remote'],
  ],
  [
    ['Seul', 'on-your-own'],
    ["Avec de l'aide", 'individual'],
    ['Dans un atelier', 'workshop'],
    ['À ma place', null],
  ],
);

/** Whether the venue moves (`itinerance`). */
export const itinerancyEnumeration = enumeration([
  ['Itinérant', 'itinerant'],
  ['Fixe', 'fixed'],
]);
