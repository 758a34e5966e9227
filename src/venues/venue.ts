import type { Position } from '#src/geography';
import type { Service } from './services.ts';

/** Whom a venue addresses first (`publics_specifiquement_adresses`). */
export const publics = ['young-people', 'students', 'families', 'seniors', 'women'] as const;
export type Public = (typeof publics)[number];

/** Special care that a venue gives (`prise_en_charge_specifique`). */
export const specialCares = [
  'deafness',
  'motor-disability',
  'mental-disability',
  'illiteracy',
  'english',
  'other-languages',
  'visual-impairment',
] as const;
export type SpecialCare = (typeof specialCares)[number];

/** What is to be paid (`frais_a_charge`). */
export const fees = ['free', 'conditional', 'paid'] as const;
export type Fee = (typeof fees)[number];

/** How to come into contact (`modalites_acces`). */
export const accessModes = [
  'walk-in',
  'telephone',
  'mail',
  'online-booking',
  'no-public',
  'prescription-by-mail',
] as const;
export type AccessMode = (typeof accessModes)[number];

/** How people are helped there (`modalites_accompagnement`). */
export const supportModes = ['on-your-own', 'individual', 'workshop', 'remote'] as const;
export type SupportMode = (typeof supportModes)[number];

/** National programmes (`dispositif_programmes_nationaux`), by their own names. */
export const programmes = [
  'Aidants Connect',
  'Bibliothèques numérique de référence',
  'Certification PIX',
  'Conseillers numériques',
  'Emmaüs Connect',
  'France Services',
  'Grande école du numérique',
  'La Croix Rouge',
  "Point d'accès numérique CAF",
  'Promeneurs du net',
  'Relais numérique (Emmaüs Connect)',
] as const;
export type Programme = (typeof programmes)[number];

/** Trainings and labels (`formations_labels`), by their own names. */
export const labels = [
  'Formé à « Mon Espace Santé »',
  'Formé à « DUPLEX » (illettrisme)',
  'Arnia/MedNum BFC (Bourgogne-Franche-Comté)',
  'Collectif ressources et acteurs réemploi (Normandie)',
  'Étapes numériques (La Poste)',
  'Fabriques de Territoire',
  'Les Éclaireurs du numérique (Drôme)',
  'Mes Papiers (Métropole de Lyon)',
  'ORDI 3.0',
  'SUD LABS (PACA)',
] as const;
export type Label = (typeof labels)[number];

/** A producer's record of a place. */
export type VenueSource = {
  /** The record's own id. */
  readonly id: string;
  /** The producer's name; `null` where the record does not say. */
  readonly source: string | null;
  /** `YYYY-MM-DD`: when the producer last touched it. */
  readonly updatedOn: string | null;
};

/** What is not to be trusted in a venue's record, said to the adviser, never corrected by guessing. */
export const venueDoubts = [
  /** Null island, swapped, or far from the commune: the venue is left out of the ranking. */
  'position-doubtful',
  /** Neither the commune's code nor its name and postcode say which commune it is. */
  'commune-doubtful',
  /** The record's date is missing, in the future, or the 1970 of a machine without a clock. */
  'date-doubtful',
  /** Somebody trying the tool that makes records: the venue is left out of the search (VE-16). */
  'test-record',
] as const;
export type VenueDoubt = (typeof venueDoubts)[number];

/**
 * A place of digital mediation, as the desk needs it. An empty list and a `null` both say "not stated",
 * never "no".
 */
export type Venue = {
  /** The producer's own id. */
  readonly id: string;
  /** SIRET or RNA; `null` where the record holds a placeholder. */
  readonly pivot: string | null;
  readonly name: string;
  readonly commune: string;
  readonly postcode: string;
  /** INSEE code, where it is stated and not contradicted, or where name and postcode leave one only. */
  readonly communeCode: string | null;
  readonly address: string;
  readonly addressComplement: string | null;
  readonly position: Position | null;
  /** E.164. */
  readonly phone: string | null;
  readonly emails: readonly string[];
  readonly websites: readonly string[];
  /** As recorded (OSM opening_hours); `readHours` reads it. */
  readonly hoursText: string | null;
  readonly summary: string | null;
  /** The longer presentation. */
  readonly detail: string | null;
  /** Kinds of structure, by their codes in the standard's outside list (`CCAS`, `BIB`). */
  readonly typologies: readonly string[];
  /** What the structure belongs to. */
  readonly parentStructure: string | null;
  /** Who says so: the producers whose records were found to be of this one place, this record's first (VE-50). */
  readonly sources: readonly VenueSource[];
  readonly itinerant: boolean | null;
  /** `YYYY-MM-DD`: when the producer last touched the record. */
  readonly updatedOn: string | null;
  readonly services: readonly Service[];
  readonly publics: readonly Public[];
  readonly specialCare: readonly SpecialCare[];
  readonly fees: readonly Fee[];
  /** National programmes, in the standard's words ("France Services"). */
  readonly programmes: readonly Programme[];
  /** Trainings and labels of the national list, in the standard's words. */
  readonly labels: readonly Label[];
  /** Trainings and labels beyond that list, as the producer wrote them. */
  readonly otherLabels: readonly string[];
  readonly accessModes: readonly AccessMode[];
  readonly supportModes: readonly SupportMode[];
  readonly bookingUrl: string | null;
  /** The accessibility sheet on acceslibre.beta.gouv.fr. */
  readonly accessibilityUrl: string | null;
  readonly doubts: readonly VenueDoubt[];
  /**
   * `YYYY-MM-DD`: since when its producer no longer lists it. It is kept because appointments or people
   * depend on it (VE-61), and is proposed to nobody.
   */
  readonly withdrawnOn: string | null;
};
