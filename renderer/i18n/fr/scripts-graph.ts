/** What a node is marked with, beside its icon. */
const marks = {
  error: 'erreur',
  warning: 'à revoir',
  added: 'ajoutée',
  removed: 'retirée',
  changed: 'changée',
  passed: 'passée',
  current: 'ici',
};

/** What the words of a way out are on the graph. */
const exits = {
  otherwise: 'sinon',
  next: 'ensuite',
  again: (times: number | undefined) =>
    times === undefined ? 'encore' : `encore, ${times} fois au plus`,
  unnamed: 'réponse sans mots',
  about: (subject: string, condition: string) => `${subject}\u00a0: ${condition}`,
  atLeast: (n: number) => (n === 1 ? '1 réponse ou plus' : `${n} réponses ou plus`),
  not: (condition: string) => `pas (${condition})`,
  group: (condition: string) => `(${condition})`,
  and: ' et ',
  or: ' ou ',
  unwritten: 'condition à écrire',
};

/** What a step is called that is not said in a call. */
const silent = {
  after: (what: string) => `selon ${what}`,
  again: (title: string) => `reprendre à ${title}`,
};

/** The script as a graph. */
const graph = {
  label: 'Plan du script',
  steps: 'Étapes, dans l’ordre du plan',
  keys: 'Flèche bas\u00a0: où mène la première réponse. Flèche haut\u00a0: d’où l’on vient. Gauche, droite\u00a0: l’étape voisine. Début\u00a0: le début. Entrée\u00a0: ouvrir l’étape.',
  drawing: 'Le plan se dessine…',
  start: 'Début',
  leadsTo: (ways: string) => `Mène à ${ways}.`,
  way: (target: string, answers: string) => `${target} (${answers})`,
  ends: 'L’appel finit ici.',
  answers: (n: number) => `${n} réponses`,
  nowhere: 'suite à choisir',
  missing: 'n’existe pas',
  /** A way out that leads to no step, read aloud. */
  missingStep: (id: string) => `une étape qui n’existe pas, ${id}`,
  tools: 'Vue du plan',
  closer: 'Agrandir',
  farther: 'Réduire',
  whole: 'Voir tout le plan',
  centre: 'Centrer sur l’étape choisie',
};

/** Walking the script as a call. */
const trial = {
  again: 'Recommencer',
  leave: 'Arrêter l’essai',
  orientation:
    'En appel, on cherche ici un lieu et un créneau. Pour l’essai, dites ce qui en sort.',
  ends: 'L’appel finit\u00a0:',
  keep: 'Garder comme exemple',
  keepSays: 'La vérification rejouera ces réponses à chaque changement.',
  kept: 'Gardé comme exemple',
  soFar: 'Ce que l’appel sait',
  time: 'temps de parole',
  level: 'niveau',
  levels: 'niveaux possibles',
  card: 'fiche solution',
};

/** The script as a graph, and trying it out. */
export const scriptsGraph = { marks, exits, silent, graph, trial };
