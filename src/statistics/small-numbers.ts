/** ST-8: a number of people or of calls below this, which is not zero, is not told. */
export const fewestPeople = 11;

/**
 * Which parts of a whole may be told: none of one to ten, and so many of the others kept back with those, the smallest first,
 * that what is kept back is eleven or more in all: no subtraction gives it away.
 */
export function toldParts<Part extends string>(
  parts: Readonly<Record<Part, number>>,
): ReadonlyMap<string, number> {
  const smallestFirst = Object.entries<number>(parts).sort(([, a], [, b]) => a - b);
  const none = smallestFirst.filter(([, count]) => count === 0);
  const some = smallestFirst.filter(([, count]) => count > 0);
  let keptBack = 0;
  const told = some.filter(([, count]) => {
    const isTold = count >= fewestPeople && (keptBack === 0 || keptBack >= fewestPeople);
    if (!isTold) keptBack += count;
    return isTold;
  });
  return new Map([...none, ...told]);
}
