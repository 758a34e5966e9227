import type { AccessMode, Fee, Public, Service, SpecialCare, SupportMode } from '#src/venues';

/** The standard's own words, as its records are written. */
const services: Record<Service, string> = {
  'Aide aux démarches administratives': 'Aide aux démarches administratives',
  'Maîtrise des outils numériques du quotidien': 'Maîtrise des outils numériques du quotidien',
  'Insertion professionnelle via le numérique': 'Insertion professionnelle via le numérique',
  'Utilisation sécurisée du numérique': 'Utilisation sécurisée du numérique',
  'Parentalité et éducation avec le numérique': 'Parentalité et éducation avec le numérique',
  'Loisirs et créations numériques': 'Loisirs et créations numériques',
  'Compréhension du monde numérique': 'Compréhension du monde numérique',
  'Accès internet et matériel informatique': 'Accès internet et matériel informatique',
  'Acquisition de matériel informatique à prix solidaire': 'Matériel informatique à prix solidaire',
};

const publics: Record<Public, string> = {
  'young-people': 'Jeunes',
  students: 'Étudiants',
  families: 'Familles et enfants',
  seniors: 'Seniors',
  women: 'Femmes',
};

const specialCare: Record<SpecialCare, string> = {
  deafness: 'Surdité',
  'motor-disability': 'Handicaps moteurs',
  'mental-disability': 'Handicaps mentaux',
  illiteracy: 'Illettrisme',
  english: 'Langue étrangère\u00a0: anglais',
  'other-languages': 'Autres langues étrangères',
  'visual-impairment': 'Déficience visuelle',
};

const fees: Record<Fee, string> = {
  free: 'Gratuit',
  conditional: 'Gratuit sous condition',
  paid: 'Payant',
};

const accessModes: Record<AccessMode, string> = {
  'walk-in': 'Se présenter',
  telephone: 'Téléphoner',
  mail: 'Contacter par courriel',
  'online-booking': 'Prendre rendez-vous en ligne',
  'no-public': 'Ne reçoit pas de public',
  'prescription-by-mail': 'Fiche de prescription par courriel',
};

const supportModes: Record<SupportMode, string> = {
  'on-your-own': 'En autonomie',
  individual: 'Accompagnement individuel',
  workshop: 'Atelier collectif',
  remote: 'À distance',
};

/** The panel of filters and the chips of those that are set. */
export const filters = {
  title: 'Filtres',
  open: (n: number) => (n === 0 ? 'Filtres' : `Filtres (${n})`),
  why: 'Un filtre ne garde que les fiches qui le disent. Une fiche muette n’est pas montrée, même si le lieu convient.',
  either: 'Dans une rubrique, un seul choix suffit. Les rubriques s’ajoutent.',
  chosen: (n: number) => (n === 0 ? '' : n === 1 ? '1 choix' : `${n} choix`),
  clear: 'Tout effacer',
  remove: (filter: string) => `Retirer le filtre\u00a0: ${filter}`,
  active: 'Filtres en cours',
  close: 'Fermer les filtres',
  groups: {
    services: 'Services',
    publics: 'Publics',
    specialCare: 'Prise en charge',
    fees: 'Prix',
    accessModes: 'Modalités d’accès',
    supportModes: 'Accompagnement',
    itinerant: 'Itinérance',
    programmes: 'Programmes nationaux',
    labels: 'Formations et labels',
    open: 'Ouverture',
    record: 'Le lieu et sa fiche',
  },
  services,
  publics,
  specialCare,
  fees,
  accessModes,
  supportModes,
  itinerant: { itinerant: 'Itinérant', fixed: 'Fixe' },
  bookable: 'Rendez-vous possible',
  bookableHint: 'en ligne ou par ce poste',
  accessible: 'Bâtiment accessible',
  accessibleHint: 'une fiche Acceslibre est donnée',
  fresh: 'Fiche récente',
  freshHint: 'mise à jour depuis moins de 12 mois',
  openOn: 'Ouvert le',
  openFrom: 'À',
  anyDay: 'peu importe le jour',
  today: 'aujourd’hui',
  tomorrow: 'demain',
  openAt: (day: string, time: string) => `Ouvert ${day} à ${time}`,
  onClockOf: (place: string) => `À l’heure de ${place}.`,
};
