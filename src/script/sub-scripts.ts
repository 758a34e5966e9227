import type { ScriptDocument, ScriptNode } from './document.ts';
import { type Finding, problem } from './findings.ts';
import { askingOf, retarget } from './retarget.ts';

/** SC-35: how many scripts deep a call may be, below the one that it began with. */
const deepest = 3;
/** SC-48: how many nodes a script may be, those of the scripts that it runs included each time that they are run. */
export const mostNodes = 2000;

type SubScriptNode = Extract<ScriptNode, { type: 'script' }>;
type Scripts = ReadonlyMap<string, ScriptDocument>;

/** Nodes on their way to being flat, and ids that only stand for other nodes. */
export type Unfolded = {
  readonly nodes: ReadonlyMap<string, ScriptNode>;
  readonly leadsTo: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
};

/**
 * The script with the scripts that it runs, and those that they run, in its `scripts`: one file that needs no other.
 *
 * @param library every script there is
 */
export function linkScript(
  document: ScriptDocument,
  library: Iterable<ScriptDocument>,
): ScriptDocument {
  const known = new Map([...library].map((script) => [script.id, script]));
  const linked = new Map<string, Omit<ScriptDocument, 'scripts'>>(
    Object.entries(document.scripts ?? {}),
  );
  const waiting = [...scriptsRun(document)];
  for (const id of waiting) {
    const part = linked.get(id) ?? withoutScripts(known.get(id));
    if (part === undefined) continue;
    linked.set(id, part);
    for (const next of scriptsRun(part)) if (!waiting.includes(next)) waiting.push(next);
  }
  return linked.size === 0 ? document : { ...document, scripts: Object.fromEntries(linked) };
}

function withoutScripts(script: ScriptDocument | undefined) {
  if (script === undefined) return undefined;
  const { scripts: _linked, examples: _own, ...alone } = script;
  return alone;
}

/** The ids of the scripts that a script runs itself. */
export function scriptsRun({ nodes }: Pick<ScriptDocument, 'nodes'>): readonly string[] {
  return Object.values(nodes).flatMap((node) => (node.type === 'script' ? [node.script] : []));
}

/** SC-35: puts the nodes of each sub-script where the node stands that runs it. SC-48: as many as there may be. */
export function inlineScripts(document: ScriptDocument): Unfolded {
  const scripts: Scripts = new Map(Object.entries(document.scripts ?? {}));
  const nodes = new Map<string, ScriptNode>();
  const leadsTo = new Map<string, string>();
  const findings: Finding[] = [];
  let written = 0;

  const put = (part: ScriptDocument, place: Place): void => {
    for (const [id, node] of Object.entries(part.nodes)) {
      written += 1;
      if (written > mostNodes) return;
      const own = `${place.prefix}${id}`;
      if (node.type === 'script') run(own, node, place);
      else if (node.type === 'outcome' && place.returnsTo !== null) {
        leadsTo.set(own, place.returnsTo);
      } else nodes.set(own, moved(node, place));
    }
  };
  const run = (own: string, node: SubScriptNode, place: Place): void => {
    const part = scripts.get(node.script);
    const returnsTo = `${place.prefix}${node.next}`;
    if (part === undefined || place.depth === deepest) {
      findings.push(notRun(own, node, part === undefined));
      leadsTo.set(own, returnsTo);
      return;
    }
    const inside = {
      prefix: `${own}/`,
      section: place.section ?? node.section,
      returnsTo,
      depth: place.depth + 1,
    };
    leadsTo.set(own, `${inside.prefix}${part.start}`);
    put(part, inside);
  };
  put(document, { prefix: '', section: null, returnsTo: null, depth: 0 });
  return { nodes, leadsTo, findings: written > mostNodes ? [tooLarge] : findings };
}

/** Where a script's nodes are put. */
type Place = {
  readonly prefix: string;
  /** Of the node that runs it; `null` for the script itself, whose nodes have their own. */
  readonly section: string | null;
  /** Where its outcomes lead; `null`: they end the call. */
  readonly returnsTo: string | null;
  readonly depth: number;
};

function moved(node: ScriptNode, { prefix, section }: Place): ScriptNode {
  const rename = (id: string) => `${prefix}${id}`;
  const led = retarget(node, rename);
  if (led.type === 'decision') {
    const cases = led.cases.map(({ when, next }) => ({ when: askingOf(when, rename), next }));
    return { ...led, cases };
  }
  return led.type === 'retry' || section === null ? led : { ...led, section };
}

/** SC-48 */
export const tooLarge = problem(
  'too-many-nodes',
  ['nodes'],
  `More than ${mostNodes} nodes, those of the scripts that it runs and the rounds of its retries included.`,
);

function notRun(own: string, { script }: SubScriptNode, isUnknown: boolean): Finding {
  const path = ['nodes', own, 'script'];
  return isUnknown
    ? problem('unknown-script', path, `There is no script "${script}".`)
    : problem('script-too-deep', path, `More than ${deepest} scripts inside one another.`);
}
