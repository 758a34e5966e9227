import type { ScriptVersionView } from '#src/contract';
import { exampleWords, findings } from './scripts-findings.ts';
import { form } from './scripts-form.ts';

const versionStates: Record<ScriptVersionView['state'], string> = {
  published: 'en service',
  finalizing: 'se termine',
  archived: 'archivée',
  offered: 'proposée',
};

/** What a new script says, in the author's language. */
const skeletonWords = {
  welcome: 'Accueil',
  closing: 'Au revoir',
  hello: 'Bonjour',
  helloSay: 'Bonjour, vous êtes au service d’aide au numérique. Je vous écoute.',
  listened: 'La personne a dit pourquoi elle appelle',
  goodbye: 'Au revoir',
  goodbyeSay: 'Merci de votre appel. Bonne journée.',
};

/** What a new step says. */
const firstWords = {
  yes: 'Oui',
  no: 'Non',
  unknown: 'Ne sait pas',
  goOn: 'Continuer',
  found: 'Rendez-vous pris, ou demande envoyée',
  notFound: 'Aucun lieu ne convient',
};

const list = {
  title: 'Scripts',
  navigation: 'Scripts',
  lead: 'Ce que disent les téléconseillers, et où mène chaque réponse.',
  failed: 'Les scripts n’ont pas pu être lus',
  failedSafe: 'Les appels en cours gardent le leur.',
  script: 'Script',
  inUse: 'En service',
  draft: 'Brouillon',
  lines: 'Lignes',
  shipped: 'livrée avec le programme',
  publishedBy: (author: string, date: string) => `par ${author}, le ${date}`,
  never: 'jamais mis en service',
  finalizing: (version: string, calls: number) =>
    `La version ${version} se termine\u00a0: ${calls === 1 ? '1 appel en cours' : `${calls} appels en cours`}`,
  draftBy: (author: string, when: string) => `De ${author}, ${when}`,
  when: (date: string, clock: string) => `le ${date} à ${clock}`,
  noDraft: 'aucun',
  noLine: 'aucune',
  runBy: (scripts: string) => `Se déroule dans ${scripts}`,
  behind: (scripts: string) =>
    `${scripts} suit encore sa version d’avant\u00a0: ouvrez-le et mettez-le de nouveau en service.`,
  whichScript: 'Le script de chaque ligne',
  whichScriptHelp:
    'Les appels en cours finissent avec le leur\u00a0; les suivants prennent celui-ci.',
  lineChanged: (line: string, script: string) => `${line} suit maintenant «\u00a0${script}\u00a0»`,
  lineFailed: 'Le script de la ligne n’a pas changé',
  lineSafe: 'Les appels suivent toujours le même.',
  new: 'Nouveau script',
  newTitle: 'Comment s’appelle-t-il\u00a0?',
  newTitleMissing: 'Donnez-lui un titre.',
  from: 'Partir',
  fromEmpty: 'd’un script vide',
  fromEmptyHint: 'un bonjour et un au revoir, à compléter',
  fromCopy: 'd’un script existant',
  fromFile: 'd’un fichier',
  fromFileHint: 'un tableau XLSX ou CSV, ou un fichier JSON',
  copyWhich: 'Script à copier',
  fileNoScript: 'Ce fichier n’est pas un script.',
  create: 'Créer',
  createFailed: 'Le script n’a pas été créé',
  createSafe: 'Ce que vous avez choisi est toujours là.',
};

const workshop = {
  back: 'Tous les scripts',
  failed: 'Le script n’a pas pu être lu',
  failedSafe: 'Ce que vous avez écrit sur ce poste y reste.',
  unreadable: 'Ce brouillon ne peut pas être montré',
  unreadableNext: 'Sa forme n’est pas celle d’un script. Abandonnez-le, ou importez un fichier.',
  version: (version: string) => `version ${version}`,
  asPublished: 'Sans changement',
  save: {
    saved: 'Brouillon enregistré',
    waiting: 'Gardé sur ce poste…',
    saving: 'Enregistrement…',
    offline: 'Gardé sur ce poste, le serveur ne répond pas',
    refused: 'Gardé sur ce poste, pas enregistré',
    conflict: 'Gardé sur ce poste, à départager',
  },
  refused: 'Le serveur n’a pas pris le brouillon',
  refusedSafe: 'Tout ce que vous avez écrit est gardé sur ce poste.',
  saveAgain: 'Enregistrer de nouveau',
  conflict: 'Quelqu’un a enregistré ce brouillon entre-temps',
  conflictSafe: 'Rien n’est perdu\u00a0: le vôtre est sur ce poste, le sien est au serveur.',
  conflictNext: 'Choisissez lequel continue. L’autre revient par «\u00a0Annuler\u00a0».',
  conflictBy: (author: string, when: string) => `Le sien est de ${author}, ${when}.`,
  keepMine: 'Continuer avec le mien',
  takeTheirs: 'Continuer avec le sien',
  tookTheirs: 'Vous voyez le brouillon de votre collègue. Ctrl Z rend le vôtre.',
  undo: 'Annuler',
  redo: 'Rétablir',
  more: 'Autres actions',
  import: 'Importer un fichier…',
  imported: 'Le fichier remplace le brouillon. Ctrl Z le rend.',
  importedNothing: 'Ce fichier n’est pas un script. Le brouillon n’a pas changé.',
  exportAs: {
    xlsx: 'Exporter en XLSX',
    csv: 'Exporter en CSV',
    json: 'Exporter en JSON',
  },
  exportUnsound: 'Corrigez d’abord les champs vides\u00a0: un script inachevé ne s’exporte pas.',
  discard: 'Abandonner le brouillon…',
  formPane: 'Étape choisie',
  sidePane: 'Vérifier, essayer, comparer',
  steps: 'Étapes',
  addStep: 'Étape',
  asList: 'Liste',
  asGraph: 'Plan',
  find: 'Chercher une étape',
  found: (n: number) => (n < 2 ? `${n} étape` : `${n} étapes`),
  nothingFound: 'Aucune étape ne contient ces mots.',
  wholeScript: 'Le script entier',
  wholeScriptHint: 'titre, rubriques, exemples',
  withoutSection: 'Aiguillages',
  start: 'début',
  checks: 'Vérification',
  try: 'Essayer',
  versions: 'Versions',
  tryUnsound: 'Corrigez d’abord les erreurs',
  tryUnsoundNext:
    'L’essai suit le script comme un appel\u00a0: il faut que chaque réponse mène quelque part.',
  tryLead:
    'Suivez le script comme un appel, avec ce que vous venez d’écrire. Rien n’est enregistré.',
  tryStart: 'Commencer un essai',
  keptExample: 'L’essai est gardé parmi les exemples',
};

const publish = {
  open: 'Mettre en service',
  byAdministrator: 'Un administrateur met en service.',
  title: 'Mettre en service',
  lead: 'Les appels qui commencent ensuite suivent cette version. Ceux qui sont en cours finissent avec la leur.',
  changes: 'Ce qui change',
  first: 'C’est la première version de ce script.',
  version: 'Numéro de version',
  versionWhy: (needed: string) => `Ces changements demandent au moins ${needed}.`,
  versionWrong: 'Trois nombres séparés par des points, comme 1.2.0.',
  reason: 'Pourquoi ce changement\u00a0?',
  reasonHelp: 'Une phrase, que liront vos collègues.',
  reasonMissing: 'Dites en une phrase pourquoi.',
  unsound: (n: number) =>
    n === 1
      ? 'Une erreur empêche de mettre en service'
      : `${n} erreurs empêchent de mettre en service`,
  unsoundNext: 'Voyez «\u00a0Vérification\u00a0», à droite.',
  confirm: 'Mettre en service',
  done: (title: string, version: string) =>
    `«\u00a0${title}\u00a0» est en service en version ${version}`,
  failed: 'La version n’a pas été mise en service',
  failedSafe: 'Le brouillon est gardé, et les appels suivent la version d’avant.',
  refused: 'La vérification du serveur a trouvé\u00a0:',
  discardTitle: 'Abandonner le brouillon\u00a0?',
  discardBody: 'Tout ce qui a changé depuis la version en service est effacé, pour tous.',
  discardNew: 'Ce script n’a jamais été en service\u00a0: il disparaît.',
  discardKeep: 'Le garder',
  discardConfirm: 'Abandonner le brouillon',
  discarded: 'Le brouillon est abandonné',
  discardFailed: 'Le brouillon n’a pas été abandonné',
};

const versions = {
  none: 'Aucune version en service',
  noneHelp: 'La première paraîtra ici.',
  states: versionStates,
  openCalls: (n: number) => (n === 1 ? '1 appel en cours' : `${n} appels en cours`),
  compare: 'Comparer',
  before: 'La version',
  after: 'avec',
  draft: 'le brouillon',
  failed: 'Cette version n’a pas pu être lue',
  unreadable: 'Le brouillon ne peut pas être comparé tant qu’un champ est vide.',
  onPlan: 'Le plan montre ce qui est ajouté, changé et retiré.',
};

const impact = {
  lead: 'Les appels déjà clos, suivis avec le brouillon.',
  run: 'Regarder les appels passés',
  waiting: 'Lecture des appels passés…',
  failed: 'Les appels passés n’ont pas pu être lus',
  none: 'Aucun appel clos n’a encore suivi ce script.',
  calls: (n: number, shown: string) => (n === 1 ? '1 appel clos' : `${shown} appels clos`),
  period: (from: string, to: string) => `du ${from} au ${to}`,
  same: 'finissent de même',
  elsewhere: 'finissent ailleurs',
  unfinished: 'auraient eu une question de plus',
  partings: 'Où les chemins se séparent',
  parting: (n: number) => (n === 1 ? '1 appel' : `${n} appels`),
};

/** Editing scripts: the library, the workshop, and the way to the line. */
export const scripts = {
  list,
  workshop,
  publish,
  versions,
  impact,
  form,
  findings,
  exampleWords,
  skeletonWords,
  firstWords,
};
