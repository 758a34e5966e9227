import type { NodeType } from '../edited/edited-script.ts';
import type { DrawnNode, DrawnScript } from './drawn-script.ts';

/** Nodes that a call passes without a word. */
const silent = new Set<NodeType>(['decision', 'retry']);

/**
 * Every node that a call passes, in order, from the nodes at which something was said: between two of them it may
 * have passed others without a word.
 */
export function wayThrough(script: DrawnScript, said: readonly string[]): readonly string[] {
  const nodes = new Map(script.nodes.map((node) => [node.id, node]));
  return said.flatMap((id, index) => {
    const next = said[index + 1];
    return next === undefined ? [id] : [id, ...silentBetween(nodes, id, next)];
  });
}

/** The shortest way from one to the other by silent nodes alone, both left out. */
function silentBetween(
  nodes: ReadonlyMap<string, DrawnNode>,
  from: string,
  to: string,
): readonly string[] {
  const ways: { readonly id: string; readonly passed: readonly string[] }[] = [
    { id: from, passed: [] },
  ];
  const seen = new Set<string>();
  for (const { id, passed } of ways) {
    for (const { target } of nodes.get(id)?.exits ?? []) {
      if (target === to) return passed;
      const kind = target === null ? undefined : nodes.get(target)?.kind;
      if (target === null || kind === undefined || !silent.has(kind) || seen.has(target)) continue;
      seen.add(target);
      ways.push({ id: target, passed: [...passed, target] });
    }
  }
  return [];
}
