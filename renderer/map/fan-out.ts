/** Where something stands on screen, in pixels. */
export type ScreenPoint = { readonly x: number; readonly y: number };

const turn = (2 * Math.PI) / 12;

/**
 * Moves pins apart so that no two centres are closer than `apart`. Earlier pins keep their place, and
 * each of the others takes the nearest free place around its own, ring after ring.
 */
export function fanOut(points: readonly ScreenPoint[], apart: number): readonly ScreenPoint[] {
  const placed: ScreenPoint[] = [];
  for (const point of points) placed.push(freePlace(point, placed, apart));
  return placed;
}

function freePlace(point: ScreenPoint, placed: readonly ScreenPoint[], apart: number): ScreenPoint {
  const isFree = (place: ScreenPoint) =>
    placed.every((other) => Math.hypot(other.x - place.x, other.y - place.y) >= apart);
  for (let ring = 0; ; ring += 1) {
    const free = ringAround(point, (ring * apart) / 2).find(isFree);
    if (free !== undefined) return free;
  }
}

/** Twelve places around the point, from below to the left and round. */
function ringAround(point: ScreenPoint, radius: number): readonly ScreenPoint[] {
  if (radius === 0) return [point];
  return Array.from({ length: 12 }, (_, step) => ({
    x: point.x - radius * Math.sin(step * turn),
    y: point.y + radius * Math.cos(step * turn),
  }));
}
