import type { levelPath as french } from '../fr/level-path.ts';

export const levelPath: typeof french = {
  title: 'Their levels',
  inShort: (levels) => `Their levels: ${levels.join(', then ')}`,
  moved: {
    nearer: 'Nearer to digital life than at first',
    same: 'Where they were at first',
    farther: 'Farther from digital life than at first',
  },
  where: { phone: 'on the phone', venue: 'at the venue' },
  fragile: 'fragile',

  measure: {
    open: 'Measure again',
    title: (name) => `Measure again: ${name}`,
    refused: 'The person would rather not go through it again.',
    refusedSafe: 'Nothing is noted. What was found on the phone stays as it is.',
    found: 'Level found',
    fragile: 'Fragile: too many “does not know” to lean on it alone.',
    save: 'Save this level',
    saved: (name, level) => `${name}: level ${level} saved`,
    close: 'Close',
    keptHere: 'The answers stay on this desk until the level is saved.',
  },
};
