import type { FlatNode, ScriptDocument, ScriptNode } from './document.ts';
import type { Finding } from './findings.ts';
import { retarget } from './retarget.ts';
import { unrollRetries } from './retries.ts';
import { inlineScripts, mostNodes, tooLarge } from './sub-scripts.ts';

/** A script as it runs: its sub-scripts in their places, its rounds of retry one after the other. */
export type FlatScript = {
  readonly language: string;
  readonly start: string;
  readonly sections: ScriptDocument['sections'];
  /** By id: a node of a sub-script under `<node>/<its id>`, one of the second round under `<its id>#2`. */
  readonly nodes: ReadonlyMap<string, FlatNode>;
};

/**
 * SC-35, SC-36: writes out what is written once and walked in several places. What cannot be written out
 * is passed over, and found.
 */
export function flatten(document: ScriptDocument): {
  readonly script: FlatScript;
  readonly findings: readonly Finding[];
} {
  const parts = inlineScripts(document);
  const whole = withoutDetours(parts.nodes, parts.leadsTo);
  const rounds = unrollRetries(whole);
  const nodes = withoutDetours(rounds.nodes, rounds.leadsTo);
  return {
    script: {
      start: endOf(endOf(document.start, parts.leadsTo), rounds.leadsTo),
      language: document.language,
      sections: document.sections,
      nodes: new Map([...nodes].flatMap(([id, node]) => (isFlat(node) ? [[id, node]] : []))),
    },
    findings: [
      ...parts.findings,
      ...rounds.findings,
      ...(rounds.nodes.size > mostNodes ? [tooLarge] : []),
    ],
  };
}

function isFlat(node: ScriptNode): node is FlatNode {
  return node.type !== 'script' && node.type !== 'retry';
}

/** Every target that only stands for another, replaced by it. */
function withoutDetours(
  nodes: ReadonlyMap<string, ScriptNode>,
  leadsTo: ReadonlyMap<string, string>,
): ReadonlyMap<string, ScriptNode> {
  return new Map(
    [...nodes].map(([id, node]) => [id, retarget(node, (target) => endOf(target, leadsTo))]),
  );
}

/** Where a target leads in the end. Targets that stand for each other end nowhere: the first is kept. */
function endOf(target: string, leadsTo: ReadonlyMap<string, string>): string {
  const passed = new Set<string>();
  for (let here = target; ; ) {
    const next = leadsTo.get(here);
    if (next === undefined) return here;
    if (passed.has(here)) return target;
    passed.add(here);
    here = next;
  }
}
