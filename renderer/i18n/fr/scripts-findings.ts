import type { Finding } from '#src/script';

/** Each code in a sentence that says what to do. */
const sentences: Record<Finding['code'], string> = {
  shape: 'Cette partie manque, ou n’a pas la bonne forme.',
  'unknown-target': 'Cela mène à une étape qui n’existe pas. Choisissez-en une autre.',
  unreachable: 'Aucune réponse n’y mène. Faites-y arriver un chemin, ou retirez-la.',
  'dead-end': 'D’ici, l’appel ne peut jamais finir. Faites mener une réponse vers une fin.',
  'answer-without-exit': 'Dites où cela mène.',
  'missing-nsp':
    'Ajoutez «\u00a0Ne sait pas\u00a0»\u00a0: au téléphone, c’est toujours une réponse.',
  'decision-without-otherwise': 'Dites où aller quand aucun cas n’est vrai.',
  'unknown-predicate': 'Cette condition n’est pas connue, ou va trop profond (quatre au plus).',
  'duplicate-id': 'Deux parties ont le même identifiant.',
  'duplicate-label': 'Deux réponses disent la même chose.',
  cycle: 'Cela revient en arrière sans fin. Pour reprendre plus haut, ajoutez un nouvel essai.',
  'unknown-question': 'La condition porte sur une question qui n’existe pas.',
  'unknown-option': 'La condition porte sur une réponse qui n’existe pas.',
  'condition-not-asked':
    'On peut arriver ici sans que la question ait été posée. Posez-la sur chaque chemin.',
  'unknown-model': 'Ce modèle de distance n’existe pas.',
  'unknown-card': 'Cette fiche solution n’existe pas.',
  'card-not-chosen': 'On peut arriver ici sans fiche à montrer.',
  'unknown-fact-value': 'Cette réponse ne dit rien de connu de l’appel. Choisissez sa valeur.',
  'say-too-long':
    'Plus de 220 caractères à dire d’un coup. Coupez en deux phrases, ou en deux étapes.',
  'too-many-options': 'Plus de neuf réponses\u00a0: la dernière n’aurait pas de touche.',
  'unknown-section': 'Cette rubrique n’existe pas. Choisissez-en une autre.',
  'empty-section': 'Aucune étape n’est dans cette rubrique.',
  'empty-range': 'Rien ne se trouve entre ces deux limites.',
  'compare-mismatch': 'On compare un nombre à un nombre, une date à une date.',
  'never-true': 'Cette condition n’est jamais vraie\u00a0: ce cas ne sert à rien.',
  'always-true': 'Cette condition est toujours vraie\u00a0: ce qui suit ne sert à rien.',
  'too-many-questions':
    'Plus de 25 questions sur le chemin le plus long\u00a0: l’appel serait trop long.',
  'hard-to-read': 'Difficile à suivre à l’oreille. Des mots plus courts, des phrases plus courtes.',
  'changed-without-version': 'Cela a changé\u00a0: il faut un nouveau numéro de version.',
  'version-not-later': 'Le numéro de version doit être plus grand que celui en service.',
  'version-too-small':
    'Le numéro de version ne dit pas tout ce qui change. Prenez-en un plus grand.',
  'version-taken': 'Ce numéro de version a déjà servi. Prenez-en un autre.',
  'other-script': 'Ce n’est pas le même script.',
  'example-fails': 'Cet exemple ne finit plus où il le dit.',
  'unknown-script': 'Le script à dérouler n’existe pas.',
  'script-too-deep': 'Plus de trois scripts les uns dans les autres.',
  'too-many-nodes': 'Plus de 2 000 étapes, celles des scripts qu’il lance comprises.',
  'retry-without-loop': 'Ce nouvel essai ne revient pas vers ce qui y mène.',
  'nested-retry': 'Deux nouveaux essais passent par les mêmes étapes.',
};

/** What is missing, by the part that the form shows. */
const missing: Readonly<Record<string, string>> = {
  say: 'Écrivez ce qu’il faut dire.',
  title: 'Donnez un titre court, de 80 caractères au plus.',
  label: 'Écrivez la réponse, en 80 caractères au plus.',
  section: 'Choisissez la rubrique.',
  options: 'Ajoutez une réponse.',
  cases: 'Ajoutez un cas.',
  question: 'Choisissez la question de la condition.',
  option: 'Choisissez la réponse de la condition.',
  levels: 'Cochez un niveau.',
  value: 'Dites avec quoi comparer.',
  score: 'Choisissez le repère de la condition.',
  fact: 'Choisissez ce que l’on sait de l’appel.',
  model: 'Choisissez le modèle de distance.',
  script: 'Choisissez le script à dérouler.',
  again: 'Choisissez l’étape à reprendre.',
  times: 'Dites combien de fois, de 1 à 3.',
  result: 'Dites comment l’appel se termine.',
  start: 'Choisissez la première étape.',
  sections: 'Ajoutez une rubrique.',
  version: 'Le numéro de version a trois nombres, comme 1.2.0.',
  min: 'Écrivez une limite qui convient.',
  max: 'Écrivez une limite qui convient.',
};

export const findings = {
  sentences,
  missing,
  none: 'Rien à corriger',
  noneHelp: 'Chaque réponse mène quelque part, et chaque chemin finit.',
  warningsPass: 'Un conseil n’empêche pas de mettre en service.',
  error: 'Erreur',
  warning: 'Conseil',
  whole: 'Le script entier',
  answer: (label: string) => `réponse «\u00a0${label}\u00a0»`,
  case: (n: number) => `cas ${n}`,
  inSubScript: 'dans le script qu’elle déroule',
};

/** What examples made of a try-out are called. */
export const exampleWords = {
  title: (end: string, n: number) => `${end}, essai ${n}`,
};
