import { type Level, levels } from '#src/distance';

/** A number of people by the first and the last level that were found of them. */
export type ProgressRow = { readonly first: Level; readonly last: Level; readonly people: number };

/** How many came nearer, stayed where they were, went farther. `null`: not told, see ST-8. */
export type Progress = {
  readonly people: number;
  readonly nearer: number | null;
  readonly same: number | null;
  readonly farther: number | null;
};

/** ST-8: a number of people below this, which is not zero, is not told. */
export const fewestPeople = 11;

/**
 * Adds the rows up, and keeps back what is about too few people (ST-8): everything where they are fewer than eleven in all; else
 * each part of one to ten people, and with a single one the next smallest, so that no subtraction gives it away.
 */
export function progressOf(rows: readonly ProgressRow[]): Progress | null {
  const counted = { nearer: 0, same: 0, farther: 0 };
  for (const { first, last, people } of rows) counted[wayOf(first, last)] += people;
  const people = counted.nearer + counted.same + counted.farther;
  if (people < fewestPeople) return null;
  const smallestFirst = Object.values(counted)
    .filter((count) => count > 0)
    .sort((a, b) => a - b);
  const kept = smallestFirst.filter((count) => count >= fewestPeople);
  const alone = smallestFirst.length - kept.length === 1 ? kept[0] : undefined;
  const tell = (count: number) =>
    count === 0 || (count >= fewestPeople && count !== alone) ? count : null;
  return {
    people,
    nearer: tell(counted.nearer),
    same: tell(counted.same),
    farther: tell(counted.farther),
  };
}

/** Levels stand from the nearest to the farthest. */
function wayOf(first: Level, last: Level): 'nearer' | 'same' | 'farther' {
  const moved = levels.indexOf(last) - levels.indexOf(first);
  if (moved === 0) return 'same';
  return moved < 0 ? 'nearer' : 'farther';
}
