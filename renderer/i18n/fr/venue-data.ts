import type { VenueImportOutcome } from '#src/contract';
import type {
  FlagReason,
  RejectionReason,
  RepairReason,
  standardColumns,
  Venue,
} from '#src/venues';

type ImportFailure = Exclude<VenueImportOutcome['code'], 'published' | 'waiting' | 'not-newer'>;

/** What happened, and what to do about it. The detail (a line, a status) is the hub's. */
const failures: Record<ImportFailure, { readonly title: string; readonly next: string }> = {
  unreadable: {
    title: 'Le fichier n’a pas pu être ouvert',
    next: 'Il est peut-être abîmé ou incomplet. Téléchargez-le de nouveau, puis renvoyez-le.',
  },
  'not-text': {
    title: 'Ce n’est pas un fichier de texte',
    next: 'Depuis un tableur, enregistrez la feuille au format CSV (UTF-8), puis envoyez ce CSV.',
  },
  'not-csv': {
    title: 'Les lignes du fichier ne se lisent pas comme un tableau',
    next: 'Corrigez la ligne indiquée (souvent un guillemet qui n’est pas fermé), puis renvoyez le fichier.',
  },
  'not-json': {
    title: 'Le fichier JSON est mal formé',
    next: 'Demandez au producteur un fichier complet, ou envoyez la version CSV.',
  },
  'missing-columns': {
    title: 'Il manque des colonnes obligatoires',
    next: 'Vérifiez que c’est bien un fichier «\u00a0lieux de médiation numérique\u00a0», avec sa ligne de titres.',
  },
  'no-venue': {
    title: 'Aucune fiche du fichier ne décrit un lieu',
    next: 'Toutes les lignes ont été refusées, ou il n’y en a pas. Vérifiez les colonnes obligatoires.',
  },
  'too-large': {
    title: 'Le fichier est trop gros',
    next: 'Envoyez-le compressé (.gz), ou limité à votre région.',
  },
  'address-refused': {
    title: 'Cette adresse n’est pas acceptée',
    next: 'Donnez une adresse publique en https, celle du fichier lui-même.',
  },
  'address-unreachable': {
    title: 'L’adresse ne répond pas',
    next: 'Vérifiez l’adresse et la connexion du serveur, ou envoyez le fichier à la main.',
  },
  'address-failed': {
    title: 'L’adresse n’a pas donné de fichier',
    next: 'Ouvrez-la dans un navigateur\u00a0: le fichier a peut-être changé de place.',
  },
  interrupted: {
    title: 'La lecture s’est arrêtée avant la fin',
    next: 'Rien n’a changé. Recommencez\u00a0; si cela se répète, le journal du serveur dit pourquoi.',
  },
};

/** Where and why, of the failures whose detail a person can use; the others' is for support. */
const details: Partial<Record<ImportFailure, (detail: string) => string>> = {
  'missing-columns': (columns) => `Colonnes qui manquent\u00a0: ${columns}.`,
  'not-csv': (line) => `Ligne ${line} du fichier.`,
  'too-large': (bytes) => `La limite est de ${Math.round(Number(bytes) / 1_000_000)}\u00a0Mo.`,
  'address-failed': (status) => `Le serveur de cette adresse a répondu ${status}.`,
};

/** The columns of the standard, as one says them on the telephone. */
const columns: Record<(typeof standardColumns)[number], string> = {
  id: 'Identifiant',
  pivot: 'SIRET ou RNA',
  nom: 'Nom',
  commune: 'Commune',
  code_postal: 'Code postal',
  code_insee: 'Code INSEE',
  adresse: 'Adresse',
  complement_adresse: 'Complément d’adresse',
  latitude: 'Latitude',
  longitude: 'Longitude',
  typologie: 'Type de structure',
  telephone: 'Téléphone',
  courriels: 'E-mail',
  site_web: 'Site web',
  horaires: 'Horaires',
  presentation_resume: 'Présentation courte',
  presentation_detail: 'Présentation longue',
  source: 'Producteur',
  itinerance: 'Itinérance',
  structure_parente: 'Structure parente',
  date_maj: 'Date de mise à jour',
  services: 'Services',
  publics_specifiquement_adresses: 'Publics',
  prise_en_charge_specifique: 'Prise en charge particulière',
  frais_a_charge: 'Prix',
  dispositif_programmes_nationaux: 'Programmes nationaux',
  formations_labels: 'Formations et labels',
  autres_formations_labels: 'Autres formations et labels',
  modalites_acces: 'Façon d’entrer en contact',
  modalites_accompagnement: 'Façon d’accompagner',
  fiche_acces_libre: 'Fiche Acceslibre',
  prise_rdv: 'Adresse de prise de rendez-vous',
};

const rejected: Record<RejectionReason, string> = {
  missing: 'La case est vide alors qu’elle est obligatoire. La fiche n’est pas reprise.',
  malformed: 'La valeur n’a pas la forme attendue. La fiche n’est pas reprise.',
  repeated: 'Une fiche plus haut a le même identifiant. La seconde n’est pas reprise.',
  nested: 'Une case contient un objet au lieu d’un texte. La fiche n’est pas reprise.',
  'cell-count': 'La ligne a plus ou moins de cases que la ligne de titres. Elle n’est pas reprise.',
};

const repaired: Record<RepairReason, string> = {
  spaces: 'Des espaces étaient de trop. Ils sont retirés.',
  'leading-zero': 'Le zéro du début manquait, souvent perdu par un tableur. Il est remis.',
  cedex: 'Une mention CEDEX est remplacée par la commune et son code postal.',
  'decimal-comma': 'La virgule décimale est remplacée par un point.',
  'phone-format': 'Le numéro est réécrit avec l’indicatif du pays (+33, +262…).',
  'mayotte-prefix': 'Un numéro de Mayotte était écrit comme aux Comores. L’indicatif est corrigé.',
  'first-of-several': 'Plusieurs numéros dans une seule case\u00a0: le premier est gardé.',
  spelling:
    'La casse, l’accent ou l’apostrophe diffère de la liste officielle. Le mot est réécrit.',
  'former-name': 'Un nom de l’ancienne version du standard est remplacé par le nouveau.',
  'former-column':
    'La colonne est celle d’une ancienne version du standard. Ses valeurs sont reprises à leur nouvelle place.',
  separator: 'Des points-virgules séparaient les valeurs. Ils sont remplacés.',
  'french-hours': 'Des horaires en français sont réécrits dans le format d’OpenStreetMap.',
  'date-format': 'La date est réécrite sous la forme année-mois-jour.',
};

const flagged: Record<FlagReason, string> = {
  malformed: 'La valeur est mal écrite. Elle est mise de côté.',
  'unknown-value': 'La valeur n’est pas dans la liste du standard. Elle est mise de côté.',
  'no-successor':
    'Ce nom de l’ancienne version du standard n’a plus d’équivalent. Il est mis de côté.',
  placeholder: 'Une suite de zéros tient lieu de numéro. Elle est mise de côté.',
  'wrong-checksum': 'La clé du SIRET est fausse\u00a0: un chiffre a été mal recopié.',
  'unknown-commune': 'Cette commune n’est pas connue. La fiche n’a pas de commune sûre.',
  'contradicts-postcode':
    'Le code INSEE ne va pas avec le code postal. La commune est dite douteuse.',
  'contradicts-commune': 'Le code postal ne va pas avec la commune nommée.',
  'unknown-postcode': 'Aucune commune n’a ce code postal.',
  incomplete: 'Il n’y a que la latitude ou que la longitude. La position n’est pas utilisée.',
  'out-of-range': 'La valeur sort des bornes. La position n’est pas utilisée.',
  'null-island': 'Latitude 0, longitude 0\u00a0: la position n’a pas été remplie.',
  swapped: 'Latitude et longitude semblent échangées. La position n’est pas utilisée.',
  'far-from-commune': 'La position est loin de la commune. Elle n’est pas utilisée.',
  'in-future': 'La date est dans le futur. L’âge de la fiche n’est pas connu.',
  'default-date':
    'La date est celle d’une machine sans horloge. L’âge de la fiche n’est pas connu.',
  'not-understood': 'Le texte n’est pas compris avec certitude. Il est montré tel quel.',
  'reversed-range':
    'Une plage horaire finit avant de commencer. Les horaires ne sont pas utilisés.',
  'empty-range': 'Une plage horaire a une durée nulle. Les horaires ne sont pas utilisés.',
  'overlapping-ranges': 'Deux plages horaires se chevauchent. Elles sont réunies.',
  'test-record': 'La fiche ressemble à un essai. Le poste le dit au téléconseiller.',
  'too-long': 'Le texte est trop long. Il est mis de côté.',
};

const counts = {
  read: 'Fiches lues',
  accepted: 'Acceptées',
  rejected: 'Refusées',
  repaired: 'Réparées',
  flagged: 'À vérifier',
  duplicates: 'Doublons',
};
type CountName = keyof typeof counts;

const definitions: Record<CountName, string> = {
  read: 'Les lignes du fichier, sans celle des titres. Lues = acceptées + refusées.',
  accepted: 'Les fiches qui décrivent un lieu, et que le fichier apporte au poste.',
  rejected:
    'Les lignes sans nom, commune, adresse, code postal, identifiant ou date lisibles\u00a0: ce ne sont pas des lieux.',
  repaired:
    'Parmi les acceptées\u00a0: au moins une valeur a été réécrite, avec certitude. Par exemple un numéro de téléphone remis en forme.',
  flagged:
    'Parmi les acceptées\u00a0: au moins une valeur n’est pas sûre. Elle est mise de côté ou dite douteuse, jamais devinée.',
  duplicates:
    'Parmi les acceptées\u00a0: un même lieu décrit par plusieurs fiches. Le poste n’en montre qu’une, avec tous ses producteurs.',
};

/** Fields of a venue whose change is told. */
const changedFields: Partial<Record<keyof Venue, string>> = {
  pivot: 'SIRET ou RNA',
  name: 'nom',
  commune: 'commune',
  postcode: 'code postal',
  communeCode: 'code INSEE',
  address: 'adresse',
  addressComplement: 'complément d’adresse',
  position: 'position',
  phone: 'téléphone',
  emails: 'e-mail',
  websites: 'site web',
  hoursText: 'horaires',
  summary: 'présentation courte',
  detail: 'présentation longue',
  typologies: 'type de structure',
  parentStructure: 'structure parente',
  sources: 'producteurs',
  itinerant: 'itinérance',
  updatedOn: 'date de mise à jour',
  services: 'services',
  publics: 'publics',
  specialCare: 'prise en charge particulière',
  fees: 'prix',
  programmes: 'programmes nationaux',
  labels: 'labels',
  otherLabels: 'autres labels',
  accessModes: 'façon d’entrer en contact',
  supportModes: 'façon d’accompagner',
  bookingUrl: 'prise de rendez-vous',
  accessibilityUrl: 'accessibilité',
  doubts: 'doutes',
  withdrawnOn: 'retrait',
};

const plural = (isOne: boolean, one: string, several: string) => (isOne ? one : several);

/** What one would say to a producer on the telephone. */
const shortfalls = {
  withoutHours: (n: string, isOne: boolean) =>
    `${n} ${plural(isOne, 'fiche', 'fiches')} sans horaires`,
  hoursNotUnderstood: (n: string, isOne: boolean) =>
    `${n} ${plural(isOne, 'fiche dont les horaires ne sont pas compris', 'fiches dont les horaires ne sont pas compris')}`,
  doubtfulPosition: (n: string, isOne: boolean) =>
    `${n} ${plural(isOne, 'position douteuse', 'positions douteuses')}`,
  withoutPosition: (n: string, isOne: boolean) =>
    `${n} ${plural(isOne, 'fiche', 'fiches')} sans position sur la carte`,
  withoutContact: (n: string, isOne: boolean) =>
    `${n} ${plural(isOne, 'fiche', 'fiches')} sans téléphone, e-mail, site ni rendez-vous en ligne`,
  stale: (n: string, isOne: boolean) =>
    `${n} ${plural(isOne, 'fiche', 'fiches')} sans date, ou de plus de douze mois`,
};

/** The administrator's page of the venues' file: what is used, what waits, and how good it is. */
export const venueData = {
  title: 'Fichier des lieux',
  navigation: 'Fichier',
  refresh: 'Actualiser',
  failed: 'L’état du fichier n’a pas pu être lu',
  failedSafe: 'Les postes gardent les lieux qu’ils ont.',

  current: 'En service',
  origin: 'Origine',
  importedAt: 'Lu le',
  at: (day: string, clock: string) => `${day} à ${clock}`,
  none: 'Aucun lieu en service',
  noneHelp: 'Envoyez un fichier au standard «\u00a0lieux de médiation numérique\u00a0».',
  report: 'Voir la qualité des fiches',
  standard: 'Télécharger au standard (CSV)',
  counts,
  definitions,

  waiting: 'En attente de votre décision',
  waitingHelp: 'Ce fichier est lu et vérifié. Les postes ne l’utilisent pas encore.',
  first: 'C’est le premier fichier\u00a0: tous ses lieux sont nouveaux.',
  changes: 'Ce qui change',
  noChange: 'Rien ne change\u00a0: les mêmes lieux, avec les mêmes informations.',
  added: (n: string, isOne: boolean) => `${n} ${plural(isOne, 'nouveau lieu', 'nouveaux lieux')}`,
  changed: (n: string, isOne: boolean) => `${n} ${plural(isOne, 'lieu change', 'lieux changent')}`,
  gone: (n: string, isOne: boolean) =>
    `${n} ${plural(isOne, 'lieu disparaît', 'lieux disparaissent')}`,
  withdrawn: (n: string, isOne: boolean) =>
    plural(
      isOne,
      'Un d’eux reste connu, car un rendez-vous, un agenda ou un compte en dépend\u00a0: il n’est plus proposé, et son médiateur est prévenu.',
      `${n} d’entre eux restent connus, car des rendez-vous, des agendas ou des comptes en dépendent\u00a0: ils ne sont plus proposés, et leurs médiateurs sont prévenus.`,
    ),
  kept: 'gardé, n’est plus proposé',
  listed: (n: string, all: string) => `Les ${n} premiers sont nommés, sur ${all}.`,
  differenceFailed: 'La liste de ce qui change n’a pas pu être lue',
  changedFields,
  otherField: 'autre information',
  shrinks: (share: string, before: string, after: string) =>
    `Il y aurait ${share} de lieux en moins\u00a0: ${after} au lieu de ${before}`,
  shrinksUnknown: 'Il y aurait bien moins de lieux qu’aujourd’hui',
  shrinksWhy: 'Un fichier coupé en route, ou limité à une région, ressemble à cela.',
  shrinksConfirm: 'J’ai vérifié\u00a0: ces lieux doivent disparaître',
  publish: 'Mettre en service',
  publishHelp: 'Les postes le reçoivent aussitôt, sans coupure.',
  discard: 'Écarter ce fichier',
  published: (origin: string) => `«\u00a0${origin}\u00a0» est en service`,
  discarded: (origin: string) => `«\u00a0${origin}\u00a0» est écarté`,
  decisionFailed: 'La décision n’a pas été prise en compte',

  send: 'Envoyer un fichier',
  sendHelp:
    'CSV ou JSON au standard «\u00a0lieux de médiation numérique\u00a0», même compressé (.gz).',
  drop: 'Déposez le fichier ici, ou',
  choose: 'Choisir un fichier',
  chooseOther: 'Choisir un autre fichier',
  start: 'Envoyer',
  file: (name: string, size: string) => `${name}, ${size}`,
  nothingChanges: 'Rien n’est mis en service sans votre accord.',
  sending: (name: string) => `Envoi de «\u00a0${name}\u00a0»`,
  reading: (origin: string) => `Lecture de «\u00a0${origin}\u00a0»`,
  readingHelp:
    'Vous pouvez quitter cette page\u00a0: la lecture continue. Un seul fichier à la fois.',
  stop: 'Arrêter l’envoi',
  sendFailed: 'Le fichier n’est pas parti',
  busy: 'Un fichier est en cours de lecture. Attendez qu’il soit lu.',
  stillSafe: 'Les lieux en service n’ont pas changé.',
  nothingYet: 'Rien n’a été enregistré.',
  details,
  forSupport: (detail: string) => `Pour l’assistance\u00a0: ${detail}`,
  failedFrom: (origin: string, when: string) => `«\u00a0${origin}\u00a0», ${when}.`,
  failures,

  address: 'Chercher à une adresse',
  url: 'Adresse du fichier',
  urlHelp:
    'Celle du fichier national est stable. Rien n’est demandé tant que la recherche est arrêtée.',
  urlWrong: 'Une adresse commence par https:// et désigne un fichier.',
  isOn: 'Chercher chaque nuit',
  isOnHelp: 'Le serveur ne télécharge que si le fichier a changé. S’il rétrécit, il vous attend.',
  saveAddress: 'Enregistrer',
  addressSaved: 'L’adresse est enregistrée',
  addressFailed: 'L’adresse n’est pas enregistrée',
  fetch: 'Chercher maintenant',
  fetchFirst: 'Enregistrez d’abord l’adresse.',
  fetchFailed: 'La recherche n’a pas commencé',
  checkedAt: (when: string) => `Dernière recherche le ${when}`,
  neverChecked: 'Jamais cherché.',
  outcomes: {
    published: 'Un nouveau fichier est en service.',
    waiting: 'Un fichier attend votre décision.',
    'not-newer': 'Rien de plus récent à cette adresse.',
  },

  quality: {
    title: 'Qualité des fiches',
    back: 'Fichier des lieux',
    lead: (origin: string, when: string) => `«\u00a0${origin}\u00a0», lu le ${when}`,
    filters: 'Producteur et département',
    source: 'Producteur',
    departement: 'Département',
    sourceFilter: 'Chercher un producteur',
    departementFilter: 'Nom ou numéro du département',
    noSource: 'Producteur non indiqué',
    noDepartement: 'Inconnu',
    hours: 'Horaires à revoir',
    position: 'Position à revoir',
    stale: 'Plus d’un an',
    total: 'Total',
    totalOf: (shown: string, all: string) => `Total de ${shown} lignes sur ${all}`,
    reconciles: 'Ces totaux sont ceux du fichier.',
    failed: 'Le rapport n’a pas pu être lu',
    gone: 'Ce fichier n’est plus gardé\u00a0: un autre l’a remplacé.',
    empty: 'Aucune ligne ne correspond',
    emptyHelp: 'Essayez un autre producteur, ou effacez un filtre.',
    overall: 'Ce qui manque aux fiches',
    summary: 'À dire au producteur',
    nothing: 'Rien à signaler\u00a0: les fiches sont complètes et à jour.',
    shortfalls,
    kinds: {
      flagged: 'À corriger\u00a0: valeurs douteuses',
      rejected: 'À corriger\u00a0: fiches refusées',
      repaired: 'Réparé ici, à corriger à la source',
    },
    times: 'Fois',
    field: 'Champ',
    what: 'Ce qui a été trouvé',
    row: 'La fiche entière',
    download: 'Télécharger les constats (CSV)',
    copy: 'Copier le résumé',
    copied: 'Le résumé est copié',
    copyFailed: 'Le résumé n’a pas pu être copié',
    messageFirst: (source: string, departement: string, origin: string) =>
      `Fiches de ${source}, ${departement} (fichier ${origin})`,
    columns,
    reasons: { rejected, repaired, flagged },
    otherReason: (reason: string) => `Autre constat (${reason}).`,
  },
};
