import type { CallState } from '#src/calls';
import type { RecordingKind } from '#src/routing';

const kinds: Record<RecordingKind, string> = {
  voicemail: 'Message laissé',
  conversation: 'Conversation enregistrée',
};

/** What becomes of who left words. */
const callStates: Record<CallState, string> = {
  waiting: 'À rappeler à son tour',
  ringing: 'Le rappel sonne chez un conseiller',
  live: 'En ligne avec un conseiller',
  'wrap-up': 'Rappel fait, fiche à terminer',
  'call-back': 'À rappeler par son conseiller',
  closed: 'Rappel fait',
  missed: 'Numéro masqué : il est peut-être dit dans le message',
};

/** What is kept of voices, and who hears it. */
export const recordings = {
  title: 'Enregistrements',
  navigation: 'Écoutes',
  lead: 'Les enregistrements restent chez l’opérateur téléphonique, qui les efface à la date indiquée.',
  readFailed: 'Les enregistrements n’ont pas pu être lus',
  readFailedSafe: 'Rien n’est perdu : ils restent chez l’opérateur téléphonique.',

  words: 'Messages laissés',
  noWords: 'Aucun message laissé',
  noWordsHelp:
    'Quand une ligne est fermée ou que l’attente est longue, la personne peut parler ici.',
  conversations: 'Conversations',
  noConversations: 'Aucune conversation enregistrée',
  noConversationsHelp:
    'Une conversation n’est enregistrée que si sa ligne le permet et que le conseiller le demande.',

  kinds,
  callStates,
  when: (day: string, clock: string) => `${day} à ${clock}`,
  isNew: 'Pas encore écouté',
  keptUntil: (day: string) => `gardé jusqu’au ${day}`,

  listen: (length: string) => `Écouter (${length})`,
  about: (kind: string, when: string, length: string) => `${kind} ${when}, ${length}`,
  length: (minutes: number, seconds: number) =>
    [
      ...(minutes === 0 ? [] : [minutes === 1 ? '1 minute' : `${minutes} minutes`]),
      ...(seconds === 0 ? [] : [seconds === 1 ? '1 seconde' : `${seconds} secondes`]),
    ].join(' '),
  goesOn: 'Pas encore prêt : l’enregistrement est en cours.',
  nothingSaid: 'Rien n’a été enregistré.',
  beingDeleted: 'Effacement demandé : plus personne ne peut l’écouter.',
  deleted: (when: string) => `Enregistrement effacé le ${when}`,

  notHeard: 'L’enregistrement n’a pas pu être lu',
  wasDeleted: 'Il a été effacé.',
  again: 'Réessayer',

  erase: 'Effacer',
  eraseTitle: 'Effacer cet enregistrement ?',
  eraseSays: 'Plus personne ne pourra l’écouter. Cela ne se rattrape pas.',
  eraseWords: 'La personne reste à rappeler, si elle l’est encore.',
  erased: 'Enregistrement effacé',
  notErased: 'L’enregistrement n’est pas effacé',

  refusal: {
    says: 'La conversation est enregistrée. La personne peut le refuser.',
    open: 'Elle refuse',
    title: 'La personne refuse d’être enregistrée',
    asks: 'L’enregistrement s’arrête, et ne reprend plus dans cet appel. Demandez-lui si ce qui est déjà enregistré doit être effacé.',
    stop: 'Arrêter et garder',
    erase: 'Arrêter et effacer',
    stopped: 'L’enregistrement est arrêté',
    erased: 'L’enregistrement est arrêté et effacé',
  },
};
