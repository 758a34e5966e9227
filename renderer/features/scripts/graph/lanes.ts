import type { Point } from './boxes.ts';

/** A line that crosses from one row to the next, and has to shift sideways on the way. */
export type Crossing = {
  readonly from: Point;
  readonly to: Point;
  /** Lines of one bundle may lie on one another: they come from one node, or go to one. */
  readonly bundle: string;
};

/**
 * The height at which each crossing shifts: lines that have nothing to do with each other never lie on one another
 * between the same two rows.
 */
export function lanesOf(crossings: readonly Crossing[]): readonly number[] {
  const gaps = new Map<string, Map<string, Extent>>();
  for (const crossing of crossings) {
    if (crossing.from.x === crossing.to.x) continue;
    const gap = gapOf(crossing);
    const bundles = gaps.get(gap) ?? new Map<string, Extent>();
    gaps.set(gap, bundles.set(crossing.bundle, widened(bundles.get(crossing.bundle), crossing)));
  }
  const lanes = new Map([...gaps].map(([gap, bundles]) => [gap, shared(bundles)]));
  return crossings.map((crossing) => {
    const { from, to, bundle } = crossing;
    const own = lanes.get(gapOf(crossing));
    const lane = own?.laneOf.get(bundle) ?? 0;
    const share = (lane + 1) / ((own?.count ?? 1) + 1);
    // The arrow needs room.
    return from.y + (to.y - from.y) * (clear + (1 - clear - clearOfArrow) * share);
  });
}

/** What stays free of lanes, of the gap's height. */
const clear = 0.15;
const clearOfArrow = 0.3;

type Extent = { readonly left: number; readonly right: number };

function gapOf({ from, to }: Crossing): string {
  return `${from.y} ${to.y}`;
}

function widened(extent: Extent | undefined, { from, to }: Crossing): Extent {
  return {
    left: Math.min(from.x, to.x, extent?.left ?? Number.POSITIVE_INFINITY),
    right: Math.max(from.x, to.x, extent?.right ?? Number.NEGATIVE_INFINITY),
  };
}

/** Gives each bundle the first lane that is free over all its width. */
function shared(bundles: ReadonlyMap<string, Extent>): {
  readonly laneOf: ReadonlyMap<string, number>;
  readonly count: number;
} {
  const ends: number[] = [];
  const laneOf = new Map<string, number>();
  const fromLeft = [...bundles].toSorted(([, one], [, other]) => one.left - other.left);
  for (const [bundle, { left, right }] of fromLeft) {
    const free = ends.findIndex((end) => end < left);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = right;
    laneOf.set(bundle, lane);
  }
  return { laneOf, count: ends.length };
}
