import type { Role } from '#src/access';
import type { Level } from '#src/distance';

const levelNames: Record<Level, string> = {
  E0: 'Autonome',
  E1: 'Fragile',
  E2: 'Éloigné',
  E3: 'Très éloigné',
};

const roles: Record<Role, string> = {
  adviser: 'Téléconseil',
  mediator: 'Médiation',
  supervisor: 'Supervision',
  authority: 'Collectivité',
  administrator: 'Administration',
};

/** Words that several screens share. */
export const common = {
  product: 'Aiguillage',
  tagline: 'Le poste des lignes d’aide numérique',
  save: 'Enregistrer',
  back: 'Retour',
  print: 'Imprimer',
  cancel: 'Annuler',
  unknown: 'Non renseigné',
  optional: 'facultatif',
  levelNames,
  roles,
};
