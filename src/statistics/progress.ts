import { type Level, movement } from '#src/distance';
import { fewestPeople, toldParts } from './small-numbers.ts';

/** A number of people by the first and the last level that were found of them. */
export type ProgressRow = { readonly first: Level; readonly last: Level; readonly people: number };

/** How many came nearer, stayed where they were, went farther. `null`: not told, see ST-8. */
export type Progress = {
  readonly people: number;
  readonly nearer: number | null;
  readonly same: number | null;
  readonly farther: number | null;
};

/** Adds the rows up, and keeps back what is about too few people (ST-8): everything where they are fewer than eleven in all. */
export function progressOf(rows: readonly ProgressRow[]): Progress | null {
  const counted = { nearer: 0, same: 0, farther: 0 };
  for (const { first, last, people } of rows) counted[movement(first, last)] += people;
  const people = counted.nearer + counted.same + counted.farther;
  if (people < fewestPeople) return null;
  const told = toldParts(counted);
  return {
    people,
    nearer: told.get('nearer') ?? null,
    same: told.get('same') ?? null,
    farther: told.get('farther') ?? null,
  };
}
