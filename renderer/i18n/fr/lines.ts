import type { LineKind, UnansweredWay } from '#src/routing';

const kinds: Record<LineKind, { readonly label: string; readonly hint: string }> = {
  twilio: { label: 'Téléphone, par Twilio', hint: 'Les appels arrivent sur le poste.' },
  sip: { label: 'Téléphone, par SIP', hint: 'Par votre propre serveur de téléphonie.' },
  manual: {
    label: 'Saisie à la main',
    hint: 'Les appels sont pris sur un autre téléphone, puis saisis.',
  },
  training: { label: 'Entraînement', hint: 'Des appels joués, sans téléphone.' },
};

const unanswered: Record<UnansweredWay, { readonly label: string; readonly hint: string }> = {
  'call-back': { label: 'Être rappelé', hint: 'La personne garde sa place et raccroche.' },
  voicemail: { label: 'Laisser un message', hint: 'Le message est gardé avec l’appel.' },
};

const errors = {
  name: 'Donnez un nom à la ligne.',
  number: 'Ce numéro manque, n’est pas complet ou n’existe pas.',
  'number-taken': 'Une autre ligne téléphonique a déjà ce numéro.',
  hours: 'Ces horaires ne sont pas compris.',
  greeting: 'Écrivez ce qui est dit à la personne.',
  closed: 'Écrivez ce qui est dit hors des horaires.',
  languages: 'Choisissez au moins une langue.',
  skills: 'Une compétence tient en 60 caractères, et ne s’écrit qu’une fois.',
  widening: 'Chaque étape vient après la précédente, et demande à au moins un territoire.',
  other: 'Une information ne convient pas.',
};

/** The lines: their numbers, and how their calls wait and ring. */
export const lines = {
  title: 'Lignes',
  navigation: 'Lignes',
  lead: 'Un changement vaut tout de suite, aussi pour les appels qui attendent.',
  readFailed: 'Les lignes n’ont pas pu être lues',
  readFailedSafe: 'Les appels continuent d’arriver comme avant.',
  add: 'Ajouter une ligne',
  edit: 'Régler',
  editOf: (name: string) => `Régler ${name}`,
  unknown: 'Cette ligne n’existe pas',
  back: 'Toutes les lignes',
  line: 'Ligne',
  payer: 'Payée par',
  territory: 'Territoire',
  script: 'Script',
  noNumber: 'sans numéro',
  closedByHand: 'Fermée à la main',
  kinds,
  errors,

  identity: 'La ligne',
  newTitle: 'Nouvelle ligne',
  name: 'Nom',
  number: 'Numéro',
  numberHelp: 'Celui que composent les personnes.',
  kind: 'Ce qui porte les appels',
  stays:
    'Le type, le commanditaire et le territoire d’une ligne ne changent plus\u00a0: ses appels sont comptés pour eux. Le script se change dans «\u00a0Scripts\u00a0».',
  save: 'Enregistrer',
  create: 'Ajouter la ligne',
  undo: 'Annuler les changements',
  unsaved: 'Changements non enregistrés',
  saved: (name: string) => `${name}\u00a0: réglages enregistrés`,
  created: (name: string) => `${name}\u00a0: ligne ajoutée`,
  failed: 'La ligne n’a pas été enregistrée',
  failedSafe: 'Ce que vous avez tapé est toujours là.',
  toCorrect: 'Corrigez ce qui est marqué, puis recommencez.',

  opening: 'Horaires et paroles',
  hours: 'Horaires d’ouverture',
  hoursHelp:
    'En français, «\u00a0lundi au vendredi 9h-12h30 et 13h30-17h30, fermé les jours fériés\u00a0», ou dans l’écriture d’OpenStreetMap.',
  misread: (rule: string) => `Pas compris\u00a0: «\u00a0${rule}\u00a0».`,
  understood: 'Ce qui est compris',
  closedDay: 'fermé',
  holidays: { open: 'Ouvert aussi les jours fériés.', closed: 'Fermé les jours fériés.' },
  holidaysUnknown: 'Les jours fériés ne sont pas dits\u00a0: la ligne répond.',
  otherHours: 'Les horaires changent d’une semaine à l’autre.',
  greeting: 'Accueil',
  greetingHelp: 'Dit à chaque appel, pendant les horaires.',
  closed: 'Hors des horaires',
  closedHelp: 'Dit à qui appelle quand la ligne est fermée.',

  who: 'Qui répond',
  languages: 'Langues',
  languagesHelp: 'La première cochée vaut pour qui n’en choisit pas.',
  skills: 'Compétences demandées',
  skillsHelp:
    'Séparées par des virgules. Seuls les conseillers qui les ont toutes sont sollicités.',
  widening: 'Élargissement',
  wideningHelp:
    'Les conseillers du territoire de la ligne sont sollicités d’abord. Les autres le sont par étapes.',
  noWidening: 'Seuls les conseillers du territoire de la ligne répondent.',
  step: (n: number) => `Étape ${n}, après`,
  asks: 'On demande aussi à',
  everybody: 'tous les territoires',
  some: 'certains territoires',
  addStep: 'Ajouter une étape',
  removeStep: 'Retirer la dernière',
  seconds: 's',

  waiting: 'Attente',
  offerS: 'Sonnerie chez un conseiller',
  offerHelp: 'Puis l’appel passe au suivant.',
  answerWithinS: 'Répondre en moins de',
  answerHelp: 'Le délai du niveau de service.',
  overflowS: 'Proposer autre chose après',
  overflowHelp: 'À qui attend depuis ce temps.',
  mostWaiting: 'Appels en attente, au plus',
  mostHelp: 'Au-delà, autre chose est proposé tout de suite.',
  calls: 'appels',
  unanswered: 'Ce qui est proposé',
  unansweredWays: unanswered,
  wrapUpS: 'Temps pour terminer la fiche',
  wrapUpHelp: 'Après l’appel, rien ne sonne pendant ce temps.',
  extensionS: 'Prolongation',
  extensionHelp: 'Ce que le conseiller ajoute d’un geste.',

  voice: 'Enregistrement et écoute',
  unheard: 'Les conversations d’une ligne SIP ne sont ni enregistrées ni écoutées.',
  recorded: 'Enregistrer les conversations',
  recordedHint:
    'Annoncé à chaque appel, et mis en pause d’une touche. Réservez-le à ce qui est nécessaire\u00a0: la CNIL le demande.',
  recordingDays: 'Gardées pendant',
  days: 'jours',
  listened: 'Un superviseur peut écouter',
  listenedHint:
    'Annoncé à la personne au début de l’appel, et montré au conseiller tant que dure l’écoute.',

  scope: {
    title: (name: string) => `Appels pour ${name}`,
    edit: 'Modifier',
    editOf: (name: string) => `Modifier les appels pour ${name}`,
    knows: 'Langues et compétences',
    languages: 'Langues parlées avec les appelants',
    skills: 'Compétences',
    skillsHelp: 'Séparées par des virgules, comme elles sont écrites sur les lignes.',
    asked: (words: string) => `Demandées par les lignes\u00a0: ${words}.`,
    saved: (name: string) => `${name}\u00a0: enregistré`,
    failed: 'Ce n’est pas enregistré',
  },
};
