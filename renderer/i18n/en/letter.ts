import type { letter as french } from '../fr/letter.ts';

export const letter: typeof french = {
  loading: 'Reading the letter…',
  notLoaded: { title: 'The letter could not be read', next: 'Try again in a moment.' },
  title: 'Letter to print',
  takenBack: {
    title: 'No longer to be sent',
    why: 'The appointment has changed since, or the person is told in another way.',
    next: 'If this letter has already left, call them.',
  },
  preview: 'Preview of the letter',
  envelope:
    'One page, in large print. Folded in three, the address shows in the window of a long envelope.',
};
