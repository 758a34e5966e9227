import type { ScriptDocument, scriptOutcomes } from '#src/script';

type Node = ScriptDocument['nodes'][string];
type Condition = Extract<Node, { type: 'decision' }>['cases'][number]['when'];
type Comparison = Extract<Condition, { predicate: 'compare' }>['op'];

const types: Record<Node['type'], { readonly name: string; readonly hint: string }> = {
  choice: { name: 'Question à une réponse', hint: 'la personne choisit' },
  choices: { name: 'Question à plusieurs réponses', hint: 'tout ce qui convient' },
  text: { name: 'Question libre', hint: 'on note ses mots' },
  number: { name: 'Nombre', hint: 'un âge, un montant' },
  date: { name: 'Date', hint: 'un jour' },
  commune: { name: 'Commune', hint: 'où elle habite' },
  instruction: { name: 'Phrase à dire', hint: 'sans question' },
  decision: { name: 'Aiguillage', hint: 'selon ce qui a été répondu' },
  orientation: { name: 'Orientation', hint: 'choisir un lieu, prendre rendez-vous' },
  score: { name: 'Repère', hint: 'les questions de distance au numérique' },
  script: { name: 'Autre script', hint: 'il se déroule, puis revient ici' },
  retry: { name: 'Nouvel essai', hint: 'reprendre plus haut, trois fois au plus' },
  outcome: { name: 'Fin', hint: 'l’appel se termine' },
};

const predicates: Record<Condition['predicate'], string> = {
  is: 'la réponse est',
  in: 'la réponse est l’une de',
  count: 'le nombre de réponses est d’au moins',
  level: 'le niveau trouvé est',
  compare: 'le nombre ou la date est',
  fact: 'on sait de l’appel',
  not: 'il est faux que',
  all: 'toutes ces conditions sont vraies',
  any: 'une de ces conditions est vraie',
};

const comparisons: Record<Comparison, string> = {
  lt: 'moins de',
  lte: 'au plus',
  eq: 'exactement',
  gte: 'au moins',
  gt: 'plus de',
};

const facts: Record<string, string> = {
  consent: 'l’accord de la personne',
  beneficiary: 'pour qui elle appelle',
  service: 'le service demandé',
  theme: 'le sujet',
  resolution: 'le résultat du premier essai',
  obstacles: 'ce qui gêne',
  commune: 'sa commune',
  wishes: 'ses souhaits pour le lieu',
};

/** What an answer may say of the call, where no other screen names it. */
const values: Readonly<Record<string, string>> = {
  yes: 'oui',
  no: 'non',
  self: 'pour elle-même',
  other: 'pour quelqu’un d’autre',
  solved: 'réglé',
  'partly-solved': 'réglé en partie',
  unsolved: 'pas réglé',
};

const outcomes: Record<(typeof scriptOutcomes)[number], string> = {
  solved: 'Résolu au téléphone',
  'partly-solved': 'Résolu en partie',
  referred: 'Orienté vers un lieu',
  unsolved: 'Pas résolu',
};

/** The form of a step, and that of the script as a whole. */
export const form = {
  types,
  predicates,
  comparisons,
  facts,
  values,
  outcomes,
  named: (type: string, name: string) => `${type} «\u00a0${name}\u00a0»`,
  /** A step called as others are, by the answer that leads to it. */
  shared: (title: string, answer: string) => `${title} (${answer})`,

  title: 'Titre court',
  section: 'Rubrique',
  say: 'À dire',
  /** How long the words are, and how long they take. */
  sayLength: (length: number, most: number, seconds: number) =>
    `${length} caractères sur ${most}, environ ${seconds}\u00a0s à dire`,
  help: 'À savoir',
  fact: 'Ce que la réponse dit de l’appel',
  noFact: 'rien de particulier',
  showCard: 'Montrer la fiche solution choisie plus haut',
  instructionLabel: 'Le bouton qui fait continuer',
  min: 'Au moins',
  max: 'Au plus',
  unit: 'Unité',
  unitHelp: 'ans, euros…',
  numberWrong: 'Écrivez un nombre.',
  dateHelp: 'jj/mm/aaaa',
  dateWrong: 'Écrivez une date, comme 03/11/2026.',
  model: 'Modèle de distance',
  subScript: 'Script qui se déroule ici',
  again: 'Reprendre à',
  times: 'Combien de fois',
  timesUnit: 'fois',
  result: 'Comment l’appel se termine',

  arrivals: 'On y arrive par',
  arrivesFirst: 'le début de l’appel',
  noArrival: 'Rien n’y mène encore.',
  arrivalCount: (n: number) => `On y arrive par ${n} chemins`,
  arrival: (step: string, answer: string) => `${step}, «\u00a0${answer}\u00a0»`,
  otherwiseShort: 'sinon',
  afterwards: 'ensuite',
  remove: 'Retirer cette étape',
  removed: (title: string) => `«\u00a0${title}\u00a0» est retirée. Ctrl Z la rend.`,

  answers: 'Réponses',
  answer: (n: number) => `Réponse ${n}`,
  leadsTo: 'mène à',
  leadsWithOthers: 'avec les autres',
  addAnswer: 'Ajouter une réponse',
  addAnswerHelp: 'Tapez-la, puis Entrée.',
  addUnknown: 'Ajouter «\u00a0Ne sait pas\u00a0»',
  moreOfAnswer: (label: string) => `Plus, pour «\u00a0${label}\u00a0»`,
  moveUp: 'Monter',
  moveDown: 'Descendre',
  removeAnswer: 'Retirer la réponse',
  details: 'Précisions…',
  hint: 'Précision sous la réponse',
  value: 'Ce qu’elle dit de l’appel',
  card: 'Fiche solution',
  noCard: 'aucune',
  findCard: 'Chercher une fiche',
  exclusive: 'Se choisit seule',

  next: 'Ensuite',
  nowhere: 'Choisir la suite…',
  goTo: (title: string) => `Aller à «\u00a0${title}\u00a0»`,
  findStep: 'Chercher une étape',
  newStep: 'Nouvelle étape…',
  unknownStep: (id: string) => `${id} (n’existe plus)`,
  addStep: 'Ajouter une étape',
  addStepAfter: (where: string) => `Ajouter une étape après ${where}`,
  stepType: 'Que fait-elle\u00a0?',
  stepTitle: 'Titre court',
  stepTitleMissing: 'Donnez-lui un titre.',
  stepPlace: 'Elle vient après la réponse',
  alone: 'aucune pour l’instant',
  add: 'Ajouter',

  cases: 'Selon ce qui a été répondu',
  caseNumber: (n: number) => `Cas ${n}`,
  if: 'Si',
  leads: 'aller à',
  otherwise: 'Sinon, aller à',
  addCase: 'Ajouter un cas',
  removeCase: 'Retirer ce cas',
  condition: 'Condition',
  question: 'Question',
  chooseQuestion: 'Choisir une question…',
  ofQuestion: 'à',
  score: 'Repère',
  levels: 'Niveaux',
  negate: 'Inverser la condition',
  and: 'Ajouter «\u00a0et…\u00a0»',
  or: 'Ajouter «\u00a0ou…\u00a0»',
  unwrap: 'Défaire le groupe',
  moreOfCondition: 'Changer la condition',
  removeCondition: 'Retirer la condition',
  addCondition: 'Ajouter une condition',
  factIs: 'est',
  chooseValue: 'Choisir…',

  script: 'Le script entier',
  scriptTitle: 'Titre du script',
  startAt: 'L’appel commence par',
  sections: 'Rubriques',
  sectionTitle: (n: number) => `Rubrique ${n}`,
  sectionSteps: (n: number) => (n === 0 ? 'vide' : n === 1 ? '1 étape' : `${n} étapes`),
  addSection: 'Ajouter une rubrique',
  addSectionHelp: 'Tapez son titre, puis Entrée.',
  removeSection: 'Retirer la rubrique',
  examples: 'Exemples',
  examplesHelp:
    'Un appel raconté, et sa fin. La vérification le rejoue à chaque changement. Un essai peut en devenir un.',
  noExample: 'Aucun exemple.',
  exampleTitle: (n: number) => `Exemple ${n}`,
  removeExample: 'Retirer l’exemple',
  exampleAnswers: (n: number) => (n === 1 ? '1 réponse' : `${n} réponses`),
  exampleEnds: (title: string) => `finit à «\u00a0${title}\u00a0»`,
};
