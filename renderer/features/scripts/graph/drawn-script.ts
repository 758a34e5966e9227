import type { Messages } from '../../../i18n/messages.tsx';
import type {
  EditedCondition,
  EditedNode,
  EditedScript,
  NodeType,
} from '../edited/edited-script.ts';
import { type EditedExit, exitsOf } from '../edited/exits.ts';
import { askedBy, conditionInWords, type NamesInScript, titleOf } from './condition-in-words.ts';

/** As much of a node as the graph shows. */
export type DrawnNode = {
  readonly id: string;
  readonly title: string;
  readonly kind: NodeType;
  readonly exits: readonly DrawnExit[];
};
export type DrawnExit = {
  /** The words that lead out: an answer, or the condition of a case. */
  readonly label: string;
  /** `null`: not chosen yet. It may name a node that is not there. */
  readonly target: string | null;
};
export type DrawnScript = { readonly start: string; readonly nodes: readonly DrawnNode[] };

/** What a node is marked with on the graph. Those that a trial passed stand in the order of its way. */
export type GraphMark =
  | 'error'
  | 'warning'
  | 'added'
  | 'removed'
  | 'changed'
  | 'passed'
  | 'current';

/** As much of a script as the graph shows, whatever is still missing in it. A published document is one too. */
export function drawnScript(script: EditedScript, messages: Messages): DrawnScript {
  const names: NamesInScript = { script, messages };
  return {
    start: script.start ?? '',
    nodes: Object.entries(script.nodes).map(([id, node]) => ({
      id,
      title: node.title ?? silentTitle(id, node, names),
      kind: node.type,
      exits: exitsOf(node).map((exit) => ({
        label: exitLabel(node, exit, names),
        target: exit.target ?? null,
      })),
    })),
  };
}

/** What is not said in a call has no title: it is called by what it does. */
function silentTitle(id: string, node: EditedNode, names: NamesInScript): string {
  const { silent } = names.messages.scriptsGraph;
  switch (node.type) {
    case 'decision': {
      const asked = (node.cases ?? []).flatMap(({ when }) => askedBy(when, names));
      return asked.length === 0 ? id : silent.after([...new Set(asked)].join(', '));
    }
    case 'retry':
      return silent.again(titleOf(node.again, names));
    default:
      return titleOf(id, names);
  }
}

/** Without what the decision looks at, where that is one thing: its title says it. */
function caseInWords(node: EditedNode, when: EditedCondition, names: NamesInScript): string {
  const asked = new Set((node.cases ?? []).flatMap((one) => askedBy(one.when, names)));
  return conditionInWords(when, names, asked.size > 1);
}

function exitLabel(node: EditedNode, { path }: EditedExit, names: NamesInScript): string {
  const { exits } = names.messages.scriptsGraph;
  switch (path[0]) {
    case 'options':
      return node.options?.[path[1]]?.label ?? exits.unnamed;
    case 'cases': {
      const when = node.cases?.[path[1]]?.when;
      return when === undefined ? exits.unwritten : caseInWords(node, when, names);
    }
    case 'otherwise':
      return exits.otherwise;
    case 'again':
      return exits.again(node.times);
    case 'next':
      return node.label ?? exits.next;
  }
}
