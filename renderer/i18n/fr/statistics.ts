import type { Fate, Indicator } from '#src/statistics';

const names: Record<Indicator, string> = {
  calls: 'Appels',
  withoutRequest: 'Sans demande',
  requests: 'Demandes',
  solved: 'Réglées au téléphone',
  'partly-solved': 'Réglées en partie',
  referred: 'Orientées vers un lieu',
  unsolved: 'Non réglées',
  'cut-off': 'Appel coupé',
  referrals: 'Orientations',
  booked: 'Rendez-vous pris',
  walkIns: 'Venus sans rendez-vous',
  measuredTwice: 'Personnes mesurées deux fois',
  nearer: 'Plus proches du numérique',
  same: 'Au même point',
  farther: 'Plus loin du numérique',
};

const definitions: Record<Indicator, string> = {
  calls:
    'Appels répondus ou saisis, dont la fiche est close. Un appel compte le jour où il arrive.',
  withoutRequest: 'Appels sans demande : silence, erreur de numéro, propos abusifs, essai.',
  requests: 'Appels qui portaient une demande. Appels = sans demande + demandes.',
  solved: 'Demandes réglées pendant l’appel.',
  'partly-solved': 'Demandes réglées en partie pendant l’appel, sans orientation.',
  referred: 'Demandes qui se terminent par une orientation vers un lieu.',
  unsolved: 'Demandes non réglées et sans orientation.',
  'cut-off': 'Demandes dont l’appel s’est coupé avant la fin.',
  referrals: 'Demandes transmises à un lieu, quelle que soit sa réponse.',
  booked:
    'Orientations avec un rendez-vous, jour et heure\u00a0: dans un agenda, ou convenu avec le lieu.',
  walkIns: 'Personnes reçues par un lieu du territoire sans que la ligne les lui ait adressées.',
  measuredTwice:
    'Personnes dont le niveau a été trouvé au moins deux fois, au téléphone ou au lieu, avec leur accord ; la dernière fois pendant la période. Le dernier niveau est comparé au tout premier.',
  nearer: 'Personnes dont le dernier niveau est plus proche que le premier.',
  same: 'Personnes dont le dernier niveau est celui du début.',
  farther: 'Personnes dont le dernier niveau est plus loin que le premier.',
};

const fates: Record<Fate, { readonly name: string; readonly definition: string }> = {
  solved: { name: 'Venus, réglé', definition: 'La personne est venue, et c’est réglé.' },
  'partly-solved': {
    name: 'Venus, réglé en partie',
    definition: 'La personne est venue, et c’est réglé en partie.',
  },
  'next-appointment': {
    name: 'Venus, autre rendez-vous',
    definition: 'La personne est venue, et un autre rendez-vous suit.',
  },
  'passed-on': {
    name: 'Venus, confiés ailleurs',
    definition: 'La personne est venue, puis a été confiée à un autre lieu.',
  },
  attended: {
    name: 'Venus, suite non dite',
    definition: 'La personne est venue\u00a0; le lieu n’a pas dit la suite.',
  },
  missed: { name: 'Absents', definition: 'La personne n’est pas venue.' },
  cancelled: { name: 'Annulées', definition: 'Annulées par la personne, le lieu ou la ligne.' },
  refused: { name: 'Refusées', definition: 'Le lieu a refusé, et rien d’autre n’a été envoyé.' },
  expired: {
    name: 'Restées sans réponse',
    definition: 'Personne n’a répondu à temps, et rien d’autre n’a été envoyé.',
  },
  ahead: { name: 'Rendez-vous à venir', definition: 'Accepté par le lieu, pas encore passé.' },
  'without-news': {
    name: 'Sans nouvelles',
    definition: 'Le lieu n’a pas répondu, ou n’a pas dit si la personne est venue.',
  },
};

/** The authority's page: what the line does. */
export const statistics = {
  title: 'La ligne en bref',
  navigation: 'Chiffres',
  names,
  definitions,
  fates,
  filters: 'Période et territoire',
  territory: 'Territoire',
  period: 'Période',
  in: 'dans',
  during: 'pendant',
  from: 'du',
  to: 'au',
  allTerritories: 'tous mes territoires',
  periods: {
    today: 'aujourd’hui',
    week: 'les 7 derniers jours',
    month: 'ce mois-ci',
    lastMonth: 'le mois dernier',
    year: 'cette année',
    other: 'des dates choisies',
  },
  wrongPeriod: 'La fin est avant le début.',
  demonstration: 'Démonstration : ces chiffres viennent d’appels inventés.',
  nobody: 'Aucune personne n’est nommée',
  computedAt: (clock: string) => `Chiffres calculés à ${clock}, jours comptés à l’heure de Paris`,
  ofRequests: (n: string, all: string, isOne: boolean) =>
    `${n} sur ${all} ${isOne ? 'demande' : 'demandes'}`,
  ofReferrals: (n: string, all: string, isOne: boolean) =>
    `${n} sur ${all} ${isOne ? 'orientation' : 'orientations'}`,
  noRequests: 'aucune demande',
  noReferrals: 'aucune orientation',
  byOutcome: 'Ce que deviennent les demandes',
  byLevel: 'Par éloignement numérique',
  byService: 'Par besoin',
  byFate: 'Ce que deviennent les orientations',
  fate: 'Suite',
  outcome: 'Issue',
  level: 'Niveau',
  service: 'Besoin',
  count: 'Demandes',
  share: 'Part',
  total: 'Total',
  notMeasured: 'Non mesuré',
  noService: 'Besoin non nommé',
  progress: {
    title: 'Le chemin parcouru',
    way: 'Depuis la première mesure',
    people: 'Personnes',
    tooFew: (n: number) =>
      `Moins de ${n} personnes sur cette période : rien n’est montré, pour que nul ne soit reconnu.`,
    notTold: 'non dit',
    keptBack: (n: number) =>
      `« Non dit » : moins de ${n} personnes, ou un nombre qui laisserait deviner un autre.`,
  },
  coop: {
    title: 'Fichier pour La Coop',
    what: 'Une ligne par demande, avec les mots de La Coop de la médiation numérique : thématiques, autonomie, structure de redirection, commune de l’appelant. Sans nom, sans numéro, sans note.',
    notFor:
      'Pour votre propre usage. Ne le publiez pas : dans une petite commune, une ligne peut désigner quelqu’un.',
    download: { xlsx: 'Classeur (.xlsx)', csv: 'Tableau (.csv)' },
  },
  empty: 'Aucun appel clos sur cette période',
  emptyHelp: 'Un appel compte ici dès que sa fiche est close. Essayez une période plus longue.',
  failed: 'Les chiffres n’ont pas pu être lus',
  failedSafe: 'Rien n’est perdu : les appels sont dans le registre.',
  refresh: 'Actualiser',
};
