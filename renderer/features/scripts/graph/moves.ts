import { type Box, middleOf } from './boxes.ts';
import type { DrawnScript } from './drawn-script.ts';
import type { GraphLayout } from './layout.ts';

/** Where the arrows lead from a node. */
export type Move = 'onward' | 'back' | 'left' | 'right' | 'start';

/**
 * The node to which a move leads. Onward follows the first way out, back the way by which one came (`cameFrom`), or
 * else the nearest that leads here. Left and right go along the row and on to the next, so that every node is reached.
 */
export function moved(
  move: Move,
  here: string,
  script: DrawnScript,
  layout: GraphLayout,
  cameFrom: string | null = null,
): string {
  switch (move) {
    case 'onward':
      return onwardFrom(here, script, layout) ?? here;
    case 'back':
      return backFrom(here, layout, cameFrom) ?? here;
    case 'left':
    case 'right': {
      const ids = [...layout.nodes.keys()];
      return ids[ids.indexOf(here) + (move === 'left' ? -1 : 1)] ?? here;
    }
    case 'start':
      return layout.nodes.has(script.start) ? script.start : here;
  }
}

function onwardFrom(here: string, script: DrawnScript, layout: GraphLayout): string | undefined {
  const targets = script.nodes
    .find(({ id }) => id === here)
    ?.exits.flatMap(({ target }) => target ?? []);
  return targets?.find((target) => target !== here && layout.nodes.has(target));
}

function backFrom(here: string, layout: GraphLayout, cameFrom: string | null): string | undefined {
  const leading = layout.tracks
    .filter(({ from, to }) => to === here && from !== here)
    .map(({ from }) => from);
  if (cameFrom !== null && leading.includes(cameFrom)) return cameFrom;
  const own = layout.nodes.get(here);
  if (own === undefined) return undefined;
  const apart = (id: string) => distance(own, layout.nodes.get(id) ?? own);
  return leading.toSorted((one, other) => apart(one) - apart(other))[0];
}

function distance(one: Box, other: Box): number {
  const [a, b] = [middleOf(one), middleOf(other)];
  return Math.hypot(a.x - b.x, a.y - b.y);
}
