import type { distance as french } from '../fr/distance.ts';

export const distance: typeof french = {
  title: 'How a level is worked out',
  link: 'How a level is worked out and what it is worth',
  lead: 'A few questions on the telephone tell who can help best. Age, diploma, address and sex never enter it. What gets in the person’s way changes the venue offered, never the level.',

  questions: 'The questions',
  gate: 'First',
  gateClosed: (level, name) =>
    `“No” or “does not know” gives ${level}, ${name.toLowerCase()}, and nothing else is asked.`,
  routing: 'Then, the first series',
  branch: (counts) => `The second series, after ${counts} “yes, without help”`,

  table: 'The table',
  tableCaption: 'The level by “yes, without help”: 1st series in rows, 2nd series in columns',
  tableCorner: '1st, 2nd',
  here: 'current place',
  counts:
    'Only “yes, without help” counts, for one. The table gives the level: no weight is hidden.',
  stops:
    'The questions stop as soon as every possible answer would give the same level. Asking the rest would change nothing.',
  override:
    'The adviser who speaks with the person may say another level, with a reason. It then counts, and the measured one stays beside it.',
  monotone: 'One more thing done without help never puts anybody farther.',

  worth: 'What this level is worth',
  measured: (people) =>
    `${people} people answered a longer questionnaire, which gives them a level too. Each is placed here by a table made without them.`,
  who: 'Who',
  people: 'People',
  sameLevel: 'Same level',
  kappa: 'Weighted agreement',
  asked: 'Questions',
  everybody: 'Everybody',
  ages: (from, to) => (to === null ? `${from} and over` : `${from} to ${to}`),
  fixed: (size) => `With ${size} questions always asked`,
  kappaMeans:
    'Weighted agreement: 1 where both levels are always the same, 0 where they agree only by chance. Two levels apart weigh four times as much as one. Questions: how many are asked on average after the first.',
  farApart: (count, people) => `Two levels apart: ${count} people of ${people}.`,
  source: (survey, years) => `Answers: ${survey} ${years},`,

  profile: 'Without help, by field',
  dimensions: {
    access: 'The Internet, even a little',
    equipment: 'The device',
    communication: 'Writing to others',
    information: 'Finding out',
    procedures: 'Forms and money',
  },
  aloneOf: (alone, asked) => `${alone} of ${asked}`,

  limitsTitle: 'What these figures do not say',
  limits: {
    elsewhere: {
      name: 'Another country, other years',
      text: 'The answers are from Brazil, in 2015 and 2016. France today is not that: the model stays a version 0 until it is fitted on French answers.',
    },
    'use-not-ability': {
      name: 'What people do, not what they can do',
      text: 'People say what they did without help in the last three months. The mediator, who sees them do it, corrects.',
    },
    'agreement-not-truth': {
      name: 'Agreement, not truth',
      text: 'The level is held against that of a longer questionnaire, which holds the same questions. It is not held against what the person manages in front of a screen.',
    },
  },
};
