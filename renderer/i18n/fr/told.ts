import type { MessageFailure, MessageKind, MessageState } from '#src/contract';
import type { MessageChannel, MessageLanguage } from '#src/messages';

const kinds: Record<MessageKind, string> = {
  confirmation: 'Confirmation',
  'reminder-two-days': 'Rappel, deux jours avant',
  'reminder-two-hours': 'Rappel, deux heures avant',
  moved: 'Rendez-vous déplacé',
  cancelled: 'Rendez-vous annulé',
  proposal: 'Autre heure proposée',
  'earlier-offer': 'Place plus tôt',
  'venue-request': 'Demande au lieu',
  'venue-reminder': 'Relance du lieu',
  'venue-cancelled': 'Annulation, au lieu',
};

const channels: Record<MessageChannel, string> = {
  sms: 'SMS',
  email: 'E-mail',
  letter: 'Courrier',
};

const states: Record<MessageState, string> = {
  planned: 'Prévu',
  sending: 'En cours d’envoi',
  sent: 'Envoyé',
  delivered: 'Remis',
  failed: 'Échec',
  uncertain: 'Incertain',
  cancelled: 'Annulé',
  shown: 'À envoyer à la main',
  superseded: 'À ne plus envoyer',
};

const failures: Record<MessageFailure, string> = {
  'no-address': 'La fiche n’a plus de numéro ou d’adresse où l’envoyer.',
  over: 'Ce qu’il annonce est passé.',
  'no-line-number': 'Ni la ligne ni le lieu n’ont de numéro à donner pour répondre.',
  refused: 'Le numéro ou l’adresse a été refusé.',
  unreachable: 'Le service d’envoi ne répond pas.',
  undelivered: 'Parti, mais jamais arrivé.',
};

const languages: Record<MessageLanguage, string> = {
  fr: 'français',
  en: 'anglais',
  ar: 'arabe',
  uk: 'ukrainien',
  ru: 'russe',
  fa: 'persan',
  ps: 'pachto',
  ti: 'tigrinya',
};

/** What people and venues are told of an appointment, and what became of each message. */
export const told = {
  kinds,
  channels,
  states,
  failures,
  languages,
  postedLetter: 'Posté',
  count: (messages: number) => (messages === 1 ? '1 message' : `${messages} messages`),

  navigation: 'Messages',
  title: 'Messages',
  lead: 'Ce que les personnes et les lieux reçoivent de vos orientations. Sans compte d’envoi, c’est vous qui les envoyez. Ce qui reste à faire est en premier.',
  empty: 'Aucun message',
  emptyHelp: 'Ils arrivent ici dès qu’un rendez-vous est pris.',
  toDo: 'À faire',
  toDoHelp: 'À imprimer, à envoyer vous-même, ou à vérifier.',
  coming: 'À venir',
  gone: 'Partis ou annulés',

  person: 'Pour',
  what: 'Message',
  way: 'Envoi',
  due: 'Prévu le',
  fate: 'Où il en est',
  next: 'Suite',
  since: (when: string) => `depuis le ${when}`,
  at: (date: string, clock: string) => `${date} à ${clock}`,
  uncertainHelp: 'Il est peut-être parti. Vérifiez avec la personne avant de l’envoyer de nouveau.',

  read: 'Lire',
  reading: 'Lecture du message…',
  notRead: 'Le message n’a pas pu être lu',
  notReadSafe: 'Il est gardé par le serveur.',
  to: 'À',
  withoutLink:
    'Le lien personnel pour déplacer ou annuler s’ajoute à l’envoi\u00a0: il n’est montré à personne.',
  print: 'Imprimer',
  copy: 'Copier',
  copied: 'Message copié',
  openLetter: 'Ouvrir le courrier',
  posted: 'C’est posté',
  handedOver: 'C’est envoyé',
  again: 'Envoyer de nouveau',
  list: 'Messages envoyés et prévus',

  /** During the call: how the person wants to be written to. */
  choice: {
    title: 'Confirmation écrite',
    language: 'Langue des messages',
    off: 'pas encore relue',
    leavesInFrench: (language: string) =>
      `La version en ${language} n’est pas encore relue\u00a0: les messages partiront en français.`,
    sms: 'SMS',
    email: 'E-mail',
    letter: 'Courrier',
    reach: {
      mobile: 'Ce numéro reçoit les SMS.',
      'foreign-mobile': 'Numéro étranger\u00a0: le SMS devrait arriver.',
      landline: 'Pas de SMS sur un fixe.',
      special: 'Ce numéro ne reçoit pas de SMS.',
      'short-code': 'Un numéro court ne reçoit pas de SMS.',
      'not-a-number': 'Aucun numéro où envoyer un SMS.',
    },
    emailAddress: 'Adresse e-mail',
    badEmail: 'Cette adresse est incomplète. Faites-la épeler.',
    postalAddress: 'Adresse postale',
    badAddress: 'Notez l’adresse où poster le courrier.',
    letterHelp: 'Le courrier s’imprime ensuite dans «\u00a0Messages\u00a0».',
    none: 'Rien d’écrit ne partira\u00a0: dictez le rendez-vous.',
  },

  /** After the referral left: how, and where, the person is written to from now on. */
  redirect: {
    open: 'Messages à la personne',
    title: (name: string) => `Écrire autrement à ${name}`,
    help: 'Les prochains messages suivront ce choix. Si le numéro ou l’adresse change, la confirmation repart.',
    phone: 'Numéro de téléphone',
    phoneOfCaller: (name: string) => `Vide\u00a0: celui de ${name}, qui a appelé.`,
    do: 'Enregistrer',
    done: (name: string) => `Les messages à ${name} suivront ce choix.`,
  },
  postedBefore: 'Un courrier avec l’heure actuelle est déjà posté.',
  postedBeforeNext:
    'Prévenez la personne par téléphone\u00a0: le courrier qui corrige arrivera après.',

  settings: {
    title: 'Messages aux personnes',
    reminders: 'Rappeler les rendez-vous',
    remindersHint: 'Deux jours et deux heures avant, de 8 h à 20 h chez la personne.',
    translations: 'Traductions',
    translationsHelp:
      'Une traduction ne part qu’une fois relue par quelqu’un qui parle la langue. Si le texte change, elle est à relire.',
    read: 'Lire',
    readAndSign: 'Lire et signer',
    version: (language: string) => `La version en ${language}`,
    versionHelp:
      'Voici tout ce qui est écrit aux personnes. Les mots entre accolades se remplissent à l’envoi\u00a0: le nom du lieu, le jour, le numéro.',
    french: 'En français',
    translated: (language: string) => `En ${language}`,
    inMessages: 'Dans les messages',
    onPage: 'Sur la page pour déplacer ou annuler',
    kept: 'Tenue avec le programme',
    signedBy: (name: string, date: string) => `Relue par ${name} le ${date}`,
    unsigned: 'Pas relue\u00a0: les messages partent en français',
    name: 'Qui a relu\u00a0?',
    sign: 'Signer',
    takeBack: 'Retirer la signature',
    missing: 'Notez le nom de la personne qui a relu.',
    failed: 'La signature n’a pas été enregistrée',
    failedSafe: 'Rien n’a changé.',
  },
};
