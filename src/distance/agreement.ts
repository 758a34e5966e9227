import { type Level, levels } from './levels.ts';

/** A level that was given, and the one that a longer questionnaire gives the same person. */
export type Judged = { readonly level: Level; readonly reference: Level };

/** How well levels that were given agree with the reference. */
export type Agreement = {
  readonly people: number;
  /** Share of people with the very level of the reference. */
  readonly accuracy: number;
  /** Cohen's kappa with quadratic weights: agreement beyond chance, far misses weighing more. */
  readonly kappa: number;
  /** People whose level is more than one step away from the reference. */
  readonly farApart: number;
};

/** Compares levels with their reference. Of nobody nothing can be said: accuracy and kappa are then 1. */
export function agreementOf(judged: readonly Judged[]): Agreement {
  const people = judged.length;
  const count = (wanted: (each: Judged) => boolean) => judged.filter(wanted).length;
  const steps = judged.map(({ level, reference }) => stepsBetween(level, reference));
  const observed = steps.reduce((sum, step) => sum + step ** 2, 0);
  let byChance = 0;
  for (const level of levels) {
    const given = count((each) => each.level === level);
    for (const reference of levels) {
      const due = count((each) => each.reference === reference);
      byChance += ((given * due) / people) * stepsBetween(level, reference) ** 2;
    }
  }
  return {
    people,
    accuracy: people === 0 ? 1 : count(({ level, reference }) => level === reference) / people,
    // Without any disagreement by chance everybody is of one level, and so is every reference.
    kappa: observed === 0 ? 1 : 1 - observed / byChance,
    farApart: steps.filter((step) => step > 1).length,
  };
}

function stepsBetween(level: Level, reference: Level): number {
  return Math.abs(levels.indexOf(level) - levels.indexOf(reference));
}
