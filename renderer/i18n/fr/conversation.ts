import type { ColleagueState } from '#src/contract';
import type { QualityWarning } from '../../telephony/softphone.port.ts';

const warnings: Record<QualityWarning, string> = {
  'own-voice-cut': 'Votre voix arrive coupée : rapprochez-vous du Wi-Fi, ou branchez le câble.',
  'other-voice-cut': 'Vous entendez mal la personne : le réseau est faible. Faites répéter.',
  delayed: 'Les voix arrivent en retard : laissez un silence avant de répondre.',
  'own-silence': 'Votre micro n’entend rien : vérifiez le casque, et son bouton muet.',
};

const colleagueStates: Record<ColleagueState, string> = {
  free: 'disponible',
  'on-call': 'en appel',
  pause: 'en pause',
  training: 'en formation',
  'wrap-up': 'termine une fiche',
  off: 'absent',
};

/** What is done to the voices of a call, and who else is in it. */
export const conversation = {
  controls: 'Commandes de l’appel',
  mute: 'Muet',
  muted: 'Micro coupé : personne ne vous entend.',
  hold: 'Attente',
  resume: 'Reprendre',
  keypad: 'Clavier',
  bringIn: 'Passer',
  record: {
    start: 'Enregistrer',
    pause: 'Suspendre',
    resume: 'Enregistrer',
    on: 'Enregistré',
    paused: 'Enregistrement suspendu',
    stopped: 'Pas d’enregistrement',
    say: 'Dites-le : « Notre conversation est enregistrée. »',
    pausedSay: 'Rien n’est enregistré tant que vous ne reprenez pas.',
  },
  states: {
    joining: 'Connexion…',
    held: 'En attente',
    reconnecting: 'Reconnexion…',
  },
  heldSays: 'Musique d’attente',
  warnings,
  reconnecting: 'Le réseau a faibli. L’appel n’est pas perdu : la voix revient seule.',
  away: {
    title: 'Votre voix n’est plus dans l’appel.',
    waiting: 'La personne est toujours là : la ligne vous rappelle.',
    ringing: 'La personne est toujours là.',
    join: 'Revenir dans l’appel',
  },

  pad: {
    title: 'Clavier du téléphone',
    help: 'Chiffres, * et # : du clavier aussi.',
    sent: 'Touches envoyées',
    none: 'rien encore',
  },

  choose: {
    title: 'Passer l’appel, ou demander de l’aide',
    colleague: 'Un collègue disponible',
    loading: 'Qui est disponible…',
    nobody: 'Aucun collègue n’est disponible.',
    failed: 'La liste des collègues n’a pas pu être lue.',
    busy: (names: string) => `Pas disponibles : ${names}`,
    named: (name: string, state: string) => `${name} (${state})`,
    states: colleagueStates,
    number: 'Ou un numéro',
    numberHelp: 'Celui d’un service, d’un proche.',
    numberNotAllowed:
      'Ce numéro ne peut pas être appelé d’ici\u00a0: il est à l’étranger, ou surtaxé. Un numéro d’urgence peut l’être.',
    badNumber: 'Ce numéro n’est pas complet, ou n’existe pas.',
    whom: 'Choisissez un collègue, ou écrivez un numéro.',
    talkFirst: 'Lui parler d’abord',
    talkFirstSays: 'La personne attend en musique.',
    together: 'L’ajouter à la conversation',
    pass: 'Passer sans parler',
    passSays: 'À un collègue, la fiche part avec l’appel. À un numéro, elle reste avec vous.',
  },

  passed: (name: string) => `Appel passé à ${name}, avec sa fiche.`,
  passedOn: 'Passé par un collègue',

  parties: {
    label: 'Aussi dans l’appel',
    colleague: 'Votre collègue',
    rings: 'sonne',
    joined: 'en ligne',
    pass: (who: string) => `Passer à ${who}`,
    leaveTogether: 'Les laisser ensemble',
    talkTogether: 'Parler à trois',
    remove: (who: string) => `Raccrocher avec ${who}`,
  },

  asked: {
    label: 'Un collègue vous appelle',
    asks: (name: string) => `${name} demande votre aide`,
    with: (name: string) => `Avec ${name}`,
    answer: 'Répondre',
    later: 'Pas maintenant',
    leave: 'Quitter la conversation',
  },

  second: {
    label: 'Un autre appel',
    rings: (number: string) => `Un autre appel sonne : ${number}`,
    hangUpFirst: 'Raccrocher et le voir',
    leave: 'Le laisser à un collègue',
  },

  wrapUp: {
    left: 'Il reste',
    toWrite: 'pour la fiche',
    extend: 'Prolonger',
  },
};
