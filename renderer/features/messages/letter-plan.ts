import type { Geometry, Position as Point } from 'geojson';
import { distanceKm, earthRadiusKm, type Position, radians } from '#src/geography';
import type { Contours } from '../../map/contours.ts';

/** The drawing's own units: a fifth of a millimetre on paper. */
export const planSize = { width: 400, height: 300 } as const;
/** Letters of 16 points. */
export const planLetter = 28;

/** What is drawn; all places in the drawing's units. */
export type LetterPlan = {
  readonly outlines: readonly {
    readonly code: string;
    readonly isOwn: boolean;
    /** The `d` of an SVG path. */
    readonly path: string;
  }[];
  readonly venue: { readonly x: number; readonly y: number };
  readonly names: readonly PlanName[];
  readonly scale: { readonly km: number; readonly length: number };
};

type PlanName = {
  readonly name: string;
  readonly isOwn: boolean;
  /** The middle of its line. */
  readonly x: number;
  readonly y: number;
};

const nearestKm = 3;
const farthestKm = 12;
const mostNames = 5;

/**
 * ME-16: where a venue lies in its commune, and which communes are around. Nothing is drawn that is not known: no street, no
 * house. `null` where the commune has no outline here, or the position does not lie in what is drawn.
 */
export function drawPlan(
  contours: Contours,
  communeCode: string,
  venue: Position,
): LetterPlan | null {
  const own = contours.features.find(({ properties }) => properties.code === communeCode);
  if (own === undefined) return null;
  const farthest = Math.max(...corners(own.geometry).map((corner) => distanceKm(venue, corner)));
  // A position outside of the commune by far is not to be believed.
  if (farthest > 4 * farthestKm) return null;
  const halfHeightKm = Math.min(farthestKm, Math.max(nearestKm, farthest * 0.8));
  const unitsPerKm = planSize.height / (2 * halfHeightKm);
  const place = projection(venue, unitsPerKm);
  const outlines = contours.features
    .map(({ properties, geometry }) => ({
      ...properties,
      isOwn: properties.code === communeCode,
      rings: ringsOf(geometry).map((ring) => ring.map(place)),
    }))
    .filter(({ rings }) => rings.some((ring) => ring.some(isInside)));
  return {
    outlines: outlines.map(({ code, isOwn, rings }) => ({ code, isOwn, path: pathOf(rings) })),
    venue: { x: planSize.width / 2, y: planSize.height / 2 },
    names: chooseNames(
      outlines.map(({ name, isOwn, rings }) => ({ name, isOwn, ...middleOf(rings) })),
    ),
    scale: scaleOf(unitsPerKm),
  };
}

type Place = { readonly x: number; readonly y: number };

/** The venue in the middle; over a few kilometres the earth is flat. */
function projection(centre: Position, unitsPerKm: number): (point: Point) => Place {
  const perDegree = radians(1) * earthRadiusKm * unitsPerKm;
  const narrowing = Math.cos(radians(centre.latitude));
  return ([longitude = 0, latitude = 0]) => ({
    x: planSize.width / 2 + (longitude - centre.longitude) * perDegree * narrowing,
    y: planSize.height / 2 - (latitude - centre.latitude) * perDegree,
  });
}

function ringsOf(geometry: Geometry): readonly (readonly Point[])[] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

function corners(geometry: Geometry): readonly Position[] {
  return ringsOf(geometry)
    .flat()
    .map(([longitude = 0, latitude = 0]) => ({ longitude, latitude }));
}

const isInside = ({ x, y }: Place) =>
  x >= 0 && x <= planSize.width && y >= 0 && y <= planSize.height;

function pathOf(rings: readonly (readonly Place[])[]): string {
  return rings
    .map((ring) => `M${ring.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
    .join('');
}

/** The middle of what is seen of a commune. */
function middleOf(rings: readonly (readonly Place[])[]): Place {
  const clamp = (value: number, limit: number) => Math.min(Math.max(value, 0), limit);
  const xs = rings.flat().map(({ x }) => clamp(x, planSize.width));
  const ys = rings.flat().map(({ y }) => clamp(y, planSize.height));
  const between = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return { x: between(xs), y: between(ys) };
}

/** The own commune first, then the nearest, as far as they can be read: no name covers another, the dot, or the edge. */
function chooseNames(names: readonly PlanName[]): readonly PlanName[] {
  const centre = { x: planSize.width / 2, y: planSize.height / 2 };
  const away = ({ x, y }: Place) => Math.hypot(x - centre.x, y - centre.y);
  const nearestFirst = names.toSorted(
    (a, b) => Number(b.isOwn) - Number(a.isOwn) || away(a) - away(b),
  );
  const dot: Box = {
    left: centre.x - 16,
    right: centre.x + 16,
    top: centre.y - 16,
    bottom: centre.y + 16,
  };
  const chosen: PlanName[] = [];
  const taken = [dot, scaleBox, northBox];
  for (const name of nearestFirst) {
    const shown = name.isOwn ? besideDot(name) : name;
    const box = boxOf(shown);
    if (chosen.length === mostNames || !isWhole(box) || taken.some((one) => overlap(one, box))) {
      continue;
    }
    chosen.push(shown);
    taken.push(box);
  }
  return chosen;
}

type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Where the scale and the north stand. */
const scaleBox: Box = { left: 0, right: 190, top: planSize.height - 44, bottom: planSize.height };
const northBox: Box = { left: planSize.width - 60, right: planSize.width, top: 0, bottom: 84 };

/** The own commune's name stands under the dot, whatever its outline's middle. */
function besideDot(name: PlanName): PlanName {
  return { ...name, x: planSize.width / 2, y: planSize.height / 2 + 36 };
}

function boxOf({ name, x, y }: PlanName): Box {
  const half = (name.length * planLetter * 0.56) / 2;
  return { left: x - half, right: x + half, top: y - planLetter / 2, bottom: y + planLetter / 2 };
}

const isWhole = ({ left, right, top, bottom }: Box) =>
  left >= 4 && right <= planSize.width - 4 && top >= 4 && bottom <= planSize.height - 4;

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The longest round distance that takes no more than a third of the width. */
function scaleOf(unitsPerKm: number): LetterPlan['scale'] {
  const km = [10, 5, 2, 1].find((one) => one * unitsPerKm <= planSize.width / 3) ?? 1;
  return { km, length: km * unitsPerKm };
}
