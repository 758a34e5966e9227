/** A script as loose JSON, to be broken in tests. */
export type LooseScript = {
  start: string;
  sections: Record<string, unknown>[];
  nodes: Record<string, Record<string, unknown>>;
  [key: string]: unknown;
};

const nsp = (next: string) => ({ id: 'nsp', label: 'Ne sait pas', next });
const spoken = { section: 'only', title: 'Titre', say: 'Des mots à dire ?' };

/** A sound script with a node of every type. Fresh each time. */
export function smallScript(): LooseScript {
  return structuredClone({
    format: 'aiguillage-script/1',
    id: 'small',
    version: '1.0.0',
    language: 'fr',
    title: 'Petit script',
    start: 'hello',
    sections: [{ id: 'only', title: 'Tout' }],
    nodes: {
      hello: { type: 'instruction', ...spoken, label: 'Continuer', next: 'need' },
      need: {
        type: 'choice',
        ...spoken,
        fact: 'theme',
        options: [
          { id: 'ameli', label: 'Ameli', next: 'try', card: 'ameli-mot-de-passe' },
          { id: 'other', label: 'Autre chose', next: 'words' },
          nsp('words'),
        ],
      },
      try: {
        type: 'choice',
        ...spoken,
        fact: 'resolution',
        showCard: true,
        options: [
          { id: 'solved', label: 'Oui', next: 'solved' },
          { id: 'unsolved', label: 'Non', next: 'distance' },
          nsp('distance'),
        ],
      },
      words: { type: 'text', ...spoken, options: [nsp('distance')], next: 'distance' },
      distance: { type: 'score', section: 'only', model: 'rte@0.1.0', next: 'far' },
      far: {
        type: 'decision',
        cases: [
          { when: { predicate: 'level', score: 'distance', levels: ['E0'] }, next: 'unsolved' },
        ],
        otherwise: 'obstacles',
      },
      obstacles: {
        type: 'choices',
        ...spoken,
        fact: 'obstacles',
        options: [
          { id: 'fear', label: 'La peur' },
          { id: 'senses', label: 'La vue' },
          { id: 'none', label: 'Rien', exclusive: true },
          nsp('age'),
        ],
        next: 'age',
      },
      age: {
        type: 'number',
        ...spoken,
        min: 0,
        max: 120,
        unit: 'ans',
        options: [nsp('since')],
        next: 'since',
      },
      since: {
        type: 'date',
        ...spoken,
        min: '2000-01-01',
        options: [nsp('recent')],
        next: 'recent',
      },
      recent: {
        type: 'decision',
        cases: [
          {
            when: {
              predicate: 'all',
              of: [
                { predicate: 'compare', question: 'age', op: 'gte', value: 60 },
                { predicate: 'compare', question: 'since', op: 'lt', value: '2026-01-01' },
              ],
            },
            next: 'commune',
          },
        ],
        otherwise: 'many',
      },
      commune: {
        type: 'commune',
        ...spoken,
        fact: 'commune',
        options: [nsp('many')],
        next: 'many',
      },
      many: {
        type: 'decision',
        cases: [
          {
            when: {
              predicate: 'any',
              of: [
                { predicate: 'count', question: 'obstacles', atLeast: 2 },
                { predicate: 'not', of: { predicate: 'in', question: 'need', options: ['ameli'] } },
              ],
            },
            next: 'meet',
          },
        ],
        otherwise: 'unsolved',
      },
      meet: {
        type: 'orientation',
        ...spoken,
        options: [
          { id: 'referred', label: 'Pris', next: 'referred' },
          { id: 'declined', label: 'Refusé', next: 'unsolved' },
        ],
      },
      solved: { type: 'outcome', ...spoken, result: 'solved' },
      referred: { type: 'outcome', ...spoken, result: 'referred' },
      unsolved: { type: 'outcome', ...spoken, result: 'unsolved' },
    },
  });
}
