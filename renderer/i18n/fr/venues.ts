import type { Service, VenueDoubt, Wish } from '#src/venues';
import { filters } from './venue-filters.ts';
import { hours } from './venue-hours.ts';
import { sheet } from './venue-sheet.ts';

/** What help is asked for, as it follows "Aide pour". */
const serviceNames: Record<Service, string> = {
  'Aide aux démarches administratives': 'les démarches',
  'Maîtrise des outils numériques du quotidien': 'apprendre les bases',
  'Insertion professionnelle via le numérique': 'trouver un emploi',
  'Utilisation sécurisée du numérique': 'la sécurité en ligne',
  'Parentalité et éducation avec le numérique': 'les enfants et l’école',
  'Loisirs et créations numériques': 'les loisirs et la création',
  'Compréhension du monde numérique': 'comprendre le numérique',
  'Accès internet et matériel informatique': 'un accès à Internet',
  'Acquisition de matériel informatique à prix solidaire': 'un ordinateur à petit prix',
};

/** A wish as it follows "Aide": `gratuite`. */
const wishes: Record<Wish, string> = {
  free: 'gratuite',
  individual: 'en tête à tête',
  'by-appointment': 'sur rendez-vous',
  'walk-in': 'sans rendez-vous',
  remote: 'à distance',
  'comes-to-you': 'qui se déplace',
  'motor-disability': 'avec un handicap moteur',
  deafness: 'avec une surdité',
  'visual-impairment': 'avec une déficience visuelle',
  'mental-disability': 'avec un handicap mental',
  illiteracy: 'sans savoir lire ou écrire',
  english: 'en anglais',
  'other-languages': 'dans une autre langue',
  'young-people': 'pour les jeunes',
  students: 'pour les étudiants',
  families: 'pour les familles',
  seniors: 'pour les aînés',
  women: 'pour les femmes',
};

/** What a venue says that it does. */
const wishesMet: Record<Wish, string> = {
  free: 'Gratuit',
  individual: 'En tête à tête',
  'by-appointment': 'Sur rendez-vous',
  'walk-in': 'Sans rendez-vous',
  remote: 'Aide à distance',
  'comes-to-you': 'Se déplace',
  'motor-disability': 'Accueille un handicap moteur',
  deafness: 'Accueille une surdité',
  'visual-impairment': 'Accueille une déficience visuelle',
  'mental-disability': 'Accueille un handicap mental',
  illiteracy: 'Aide à lire et à écrire',
  english: 'Parle anglais',
  'other-languages': 'Parle d’autres langues',
  'young-people': 'Pour les jeunes',
  students: 'Pour les étudiants',
  families: 'Pour les familles',
  seniors: 'Pour les aînés',
  women: 'Pour les femmes',
};

/** The wish as a noun, where the record says no or nothing. */
const wishNouns: Record<Wish, string> = {
  free: 'gratuité',
  individual: 'tête-à-tête',
  'by-appointment': 'rendez-vous',
  'walk-in': 'accueil sans rendez-vous',
  remote: 'aide à distance',
  'comes-to-you': 'déplacement',
  'motor-disability': 'accueil d’un handicap moteur',
  deafness: 'accueil d’une surdité',
  'visual-impairment': 'accueil d’une déficience visuelle',
  'mental-disability': 'accueil d’un handicap mental',
  illiteracy: 'aide à lire et à écrire',
  english: 'accueil en anglais',
  'other-languages': 'accueil dans une autre langue',
  'young-people': 'accueil des jeunes',
  students: 'accueil des étudiants',
  families: 'accueil des familles',
  seniors: 'accueil des aînés',
  women: 'accueil des femmes',
};

const doubts: Record<VenueDoubt, string> = {
  'position-doubtful': 'Position douteuse\u00a0: vérifiez l’adresse.',
  'commune-doubtful': 'Commune douteuse\u00a0: vérifiez l’adresse.',
  'date-doubtful': 'Fiche sans date sûre.',
  'test-record': 'Fiche d’essai\u00a0: ce lieu n’existe peut-être pas.',
};

/** The pages that search venues: the words of a list, of a map and of a venue's card. */
export const venues = {
  nav: 'Lieux',
  title: 'Lieux d’aide numérique',
  sentence: {
    helpFor: 'Aide pour',
    anyService: 'tout besoin',
    within: 'à moins de',
    anyDistance: 'toute distance',
    of: 'de',
    service: 'Besoin',
    distance: 'Distance',
    commune: 'Commune',
    communePlaceholder: 'Commune ou code postal',
    addWish: 'Ajouter',
    addWishLabel: 'Ajouter un souhait',
    removeWish: (wish: string) => `Retirer\u00a0: ${wish}`,
  },
  filters,
  sheet,
  kilometres: (km: number) => `${km}\u00a0km`,
  serviceNames,
  wishes,
  wishesMet,
  byRoad: (distance: string, minutes: number) => {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    const time =
      hours === 0
        ? `${rest}\u00a0min`
        : `${hours}\u00a0h${rest === 0 ? '' : `\u00a0${String(rest).padStart(2, '0')}`}`;
    return `Par la route\u00a0: ${distance}, environ ${time}.`;
  },
  wishNotMet: (wish: Wish) =>
    `Pas de ${wishNouns[wish]}`.replace(/^Pas de (?=[aeiouyéh])/, 'Pas d’'),
  wishUnknown: (wish: Wish) => `${wishNouns[wish]} à demander`,
  wishesUnknown: (asked: readonly Wish[]) =>
    `À demander\u00a0: ${asked.map((wish) => wishNouns[wish]).join(', ')}`,
  doubts,
  found: (n: number, hasMore: boolean) =>
    n === 0 ? 'Aucun lieu' : n === 1 ? '1 lieu' : hasMore ? `${n} premiers lieux` : `${n} lieux`,
  listLabel: 'Lieux, les plus utiles d’abord',
  order: 'les plus utiles d’abord',
  more: 'Montrer plus de lieux',
  none: {
    title: 'Aucun lieu à cette distance',
    filteredTitle: 'Aucune fiche ne dit tout cela à cette distance',
    body: 'Aucun lieu connu n’offre cette aide dans ce rayon.',
    widen: (km: string) => `Chercher jusqu’à ${km}`,
  },
  territories: {
    title: 'Voir sur la carte',
    names: {
      mainland: 'Hexagone et Corse',
      corsica: 'Corse',
      971: 'Guadeloupe',
      972: 'Martinique',
      973: 'Guyane',
      974: 'La Réunion',
      975: 'Saint-Pierre-et-Miquelon',
      976: 'Mayotte',
      977: 'Saint-Barthélemy',
      978: 'Saint-Martin',
      986: 'Wallis-et-Futuna',
      987: 'Polynésie française',
      988: 'Nouvelle-Calédonie',
    },
  },
  noCommune: {
    title: 'De quelle commune partons-nous\u00a0?',
    body: 'Écrivez le nom de la commune ou son code postal. La liste et la carte suivent.',
  },
  notLoaded: {
    title: 'La liste des lieux n’est pas encore sur ce poste',
    next: 'Elle se charge à la première connexion au serveur, puis reste ici hors ligne.',
  },
  loading: 'Chargement des lieux…',
  setAside: (n: number) => (n === 1 ? '1 lieu écarté' : `${n} lieux écartés`),
  remote: (n: number) => (n === 1 ? '1 lieu aide à distance' : `${n} lieux aident à distance`),
  setAsideReasons: {
    unplaced: (n: number) =>
      n === 1 ? '1 position inconnue ou douteuse' : `${n} positions inconnues ou douteuses`,
    leftOut: (n: number) =>
      n === 1 ? '1 ne répond pas aux critères' : `${n} ne répondent pas aux critères`,
  },
  hours,
  record: {
    fresh: (month: string) => `Fiche ${/^[aeiouéèh]/i.test(month) ? 'd’' : 'de '}${month}.`,
    stale: (year: string, hasPhone: boolean) =>
      hasPhone ? `Fiche de ${year}\u00a0: téléphonez avant.` : `Fiche de ${year}, à vérifier.`,
    undated: 'Fiche sans date\u00a0: téléphonez avant.',
  },
  reasons: {
    noPhone: 'Sans téléphone.',
    positionUnknown: 'Position inconnue\u00a0: vérifiez l’adresse.',
    freeSlot: (day: string, time: string) => `Créneau dès ${day} à ${time}.`,
    recentReferrals: (n: number) =>
      n === 1 ? '1 personne envoyée depuis 14 jours.' : `${n} personnes envoyées depuis 14 jours.`,
    receivesNobody: 'Ne reçoit pas de public.',
    withdrawn: (day: string) => `Retiré de la liste nationale le ${day}\u00a0: téléphonez avant.`,
    severalSources: (names: string) => `Fiches de ${names}.`,
  },
  /** A venue that takes appointments here, in a few words on the list. */
  fees: { free: 'Gratuit', conditional: 'Gratuit sous condition', paid: 'Payant' },
  accessModes: {
    'walk-in': 'se présenter',
    telephone: 'téléphoner',
    mail: 'écrire',
    'online-booking': 'rendez-vous en ligne',
    'no-public': 'ne reçoit pas de public',
    'prescription-by-mail': 'fiche envoyée par un professionnel',
  },
  supportModes: {
    'on-your-own': 'en autonomie',
    individual: 'en tête à tête',
    workshop: 'en atelier',
    remote: 'à distance',
  },
  card: {
    label: 'Fiche du lieu',
    address: 'Adresse',
    phone: 'Téléphone',
    email: 'Courriel',
    website: 'Site',
    hours: 'Horaires',
    services: 'Services',
    fees: 'Prix',
    access: 'Accès',
    support: 'Accompagnement',
    care: 'Accueil particulier',
    programmes: 'Programmes',
    accessibility: 'Accessibilité',
    accessibilityLink: 'Fiche Acceslibre',
    booking: 'Rendez-vous',
    bookingLink: 'Prise de rendez-vous en ligne',
    itinerant: 'Lieu itinérant\u00a0: demandez où il passe.',
    source: 'Origine de la fiche',
    publics: 'Publics',
    labels: 'Labels',
    summary: 'Présentation',
    parent: 'Structure',
    updated: (ago: string) => `Fiche mise à jour ${ago}.`,
    updatedStale: (ago: string, hasPhone: boolean) =>
      hasPhone
        ? `Fiche mise à jour ${ago}\u00a0: vérifiez par téléphone.`
        : `Fiche mise à jour ${ago}, sans téléphone\u00a0: à vérifier.`,
    thisMonth: 'ce mois-ci',
    unknownHours: 'Aucun horaire dans la fiche.',
    rawHours: 'Le texte de la fiche n’est pas clair, à vérifier\u00a0:',
    nextDays: 'Les sept jours qui viennent',
    unknown: 'Non indiqué',
    choose: 'Choisissez un lieu',
    chooseBody: 'Dans la liste, avec les flèches ou les chiffres 1 à 9, ou sur la carte.',
  },
  map: {
    label: 'Carte des lieux. La liste dit la même chose.',
    skip: 'Passer la carte',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    fit: 'Revoir tous les lieux',
    asTheCrowFlies: 'Distances à vol d’oiseau',
    attribution: 'IGN Admin Express 2018, Licence Ouverte',
    noContoursHere: 'Pas de fond de carte pour ce territoire. Les distances sont justes.',
    noContours: 'Le fond de carte n’est pas sur ce poste. La liste suffit.',
    cluster: (n: number) => `${n} lieux`,
    plan: 'Plan IGN © IGN',
    pick: 'Partir d’un point de la carte',
    picking:
      'Cliquez sur un point, ou déplacez la croix avec les flèches puis Entrée. Échap annule.',
    pickHere: 'Partir de la croix',
    cancelPick: 'Annuler',
    near: (commune: string) => `près de ${commune}`,
    nearNowhere: 'un point de la carte',
    crossAt: (place: string) => `La croix est ${place}.`,
  },
};
