import type { search as french } from '../fr/search.ts';

export const search: typeof french = {
  stopped: {
    title: 'The search has stopped on this computer',
    safe: 'What you entered is kept.',
    next: 'Start it again: the venues are still here, even without a network.',
  },
};
