import type { DisputedDays } from '#src/hours';
import type { RankingWeights } from '#src/venues';
import { of } from './of.ts';

const weightNames: Record<keyof RankingWeights, { readonly label: string; readonly help: string }> =
  {
    wishNotMetKm: {
      label: 'Souhait que le lieu ne remplit pas',
      help: 'Pour chaque souhait auquel la fiche dit non.',
    },
    wishUnknownKm: {
      label: 'Souhait dont la fiche ne dit rien',
      help: 'Pour chaque souhait à demander au lieu.',
    },
    noFreeSlotKm: {
      label: 'Aucun créneau libre connu',
      help: 'Dans les quatorze jours, ou pas d’agenda.',
    },
    hoursUnknownKm: {
      label: 'Horaires inconnus',
      help: 'Absents de la fiche, ou pas compris.',
    },
    staleRecordKm: {
      label: 'Fiche ancienne',
      help: 'De plus de douze mois, ou sans date.',
    },
    referralKm: {
      label: 'Personne déjà orientée',
      help: 'Pour chacune des quatorze derniers jours\u00a0: les lieux égaux reçoivent à tour de rôle.',
    },
  };

/** What the administrator decides for the whole installation. */
const installation = {
  title: 'Réglages',
  navigation: 'Réglages',
  lead: 'Ces choix valent pour tous les postes.',
  save: 'Enregistrer',
  undo: 'Annuler les changements',
  unsaved: 'Changements non enregistrés',
  saved: 'Les réglages sont enregistrés',
  failed: 'Les réglages n’ont pas été enregistrés',
  failedSafe: 'Vos changements sont toujours là, et les postes gardent les réglages d’avant.',
  readFailed: 'Les réglages n’ont pas pu être lus',
  readFailedSafe: 'Les postes gardent ceux qu’ils ont.',

  holidays: 'Jours fériés sur lesquels les sources diffèrent',
  holidaysWhere:
    'Le Vendredi saint et le 21 juillet (fête de Victor Schœlcher), en Guadeloupe, en Martinique, à Saint-Barthélemy et à Saint-Martin. L’usage les chôme\u00a0; ni le code du travail ni le calendrier de l’État ne les citent.',
  holidayChoices: {
    'to-check': {
      label: 'À vérifier',
      hint: 'Le poste dit «\u00a0à vérifier\u00a0» pour ces jours, sauf si le lieu annonce ses horaires des jours fériés. C’est le choix livré.',
    },
    holiday: {
      label: 'Fériés',
      hint: 'Ces jours sont traités comme le 14 juillet ou le 15 août.',
    },
    'working-day': {
      label: 'Ouvrés',
      hint: 'Le poste annonce les horaires habituels du lieu.',
    },
  } satisfies Record<DisputedDays, { label: string; hint: string }>,

  venueReminders: {
    title: 'Relances aux lieux',
    help: 'Un lieu qui ne répond pas à une demande est relancé. Les jours se comptent sans les samedis, les dimanches et les jours fériés du lieu.',
    reminder: (n: number) => (n === 1 ? 'Première relance, après' : `${n}ᵉ relance, après`),
    unit: 'jours ouvrés',
    add: 'Ajouter une relance',
    remove: 'Retirer la dernière',
    end: 'Puis la demande s’arrête, après',
    endAlone: 'La demande s’arrête après',
    endHelp: 'Elle revient alors au téléconseiller, avec le lieu suivant.',
  },

  plan: 'Fond de carte',
  planTiles: 'Afficher le plan de l’IGN',
  planTilesHint:
    'Rues et bâtiments sous les lieux. Chaque poste demande alors à data.geopf.fr les carrés de carte qu’il regarde\u00a0: l’IGN voit son adresse réseau et la zone affichée, jamais un nom ni un appel.',
  planOff:
    'Sans lui, les contours livrés suffisent, et aucun poste ne sort du réseau. Un poste déjà ouvert suit ce choix une fois sa page rechargée.',

  weights: 'Classement des lieux',
  weightsLead:
    'Le classement part de la distance à vol d’oiseau. Chaque défaut l’allonge d’autant de kilomètres\u00a0: un lieu plus loin, mais qui convient mieux, passe devant.',
  weightNames,
  shipped: (km: string) => `Livré\u00a0: ${km}.`,
  kilometres: 'km',
  reset: 'Revenir aux poids livrés',

  preview: 'Aperçu',
  previewHelp: 'Choisissez une commune et un besoin\u00a0: les dix premiers lieux, avant et après.',
  before: 'En service',
  after: 'Avec vos changements',
  same: 'Vos changements ne déplacent aucun des dix premiers.',
  noChange: 'Changez un poids pour voir ce qui bouge.',
  none: 'Aucun lieu ici pour ce besoin.',
  up: (n: number) => (n === 1 ? 'monte d’une place' : `monte de ${n} places`),
  down: (n: number) => (n === 1 ? 'descend d’une place' : `descend de ${n} places`),
  enters: 'entre dans les dix',
  leaves: 'sort des dix',
  cost: 'En tout',
  costOf: {
    distance: 'de distance',
    'no-free-slot': 'sans créneau libre',
    'hours-unknown': 'horaires inconnus',
    'hours-not-understood': 'horaires pas compris',
    'record-stale': 'fiche ancienne',
    'record-undated': 'fiche sans date',
  },
  referrals: (n: number) =>
    n === 1 ? '1 personne déjà orientée' : `${n} personnes déjà orientées`,
};

/** The administrator's pages: who works on the line, and what holds for all. */
export const settings = {
  title: 'Comptes',
  navigation: 'Comptes',
  add: 'Ajouter un compte',
  name: 'Prénom et nom',
  email: 'Adresse e-mail',
  role: 'Rôle',
  territories: 'Territoires',
  allTerritories: 'tous',
  noTerritory: 'aucun',
  venue: 'Lieu',
  venueHelp: 'Tapez le nom du lieu ou de sa commune.',
  venueMissing: 'Un médiateur reçoit dans un lieu\u00a0: choisissez-le.',
  territoryMissing: 'Choisissez au moins un territoire.',
  password: 'Mot de passe de départ',
  passwordHelp:
    'Au moins 12 caractères. Donnez-le de vive voix\u00a0; il n’est plus montré ensuite.',
  created: (name: string) => `Compte ${of(name)} ajouté`,
  failed: 'Le compte n’a pas été ajouté',
  failedSafe: 'Ce que vous avez tapé est toujours là.',
  emailTaken: 'Cette adresse a déjà un compte.',
  listFailed: 'Les comptes n’ont pas pu être lus',
  empty: 'Vous êtes le seul compte',
  emptyHelp:
    'Ajoutez un téléconseiller pour prendre des appels, un médiateur pour recevoir les demandes.',
  installation,
};
