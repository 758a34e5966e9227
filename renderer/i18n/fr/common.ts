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
  cancel: 'Annuler',
  confirm: 'Confirmer',
  close: 'Fermer',
  back: 'Retour',
  edit: 'Modifier',
  add: 'Ajouter',
  remove: 'Retirer',
  search: 'Chercher',
  yes: 'Oui',
  no: 'Non',
  unknown: 'Non renseigné',
  optional: 'facultatif',
  demonstration: 'Démonstration',
  levelNames,
  roles,
  count: (n: number, one: string, many: string) => `${n} ${Math.abs(n) < 2 ? one : many}`,
};
