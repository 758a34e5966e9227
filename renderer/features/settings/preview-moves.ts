/** How a venue moves among the first few when the weights change. */
export type Move =
  | { readonly kind: 'same' }
  | { readonly kind: 'up' | 'down'; readonly places: number }
  /** It was, or will be, farther down than the first few. */
  | { readonly kind: 'enters' | 'leaves' };

/** How many venues of a ranking are looked at. */
export const shownVenues = 10;

/**
 * The move of each of the first few venues of `ranking`, told against `other`. With `as: 'after'` it is
 * told of the new ranking (it enters, it goes up), with `'before'` of the old one (it leaves).
 */
export function movesAgainst(
  ranking: readonly string[],
  other: readonly string[],
  as: 'before' | 'after',
): ReadonlyMap<string, Move> {
  const places = new Map(other.slice(0, shownVenues).map((id, place) => [id, place]));
  return new Map(
    ranking.slice(0, shownVenues).map((id, place) => [id, moveOf(place, places.get(id), as)]),
  );
}

function moveOf(place: number, otherPlace: number | undefined, as: 'before' | 'after'): Move {
  if (otherPlace === undefined) return { kind: as === 'after' ? 'enters' : 'leaves' };
  const up = as === 'after' ? otherPlace - place : place - otherPlace;
  if (up === 0) return { kind: 'same' };
  return { kind: up > 0 ? 'up' : 'down', places: Math.abs(up) };
}
