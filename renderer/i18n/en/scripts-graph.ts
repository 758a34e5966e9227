import type { scriptsGraph as french } from '../fr/scripts-graph.ts';

const exits: typeof french.exits = {
  otherwise: 'otherwise',
  next: 'then',
  again: (times) => (times === undefined ? 'again' : `again, ${times} times at most`),
  unnamed: 'answer without words',
  is: (question, answer) => `${question}: ${answer}`,
  atLeast: (question, n) => `${question}: ${n} answers or more`,
  compares: (question, comparison, value) => `${question}: ${comparison} ${value}`,
  fact: (fact, value) => `${fact}: ${value}`,
  not: (condition) => `not (${condition})`,
  group: (condition) => `(${condition})`,
  and: ' and ',
  or: ' or ',
  unwritten: 'condition to be written',
};

export const scriptsGraph: typeof french = {
  exits,
};
