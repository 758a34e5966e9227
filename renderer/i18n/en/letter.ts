import type { letter as french } from '../fr/letter.ts';

export const letter: typeof french = {
  loading: 'Reading the letter…',
  notLoaded: { title: 'The letter could not be read', next: 'Try again in a moment.' },
  title: 'Letter to print',
  preview: 'Preview of the letter',
  envelope:
    'One page, in large print. Folded in three, the address shows in the window of a long envelope.',
};
