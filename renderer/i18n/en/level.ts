import type { level as french } from '../fr/level.ts';

export const level: typeof french = {
  why: (level, clauses) => `${level}: ${clauses.join('; ')}.`,
  who: { first: 'the person', again: 'she or he' },
  because: {
    seul: (who, deeds) => `${who} did this without help: ${deeds}`,
    aide: (who, deeds) => `${who} had help with this: ${deeds}`,
    non: (who, deeds) => `${who} did not do this: ${deeds}`,
    nsp: (who, deeds) => `${who} could not tell about this: ${deeds}`,
  },
  period: (clause) => `in the last three months ${clause}`,
  next: {
    asking: (min, max) => {
      if (max === 1) return 'One more question, and the level is known.';
      const questions = min === max ? `${max} more questions` : `${min} to ${max} more questions`;
      return `${questions}: they stop as soon as the level cannot change any more.`;
    },
    gateClosed: 'The other questions do not arise: they are about what is done on the Internet.',
    spared: (n) =>
      n === 1
        ? 'One question was spared: it could not change the level any more.'
        : `${n} questions were spared: they could not change the level any more.`,
    allAsked: 'All the questions were asked.',
  },

  override: {
    open: 'Correct the level',
    change: 'Look at the correction',
    help: 'The measured level is kept beside it. The venue and the figures go by your correction; the script goes on by the answers.',
    level: 'The level that seems right to you',
    reason: 'Why',
    reasons: {
      'says-less': 'Says less than is done',
      'says-more': 'Says more than is done',
      'answered-for-another': 'Answered for somebody else',
      'not-understood': 'Did not understand the questions',
      other: 'Another reason',
    },
    words: 'The reason, in a few words',
    wordsHelp: 'The venue reads it. Write nothing that names anybody.',
    save: 'Correct',
    takeBack: 'Keep the measured level',
    done: (level) => `Level corrected: ${level.toLowerCase()}`,
    takenBack: 'The measured level counts again',
    yours: (reason) => `corrected by you: ${reason}`,
    byAdviser: (reason) => `corrected by the adviser: ${reason}`,
    measured: 'Measured',
    fallen: 'Your correction counts no more: the answers give another level.',
  },

  rates: {
    title: 'Levels corrected, by question asked',
    means:
      'A question whose level is often corrected may be asked badly, or understood badly. Nobody is named; nothing is shown of fewer than 11 calls, nor what would give it away, and shares are rounded.',
    reading: 'Reading the corrections…',
    none: 'No level measured in this period.',
    question: 'Question',
    asked: 'Calls',
    corrected: 'Corrected',
    nearer: 'Less distant',
    farther: 'More distant',
    reasons: 'Why',
    few: 'not shown',
    atLeast: (n) => `${n} or more`,
  },
};
