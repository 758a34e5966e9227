import type { SheetCode } from '#src/script';

/** The words that a step says, by where they stand. */
const said = {
  title: 'Le titre',
  say: 'Les mots à dire',
  help: '«\u00a0À savoir\u00a0»',
  label: 'Le bouton qui fait continuer',
};

/** What is not the same in two versions of a script, in sentences. */
const difference = {
  none: 'Rien ne change',
  noneHelp: 'Les deux versions disent la même chose.',
  whole: 'Le script entier',
  count: (n: number) => (n === 1 ? '1 changement' : `${n} changements`),
  added: 'ajoutée',
  removed: 'retirée',
  /** Read aloud before words that went, or came. */
  gone: 'retiré\u00a0: ',
  come: 'ajouté\u00a0: ',
  quoted: (words: string) => `«\u00a0${words}\u00a0»`,

  scriptTitle: 'Le titre du script change.',
  start: (now: string, before: string) =>
    `L’appel commence par «\u00a0${now}\u00a0» au lieu de «\u00a0${before}\u00a0».`,
  language: (now: string, before: string) =>
    `La langue est «\u00a0${now}\u00a0» au lieu de «\u00a0${before}\u00a0».`,
  id: (now: string, before: string) =>
    `C’est un autre script\u00a0: «\u00a0${now}\u00a0» au lieu de «\u00a0${before}\u00a0».`,
  version: (now: string, before: string) => `Il passe de la version ${before} à la version ${now}.`,
  sectionAdded: (title: string) => `La rubrique «\u00a0${title}\u00a0» est ajoutée.`,
  sectionRemoved: (title: string) => `La rubrique «\u00a0${title}\u00a0» est retirée.`,
  sectionRenamed: 'Une rubrique change de titre.',
  exampleAdded: (title: string) => `L’exemple «\u00a0${title}\u00a0» est ajouté.`,
  exampleRemoved: (title: string) => `L’exemple «\u00a0${title}\u00a0» est retiré.`,
  exampleChanged: (title: string) => `L’exemple «\u00a0${title}\u00a0» change.`,
  exampleMoved: (title: string) => `L’exemple «\u00a0${title}\u00a0» change de place.`,
  subScriptAdded: (script: string) => `Le script «\u00a0${script}\u00a0» se déroule à l’intérieur.`,
  subScriptRemoved: (script: string) =>
    `Le script «\u00a0${script}\u00a0» ne se déroule plus à l’intérieur.`,
  subScriptChanged: (script: string) =>
    `Le script «\u00a0${script}\u00a0», qui se déroule à l’intérieur, change\u00a0:`,
  emptyList:
    'Une liste vide est écrite autrement dans le fichier\u00a0: rien ne change pour les appels.',

  nodeAdded: 'Cette étape est nouvelle.',
  nodeRemoved: 'Cette étape est retirée.',
  kind: (now: string, before: string) =>
    `Cette étape devient «\u00a0${now}\u00a0» au lieu de «\u00a0${before}\u00a0».`,
  words: {
    changed: (part: keyof typeof said) =>
      part === 'say' ? `${said[part]} changent.` : `${said[part]} change.`,
    added: (part: keyof typeof said) => `${said[part]} est nouveau.`,
    removed: (part: keyof typeof said) => `${said[part]} est retiré.`,
  },
  answerAdded: (label: string) => `La réponse «\u00a0${label}\u00a0» est ajoutée.`,
  answerRemoved: (label: string) => `La réponse «\u00a0${label}\u00a0» est retirée.`,
  answerWords: 'Une réponse est dite autrement.',
  answerHint: (label: string) => `La précision sous la réponse «\u00a0${label}\u00a0» change.`,
  answerValue: (label: string, now: string, before: string) =>
    `La réponse «\u00a0${label}\u00a0» dit de l’appel\u00a0: ${now}, au lieu de ${before}.`,
  answerCard: (label: string, now: string, before: string) =>
    `La fiche solution de la réponse «\u00a0${label}\u00a0»\u00a0: ${now}, au lieu de ${before}.`,
  answerAlone: (label: string) => `La réponse «\u00a0${label}\u00a0» se choisit seule.`,
  answerTogether: (label: string) =>
    `La réponse «\u00a0${label}\u00a0» peut se choisir avec d’autres.`,
  /** `before`: what it now comes after; `null`: it comes first. */
  moved: {
    section: (title: string, before: string | null) =>
      before === null
        ? `La rubrique «\u00a0${title}\u00a0» vient maintenant en premier.`
        : `La rubrique «\u00a0${title}\u00a0» vient maintenant après «\u00a0${before}\u00a0».`,
    answer: (label: string, before: string | null) =>
      before === null
        ? `La réponse «\u00a0${label}\u00a0» vient maintenant en premier.`
        : `La réponse «\u00a0${label}\u00a0» vient maintenant après «\u00a0${before}\u00a0».`,
    case: (condition: string, before: string | null) =>
      before === null
        ? `Le cas «\u00a0si ${condition}\u00a0» est maintenant regardé en premier.`
        : `Le cas «\u00a0si ${condition}\u00a0» est maintenant regardé après «\u00a0si ${before}\u00a0».`,
  },
  examples: 'Exemples',
  nothing: 'rien',

  leads: {
    answer: (label: string, now: string, before: string) =>
      `La réponse «\u00a0${label}\u00a0» mène à ${now} au lieu de ${before}.`,
    case: (condition: string, now: string, before: string) =>
      `Si ${condition}, l’appel va à ${now} au lieu de ${before}.`,
    next: (now: string, before: string) => `Ensuite, l’appel va à ${now} au lieu de ${before}.`,
    otherwise: (now: string, before: string) => `Sinon, l’appel va à ${now} au lieu de ${before}.`,
    again: (now: string, before: string) => `On reprend à ${now} au lieu de ${before}.`,
  },
  withOthers: 'la même suite que les autres',
  caseAdded: (condition: string) => `Un cas est ajouté\u00a0: si ${condition}.`,
  caseRemoved: (condition: string) => `Un cas est retiré\u00a0: si ${condition}.`,
  caseCondition: (now: string, before: string) =>
    `Un cas demande maintenant\u00a0: si ${now}, au lieu de\u00a0: si ${before}.`,
  setting: (name: string, now: string, before: string) =>
    `${name}\u00a0: ${now}, au lieu de ${before}.`,
  yes: 'oui',
  no: 'non',
};

/** What is wrong with a sheet before the script in it is looked at: what to do. */
const sheetCodes: Record<SheetCode, string> = {
  'missing-column':
    'Il manque une colonne. La première ligne doit nommer au moins\u00a0: id, text, help, answers, next.',
  'answers-and-exits':
    'Il n’y a pas autant de suites que de réponses. Mettez-en une par réponse, ou une seule pour toutes.',
  'duplicate-id': 'Cet identifiant est déjà plus haut. Donnez-en un autre.',
  'not-json': 'Les précisions (details) ne se lisent pas. Reprenez celles du tableau exporté.',
  'unreadable-sheet':
    'Ce fichier ne se lit pas comme un tableau. Enregistrez-le de nouveau, en XLSX ou en CSV.',
  'not-a-workbook': 'Ce fichier n’est ni un tableau XLSX ou CSV, ni un script en JSON.',
  'workbook-too-large':
    'Ce tableau est bien plus grand qu’un script. Gardez la feuille du script, retirez le reste.',
};

/** Reading a script from a file. */
const exchange = {
  title: 'Importer un fichier',
  lead: 'Un tableau XLSX ou CSV (une ligne par étape), ou un script en JSON. Rien ne change avant que vous confirmiez.',
  drop: 'Déposez un fichier ici',
  choose: 'Choisir un fichier',
  chooseOther: 'Choisir un autre fichier',
  reading: 'Le fichier est lu…',
  file: (name: string, size: string) => `${name}, ${size}`,
  wrong: (n: number) => (n === 1 ? 'Une cellule est à corriger' : `${n} cellules sont à corriger`),
  wrongNext: (n: number): string =>
    n === 1
      ? 'Corrigez-la dans le tableau, enregistrez-le, puis choisissez-le de nouveau.'
      : 'Corrigez-les dans le tableau, enregistrez-le, puis choisissez-le de nouveau.',
  cells: 'Cellules à corriger',
  cell: 'Cellule',
  whatToDo: 'Que faire',
  read: (n: number) => (n === 1 ? 'Le script a 1 étape.' : `Le script a ${n} étapes.`),
  keepsRest:
    'Ce que le tableau ne dit pas (titre, version, rubriques, exemples) reste comme dans le brouillon.',
  changes: (count: string, n: number) =>
    n === 0 ? 'Rien ne change par rapport au brouillon.' : `${count} par rapport au brouillon.`,
  confirm: 'Remplacer le brouillon',
  confirmNew: 'Prendre ce script',
  tooLong: 'Ce script est trop long pour un classeur. Exportez-le en CSV.',
};

/** Comparing two versions, and reading and writing files. */
export const scriptsDifference = { difference, sheetCodes, exchange };
