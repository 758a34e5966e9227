import type { QueueLine, QueueRefusal } from '#src/contract';
import { of } from './of.ts';

const refusals: Record<QueueRefusal, string> = {
  'not-waiting': 'Cet appel n’attend plus\u00a0: quelqu’un l’a pris, ou la personne a raccroché.',
  'already-on-a-call': 'Vous êtes déjà en appel. Terminez-le, puis recommencez.',
  'not-live': 'Cette conversation est terminée.',
  'not-listened-to':
    'Cette ligne ne permet pas l’écoute. Un administrateur la permet dans «\u00a0Lignes\u00a0».',
};

const openings: Record<QueueLine['opening'], string> = {
  open: 'Ouverte',
  'outside-hours': 'Hors horaires',
  'closed-by-hand': 'Fermée à la main',
};

/** The board of who waits, for who leads the queue, and what advisers see of it. */
export const queue = {
  title: 'File d’attente',
  navigation: 'File',
  readFailed: 'La file d’attente n’a pas pu être lue',
  readFailedSafe: 'Les appels continuent de sonner chez les conseillers disponibles.',

  waiting: 'En attente',
  waitingDetail: (back: number) =>
    back === 0
      ? 'personnes en ligne'
      : back === 1
        ? 'dont 1 à rappeler'
        : `dont ${back} à rappeler`,
  waitingDefinition:
    'Appels reçus que personne n’a encore pris\u00a0: la personne est en ligne, ou a raccroché en gardant sa place pour être rappelée.',
  longest: 'Attente la plus longue',
  longestDefinition:
    'Temps écoulé depuis l’arrivée de l’appel qui attend depuis le plus longtemps, rappels compris.',
  nobody: 'personne',
  free: 'Libres',
  freeOf: (n: number) => (n < 2 ? `sur ${n} présent` : `sur ${n} présents`),
  freeDefinition:
    'Conseillers disponibles, à leur poste, sans appel en main ni fiche à terminer. Les présents sont ceux dont le poste est ouvert et qui ne sont pas absents.',
  level: 'Niveau de service\u00a0:',
  levelOf: (answered: string, counted: string) => `${answered} sur ${counted} aujourd’hui`,
  levelNone: 'aucun appel compté aujourd’hui',
  levelDefinition:
    'Niveau de service\u00a0: part des appels du jour décrochés dans le délai voulu par la ligne. Comptent les appels décrochés, et ceux que la personne a abandonnés après plus de 5\u00a0secondes\u00a0; ni les rappels, ni les appels reçus hors horaires ou en trop. Le jour commence à minuit, heure de Paris.',
  within: (seconds: number) => `en moins de ${seconds}\u00a0s`,

  calls: 'Appels qui attendent',
  noCalls: 'Personne n’attend',
  noCallsHelp: 'Le prochain appel apparaîtra ici de lui-même.',
  place: 'Place',
  since: 'Attente',
  line: 'Ligne',
  state: 'État',
  waits: 'Attend',
  callsBack: 'Rappel à son tour',
  ringsAt: (name: string) => `Sonne chez ${name}`,
  isFirst: 'En premier',
  first: 'Passer devant',
  take: 'Prendre',
  acts: 'Gestes',
  putFirst: 'L’appel passe devant',
  taken: 'L’appel sonne chez vous',
  notDone: 'Ce n’est pas fait',
  refusals,

  lines: 'Lignes',
  openings,
  opensAt: (day: string, clock: string) => `ouvre ${day} à ${clock}`,
  waitingOn: (n: number) => (n < 2 ? `${n} en attente` : `${n} en attente`),
  close: 'Fermer la ligne',
  open: 'Rouvrir la ligne',
  closeTitle: (name: string) => `Fermer «\u00a0${name}\u00a0»\u00a0?`,
  closeSays:
    'Qui appelle entend que le service est fermé, et peut demander à être rappelé. Les appels qui attendent déjà gardent leur place.',
  closed: (name: string) => `${name}\u00a0: ligne fermée`,
  opened: (name: string) => `${name}\u00a0: ligne rouverte`,

  noLine: 'Aucune ligne téléphonique n’est reliée',
  noLineHelp:
    'Les appels d’une ligne Twilio ou SIP attendent ici leur tour. Un administrateur en ajoute une dans «\u00a0Lignes\u00a0». Les lignes saisies à la main et d’entraînement n’ont pas de file.',

  advisers: 'Conseillers',
  advisersHelp: 'Par ordre alphabétique. Aucun nombre d’appels par personne n’est compté ici.',
  noAdvisers: 'Aucun conseiller sur vos territoires',
  noAdvisersHelp: 'Un administrateur ajoute des comptes, et leur donne un territoire.',
  sinceClock: (clock: string) => `depuis ${clock}`,
  nextPresence: (word: string) => `puis\u00a0: ${word.toLowerCase()}`,
  isRinging: 'Ça sonne',
  isFree: 'Libre',
  isDeskClosed: 'Poste fermé',

  listen: 'Écouter',
  stopListening: 'Ne plus écouter',
  listenTitle: (name: string) => `Écouter l’appel ${of(name)}\u00a0?`,
  listenSays:
    'Vous entendez et n’êtes pas entendu. Le conseiller le voit à l’écran tant que vous écoutez\u00a0; la personne en a été prévenue au début de l’appel.',
  listening: 'Vous allez entendre la conversation',
  listeningEnded: 'Vous n’écoutez plus',
  listened: (name: string) => `${name} écoute cet appel`,
  listenedSays: 'La personne a été prévenue au début de l’appel.',

  home: {
    title: 'Ce qui attend',
    none: 'Personne n’attend.',
    count: (n: number) => (n < 2 ? `${n} appel attend` : `${n} appels attendent`),
    longest: 'Depuis',
  },
};
