import { type Box, middleOf, type Point } from './boxes.ts';
import { lanesOf } from './lanes.ts';
import type { Wire } from './wires.ts';

/** A wire on its way through the rows. */
export type Route = {
  readonly wire: Wire;
  readonly from: Box;
  readonly to: Box;
  /** What it passes between them: the middle of the place kept for it in each row, and half the row's height. */
  readonly passing: readonly (Point & { readonly half: number })[];
};

/** How far a node's way back to itself stands out. */
const loopReach = 24;

/** The corners of each route's line, which goes upright or level, from the one box to the other. */
export function cornersOf(routes: readonly Route[]): readonly (readonly Point[])[] {
  const ways = routes.map(crossingsOf);
  const lanes = lanesOf(ways.flat());
  let position = 0;
  return ways.map((crossings, index) => {
    const route = routes[index];
    if (route !== undefined && crossings.length === 0) return loopAt(route.from);
    return crossings.flatMap(({ from, to }) => {
      const lane = lanes[position++] ?? from.y;
      return from.x === to.x ? [from, to] : [from, { ...from, y: lane }, { ...to, y: lane }, to];
    });
  });
}

/**
 * A route leaves at the foot and arrives on top, or the other way round where it leads up, and goes straight through
 * the rows between: what is left are its crossings from row to row. A node that leads to itself has none.
 */
function crossingsOf({ wire, from, to, passing }: Route) {
  if (wire.from === wire.to) return [];
  const down = middleOf(to).y < middleOf(from).y ? -1 : 1;
  const leaving = [
    sideOf(from, down),
    ...passing.map(({ x, y, half }) => ({ x, y: y + down * half })),
  ];
  const arriving = [
    ...passing.map(({ x, y, half }) => ({ x, y: y - down * half })),
    sideOf(to, -down),
  ];
  return leaving.flatMap((here, index) => {
    const there = arriving[index];
    if (there === undefined) return [];
    return [{ from: here, to: there, bundle: index === 0 ? `from ${wire.from}` : `to ${wire.to}` }];
  });
}

/** The middle of a box's foot (1) or top (-1). */
function sideOf(box: Box, side: number): Point {
  const { x, y } = middleOf(box);
  return { x, y: y + (side * box.height) / 2 };
}

/** Out at the right side, and in again. */
function loopAt({ x, y, width, height }: Box): readonly Point[] {
  const right = x + width;
  const [foot, top] = [y + height * 0.75, y + height * 0.25];
  return [
    { x: right, y: foot },
    { x: right + loopReach, y: foot },
    { x: right + loopReach, y: top },
    { x: right, y: top },
  ];
}
