import type { Condition } from './condition.ts';
import type { ScriptDocument, ScriptNode } from './document.ts';
import { type Exit, exitsOf } from './graph.ts';

/** Fills by kind, light enough for black words. */
const fills: Readonly<Record<ScriptNode['type'], string>> = {
  choice: '#cfe3ff',
  choices: '#cfe3ff',
  text: '#d8f0ff',
  number: '#d8f0ff',
  date: '#d8f0ff',
  commune: '#d8f0ff',
  instruction: '#eeeeee',
  orientation: '#ffe3b8',
  score: '#e6d8ff',
  script: '#ffd9ec',
  retry: '#ffd0c2',
  decision: '#fff6bf',
  outcome: '#cdf0d1',
};

const shapes: Partial<Readonly<Record<ScriptNode['type'], string>>> = {
  decision: 'diamond',
  outcome: 'oval',
  script: 'folder',
  retry: 'cds',
};

/** SC-28: the script as a graph in DOT, the language of Graphviz. The start has a double border. */
export function scriptGraph(document: ScriptDocument): string {
  const nodes = Object.entries(document.nodes);
  return [
    `digraph ${quoted(document.id)} {`,
    `  label=${quoted(`${document.title} ${document.version}`)};`,
    '  node [shape=box, style="filled,rounded", fontname="sans-serif"];',
    '  edge [fontname="sans-serif", fontsize=10];',
    ...nodes.map(([id, node]) => nodeLine(id, node, id === document.start)),
    ...nodes.flatMap(([id, node]) =>
      exitsOf(id, node).map((exit) => edgeLine(id, exit, exitLabel(node, exit))),
    ),
    '}',
    '',
  ].join('\n');
}

/** What the node is called in the graph. */
function nameOf(node: ScriptNode): string | null {
  if (node.type === 'script') return node.script;
  if (node.type === 'score') return node.model;
  return 'title' in node ? node.title : null;
}

function nodeLine(id: string, node: ScriptNode, isStart: boolean): string {
  const label = [nameOf(node), id].filter((part) => part !== null).join('\n');
  const shape = shapes[node.type];
  const attributes = [
    `label=${quoted(label)}`,
    `fillcolor=${quoted(fills[node.type])}`,
    ...(shape === undefined ? [] : [`shape=${shape}`]),
    ...(isStart ? ['peripheries=2'] : []),
  ];
  return `  ${quoted(id)} [${attributes.join(', ')}];`;
}

function edgeLine(id: string, { target }: Exit, label: string): string {
  return `  ${quoted(id)} -> ${quoted(target)} [label=${quoted(label)}];`;
}

/** What leads out by an exit, in words. */
function exitLabel(node: ScriptNode, { path }: Exit): string {
  const [, , part, index] = path;
  if (part === 'options' && 'options' in node) return node.options[Number(index)]?.label ?? '';
  if (part === 'cases' && 'cases' in node) {
    const when = node.cases[Number(index)]?.when;
    return when === undefined ? '' : inWords(when);
  }
  if (part === 'otherwise') return 'sinon';
  if (part === 'again' && 'times' in node) return `encore, ${node.times} fois au plus`;
  return 'label' in node ? node.label : 'ensuite';
}

const signs = { lt: '<', lte: '≤', eq: '=', gte: '≥', gt: '>' } as const;

function inWords(condition: Condition): string {
  switch (condition.predicate) {
    case 'is':
      return `${condition.question} : ${condition.option}`;
    case 'in':
      return `${condition.question} : ${condition.options.join(' / ')}`;
    case 'count':
      return `${condition.question} : au moins ${condition.atLeast}`;
    case 'compare':
      return `${condition.question} ${signs[condition.op]} ${condition.value}`;
    case 'level':
      return `${condition.score} : ${condition.levels.join(' / ')}`;
    case 'fact':
      return `${condition.fact} = ${condition.value}`;
    case 'not':
      return `non (${inWords(condition.of)})`;
    case 'all':
      return condition.of.map((part) => `(${inWords(part)})`).join(' et ');
    case 'any':
      return condition.of.map((part) => `(${inWords(part)})`).join(' ou ');
  }
}

/** A DOT string: quotes and backslashes escaped, a line's end as Graphviz writes it. */
function quoted(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll(/\r\n|\r|\n/g, '\\n');
  return `"${escaped}"`;
}
