import type { Messages } from '../../../i18n/messages.tsx';
import type { DrawnNode } from './drawn-script.ts';

/** Where a node leads, and by which answers, for who cannot see the lines. */
export function waysInWords(
  { exits }: DrawnNode,
  nodes: ReadonlyMap<string, DrawnNode>,
  { graph }: Messages['scriptsGraph'],
): string {
  const answers = new Map<string | null, string[]>();
  for (const { label, target } of exits) {
    const together = answers.get(target);
    if (together === undefined) answers.set(target, [label]);
    else together.push(label);
  }
  const ways = [...answers].map(([target, labels]) => {
    const name =
      target === null ? graph.nowhere : (nodes.get(target)?.title ?? graph.missingStep(target));
    return graph.way(name, labels.join(', '));
  });
  return ways.length === 0 ? graph.ends : graph.leadsTo(ways.join('\u00a0; '));
}
