import type { ScriptNode } from './document.ts';
import { type Finding, problem } from './findings.ts';
import { exitsOf, leadingTo, reachFrom } from './graph.ts';
import { roundId } from './ids.ts';
import { retarget } from './retarget.ts';
import type { Unfolded } from './sub-scripts.ts';

type Retry = Extract<ScriptNode, { type: 'retry' }>;
type Nodes = ReadonlyMap<string, ScriptNode>;
/** The nodes that a retry goes through again, itself among them. */
type Loop = { readonly id: string; readonly retry: Retry; readonly body: ReadonlySet<string> };

/** SC-36: writes the rounds of each retry one after the other, so that no way leads back. */
export function unrollRetries(nodes: Nodes): Unfolded {
  const { loops, findings } = findLoops(nodes);
  const all = new Map(nodes);
  const leadsTo = new Map<string, string>();
  for (const [id, node] of nodes) if (node.type === 'retry') leadsTo.set(id, node.next);
  for (const loop of loops) {
    leadsTo.set(loop.id, roundId(loop.retry.again, 2));
    for (let round = 2; round <= loop.retry.times + 1; round++) {
      for (const [id, node] of roundOf(loop, round, nodes)) all.set(id, node);
    }
  }
  return { nodes: all, leadsTo, findings };
}

/** One more round of a loop: its nodes under ids of their own. The last leads on. */
function roundOf({ id, retry, body }: Loop, round: number, nodes: Nodes): Nodes {
  const after = round <= retry.times ? roundId(retry.again, round + 1) : retry.next;
  const rename = (target: string): string => {
    if (target === id) return after;
    return body.has(target) ? roundId(target, round) : target;
  };
  return new Map(
    [...nodes].flatMap(([own, node]) =>
      own !== id && body.has(own) ? [[roundId(own, round), retarget(node, rename)]] : [],
    ),
  );
}

function findLoops(nodes: Nodes): {
  readonly loops: readonly Loop[];
  readonly findings: readonly Finding[];
} {
  const onward = new Map(
    [...nodes].map(([id, node]) => [
      id,
      // A retry leads on only: what it goes back to is its loop, not a way out of another.
      exitsOf(id, node).filter(({ path }) => path.at(-1) !== 'again'),
    ]),
  );
  const loops: Loop[] = [];
  const findings: Finding[] = [];
  const taken = new Set<string>();
  for (const [id, retry] of nodes) {
    if (retry.type !== 'retry') continue;
    const path = ['nodes', id, 'again'];
    const leading = leadingTo([id], onward);
    const body = new Set(reachFrom(retry.again, onward).order.filter((own) => leading.has(own)));
    if (!nodes.has(retry.again)) {
      findings.push(problem('unknown-target', path, `There is no node "${retry.again}".`));
    } else if (body.size === 0) {
      const message = `"${retry.again}" does not lead here: there is nothing to try again.`;
      findings.push(problem('retry-without-loop', path, message));
    } else if ([...body].some((own) => taken.has(own))) {
      const message = 'Another retry goes through the same nodes: how often could not be counted.';
      findings.push(problem('nested-retry', path, message));
    } else {
      loops.push({ id, retry, body });
      for (const own of body) taken.add(own);
    }
  }
  return { loops, findings };
}
