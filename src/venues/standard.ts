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

/** An enumeration of the standard: what it writes, what the code says, and what older versions wrote. */
export type Enumeration<Value extends string> = {
  readonly official: ReadonlyMap<string, Value>;
  /** The other way round. */
  readonly written: ReadonlyMap<Value, string>;
  /** By folded text: another case, another apostrophe, a lost accent. */
  readonly folded: ReadonlyMap<string, Value>;
  /** By folded text: a value of version 0 whose successor is one and known. */
  readonly former: ReadonlyMap<string, Value>;
};

type Pairs<Value> = readonly (readonly [string, Value])[];

function enumeration<Value extends string>(
  official: Pairs<Value>,
  former: Pairs<Value> = [],
): Enumeration<Value> {
  const folded = (pairs: Pairs<Value>) =>
    new Map(pairs.map(([text, value]) => [foldText(text), value]));
  return {
    official: new Map(official),
    written: new Map(official.map(([text, value]) => [value, text])),
    folded: folded(official),
    former: folded(former),
  };
}

/** Values that the code calls as the standard does. */
const itself = <Value extends string>(values: readonly Value[]): Pairs<Value> =>
  values.map((value) => [value, value]);

/**
 * Services. The former names are those of version 0; "Créer et développer mon entreprise" and
 * "Promouvoir la citoyenneté numérique" have no single successor and are not translated.
 */
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
]);

/** People whom a venue is meant for (`publics_specifiquement_adresses`). */
export const publicEnumeration = enumeration([
  ['Jeunes', 'young-people'],
  ['Étudiants', 'students'],
  ['Familles et/ou enfants', 'families'],
  ['Seniors', 'seniors'],
  ['Femmes', 'women'],
]);

/** People for whom a venue is prepared (`prise_en_charge_specifique`). */
export const specialCareEnumeration = enumeration([
  ['Surdité', 'deafness'],
  ['Handicaps moteurs', 'motor-disability'],
  ['Handicaps mentaux', 'mental-disability'],
  ['Illettrisme', 'illiteracy'],
  ['Langues étrangères (anglais)', 'english'],
  ['Langues étrangères (autres)', 'other-languages'],
  ['Déficience visuelle', 'visual-impairment'],
]);

/** What it costs (`frais_a_charge`). */
export const feeEnumeration = enumeration([
  ['Gratuit', 'free'],
  ['Gratuit sous condition', 'conditional'],
  ['Payant', 'paid'],
]);

/** National programmes (`dispositif_programmes_nationaux`), by their own names. */
export const programmeEnumeration = enumeration(itself(programmes));

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

/** How one is helped (`modalites_accompagnement`), with the names of version 0. */
export const supportModeEnumeration = enumeration(
  [
    ['En autonomie', 'on-your-own'],
    ['Accompagnement individuel', 'individual'],
    ['Dans un atelier collectif', 'workshop'],
    ['À distance', 'remote'],
  ],
  [
    ['Seul', 'on-your-own'],
    ['Dans un atelier', 'workshop'],
  ],
);

/** Whether the venue moves (`itinerance`). */
export const itinerancyEnumeration = enumeration([
  ['Itinérant', 'itinerant'],
  ['Fixe', 'fixed'],
]);
