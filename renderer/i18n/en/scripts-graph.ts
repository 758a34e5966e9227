import type { scriptsGraph as french } from '../fr/scripts-graph.ts';

const marks: typeof french.marks = {
  error: 'error',
  warning: 'to look at',
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  passed: 'passed',
  current: 'here',
};

const exits: typeof french.exits = {
  otherwise: 'otherwise',
  next: 'then',
  again: (times) => (times === undefined ? 'again' : `again, ${times} times at most`),
  unnamed: 'answer without words',
  about: (subject, condition) => `${subject}: ${condition}`,
  atLeast: (n) => (n === 1 ? '1 answer or more' : `${n} answers or more`),
  not: (condition) => `not (${condition})`,
  group: (condition) => `(${condition})`,
  and: ' and ',
  or: ' or ',
  unwritten: 'condition to be written',
};

const silent: typeof french.silent = {
  after: (what) => `by ${what}`,
  again: (title) => `back to ${title}`,
};

const graph: typeof french.graph = {
  label: 'Plan of the script',
  steps: 'Steps, in the order of the plan',
  keys: 'Down: where the first answer leads. Up: where one comes from. Left, right: the step beside. Home: the start. Enter: open the step.',
  drawing: 'Drawing the plan…',
  start: 'Start',
  leadsTo: (ways) => `Leads to ${ways}.`,
  way: (target, answers) => `${target} (${answers})`,
  ends: 'The call ends here.',
  answers: (n) => `${n} answers`,
  nowhere: 'nothing chosen',
  missing: 'does not exist',
  missingStep: (id) => `a step that does not exist, ${id}`,
  tools: 'View of the plan',
  closer: 'Larger',
  farther: 'Smaller',
  whole: 'See the whole plan',
  centre: 'Centre on the chosen step',
};

const trial: typeof french.trial = {
  again: 'Start again',
  leave: 'Stop the trial',
  orientation: 'In a call, this is where a venue and a time are found. Here, say what comes of it.',
  ends: 'The call ends:',
  keep: 'Keep as an example',
  keepSays: 'The checks will replay these answers at each change.',
  kept: 'Kept as an example',
  soFar: 'What the call knows',
  time: 'time to say it',
  level: 'level',
  levels: 'possible levels',
  card: 'solution card',
};

export const scriptsGraph: typeof french = { marks, exits, silent, graph, trial };
