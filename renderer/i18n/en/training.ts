import type { StepState } from '#src/training';
import type { training as french } from '../fr/training.ts';

const states: Record<StepState, string> = {
  'as-expected': 'As expected',
  different: 'Another answer',
  skipped: 'Not asked',
  extra: 'In addition',
  'not-reached': 'Out of time',
};

export const training: typeof french = {
  pageTitle: 'Looking back at the call · Aiguillage',
  title: (name) => `Looking back at ${name}’s call`,
  private: 'For you alone: none of this enters the figures.',
  again: 'Take this call again',
  leave: 'Back to calls',

  headlines: {
    asExpected: 'The call followed its way from end to end. The person was in good hands.',
    sameEnd:
      'The call arrives at the right place, by a slightly different way. Here is where it turns.',
    cut: 'The call stopped before its end: that happens to everybody. Here is what came next.',
    otherEnd: 'The call ended otherwise. Here is where the ways part, for the next time.',
  },

  expected: 'Expected',
  given: 'Your call',

  path: 'Question by question',
  question: 'Question',
  count: (same, all) => `${same} of ${all} as expected`,
  nothingAsked: 'There was nothing to ask: the call is closed after the first words.',
  states,
  says: (words) => `“${words}”`,

  beside: 'Outcome, words and notes',
  end: 'In short',
  outcome: 'Outcome',
  need: 'Need',
  level: 'Digital distance',
  venue: 'Venue',
  wishes: 'Wishes',
  duration: 'Duration',
  none: 'nothing',
  notMeasured: 'not measured',
  someVenue: 'a venue nearby',
  about: (minutes) => `about ${minutes} min`,
  lasted: (minutes, seconds) =>
    minutes === 0 ? `${seconds} s` : `${minutes} min ${String(seconds).padStart(2, '0')}`,

  avoid: 'Say it another way',
  insteadOf: 'Rather than',
  sayInstead: 'say',
  inNote: 'in your note',

  notes: 'What was worth a note',
  yourNote: 'Your note',
  noNote: 'You noted nothing.',

  recent: 'Latest training calls',
  read: 'Read again',

  unknown: 'This training call is not at this desk',
  unknownNext: 'It is not over, or another account took it.',
  noPersona: 'The person of this call is gone',
  noPersonaNext: 'What was expected went with them. Choose another call.',
};
