import type { Point } from './boxes.ts';

/** Of a corner, at its most. */
const radius = 12;

/** The line of a track, as an SVG path: straight pieces with rounded corners. */
export function trackPath(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (before === undefined) return `M${at(point)}`;
      if (after === undefined) return `L${at(point)}`;
      return corner(before, point, after);
    })
    .join('');
}

/** Two corners share the piece between them. */
function corner(before: Point, point: Point, after: Point): string {
  const round = Math.min(radius, apart(before, point) / 2, apart(point, after) / 2);
  return `L${at(towards(point, before, round))}Q${at(point)} ${at(towards(point, after, round))}`;
}

function towards(from: Point, to: Point, length: number): Point {
  const share = length / Math.max(apart(from, to), 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function apart(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
