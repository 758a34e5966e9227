import type { DrawnNode, DrawnScript } from './drawn-script.ts';

/** The ways from one node to one target, drawn as one line. */
export type Wire = {
  readonly id: string;
  readonly from: string;
  /** A node's id, or that of an end of its own where there is no such node. */
  readonly to: string;
  /** As the script says it; `null`: not chosen yet. */
  readonly target: string | null;
  /** Positions in the node's `exits`. */
  readonly exits: readonly number[];
  /** The node leads nowhere else. */
  readonly isAlone: boolean;
};

export function wiresOf({ nodes }: DrawnScript): readonly Wire[] {
  const known = new Set(nodes.map(({ id }) => id));
  return nodes.flatMap((node) => wiresFrom(node, known));
}

function wiresFrom({ id: from, exits }: DrawnNode, known: ReadonlySet<string>): readonly Wire[] {
  const byTarget = new Map<string | null, number[]>();
  for (const [position, { target }] of exits.entries()) {
    const together = byTarget.get(target);
    if (together === undefined) byTarget.set(target, [position]);
    else together.push(position);
  }
  return [...byTarget].map(([target, positions]) => {
    // No node's id holds an arrow.
    const id = `${from} → ${target ?? ''}`;
    const isKnown = target !== null && known.has(target);
    const to = isKnown ? target : id;
    return { id, from, to, target, exits: positions, isAlone: byTarget.size === 1 };
  });
}
