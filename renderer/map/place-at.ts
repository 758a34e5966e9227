import type { Position as Coordinates, Geometry } from 'geojson';
import type { Position } from '#src/geography';
import type { Contours, Place } from './contours.ts';

/** The place in whose contour the position lies; `null` outside all of them. */
export function placeAt(contours: Contours, position: Position): Place | null {
  const found = contours.features.find(({ geometry }) =>
    polygonsOf(geometry).some((rings) => isInside(rings, position)),
  );
  return found?.properties ?? null;
}

type Ring = readonly Coordinates[];

function polygonsOf(geometry: Geometry): readonly (readonly Ring[])[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

/** Inside the outline and in none of the holes: an odd number of edges lie to the east, in all. */
function isInside(rings: readonly Ring[], { latitude, longitude }: Position): boolean {
  let crossings = 0;
  for (const ring of rings) {
    for (const [index, [x = 0, y = 0]] of ring.entries()) {
      const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
      if (y > latitude === nextY > latitude) continue;
      if (longitude < x + ((latitude - y) / (nextY - y)) * (nextX - x)) crossings += 1;
    }
  }
  return crossings % 2 === 1;
}
