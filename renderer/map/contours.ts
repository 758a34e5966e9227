import type { FeatureCollection, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { z } from 'zod';
import { distanceKm, type Position } from '#src/geography';

/** What every contour says of itself: an INSEE code and a name. */
export type Place = { readonly code: string; readonly name: string };
export type Contours = FeatureCollection<Geometry, Place>;

/** Enough of TopoJSON to be drawn: what is inside the arcs is the file's own business. */
const topology = z.custom<Topology<Record<string, GeometryCollection<Place>>>>(
  (value) =>
    z
      .object({
        type: z.literal('Topology'),
        arcs: z.array(z.array(z.array(z.number()))),
        objects: z.record(
          z.string(),
          z.object({
            type: z.literal('GeometryCollection'),
            geometries: z.array(
              z.object({ properties: z.object({ code: z.string(), name: z.string() }) }),
            ),
          }),
        ),
      })
      .safeParse(value).success,
);

/** Reads the contours of départements or of communes; `null` where the file is not understood. */
export function readContours(json: unknown): Contours | null {
  const parsed = topology.safeParse(json);
  if (!parsed.success) return null;
  const features = Object.values(parsed.data.objects).flatMap(
    (object) => feature(parsed.data, object).features,
  );
  return { type: 'FeatureCollection', features };
}

type Box = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

/** The codes of the départements that come within `km` of the position, by the boxes around them. */
export function departementsAround(
  departements: Contours,
  position: Position,
  km: number,
): readonly string[] {
  return departements.features
    .filter(({ geometry }) => boxesOf(geometry).some((box) => kmToBox(position, box) <= km))
    .map(({ properties }) => properties.code);
}

/** One box a polygon: a box around all of a département's islands would hold half a sea. */
function boxesOf(geometry: Geometry): readonly Box[] {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return polygons.map(([outline = []]) => {
    const longitudes = outline.map(([longitude = 0]) => longitude);
    const latitudes = outline.map(([, latitude = 0]) => latitude);
    return {
      west: Math.min(...longitudes),
      east: Math.max(...longitudes),
      south: Math.min(...latitudes),
      north: Math.max(...latitudes),
    };
  });
}

function kmToBox(position: Position, box: Box): number {
  const nearest = {
    latitude: Math.min(Math.max(position.latitude, box.south), box.north),
    longitude: Math.min(Math.max(position.longitude, box.west), box.east),
  };
  return distanceKm(position, nearest);
}
