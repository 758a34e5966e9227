/** What the words of a way out are on the graph. */
const exits = {
  otherwise: 'sinon',
  next: 'ensuite',
  again: (times: number | undefined) =>
    times === undefined ? 'encore' : `encore, ${times} fois au plus`,
  unnamed: 'réponse sans mots',
  is: (question: string, answer: string) => `${question} : ${answer}`,
  atLeast: (question: string, n: number) => `${question} : ${n} réponses ou plus`,
  compares: (question: string, comparison: string, value: string) =>
    `${question} : ${comparison} ${value}`,
  fact: (fact: string, value: string) => `${fact} : ${value}`,
  not: (condition: string) => `pas (${condition})`,
  group: (condition: string) => `(${condition})`,
  and: ' et ',
  or: ' ou ',
  unwritten: 'condition à écrire',
};

/** The script as a graph, and trying it out. */
export const scriptsGraph = {
  exits,
};
