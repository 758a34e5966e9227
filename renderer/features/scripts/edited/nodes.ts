import {
  type EditedNode,
  type EditedScript,
  type NodeType,
  orNone,
  withNode,
} from './edited-script.ts';
import { arrivalsAt, type ExitPath, exitsOf, led, retargeted } from './exits.ts';
import { idFrom } from './ids.ts';
import { unknownOption } from './options.ts';

/** What a new node is, as the dialog asks it. */
export type NewNode = {
  readonly type: NodeType;
  readonly title: string;
  /** Of a retry: the node that comes again. */
  readonly again?: string | undefined;
};

/** The way out after which a new node comes. */
export type Place = { readonly node: string; readonly path: ExitPath };

/** Words that a new node begins with, in the language of the script's author. */
type FirstWords = {
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly goOn: string;
  readonly found: string;
  readonly notFound: string;
};

/**
 * The script with a node more, and its id. After a way out it comes in between: all its own ways lead where that one
 * led. Without a place it stands alone, at the end of its section.
 */
export function withNewNode(
  script: EditedScript,
  made: NewNode,
  place: Place | null,
  words: FirstWords,
): { readonly script: EditedScript; readonly id: string } {
  const id = idFrom(made.title, Object.keys(script.nodes));
  const before = place === null ? undefined : script.nodes[place.node];
  const target =
    place === null || before === undefined
      ? undefined
      : exitsOf(before).find(({ path }) => samePath(path, place.path))?.target;
  const section = before?.section ?? sectionBefore(script, place) ?? script.sections[0]?.id;
  const node = { ...firstParts(made, target, words), section: sectionOf(made.type, section) };
  const start = Object.keys(script.nodes).length === 0 ? id : script.start;
  const nodes = inserted(script.nodes, id, node, place?.node ?? null);
  const withIt = { ...script, start, nodes };
  if (place === null) return { script: withIt, id };
  return {
    id,
    script: withNode(withIt, place.node, (from) => retargeted(from, place.path, id)),
  };
}

function samePath(one: ExitPath, other: ExitPath): boolean {
  return one.join('/') === other.join('/');
}

/** A decision and a retry say nothing, so they stand nowhere. */
function sectionOf(type: NodeType, section: string | undefined): string | undefined {
  return type === 'decision' || type === 'retry' ? undefined : section;
}

/** Where a node without section is met: the section of what leads to it. */
function sectionBefore(script: EditedScript, place: Place | null): string | undefined {
  if (place === null) return undefined;
  const [arrival] = arrivalsAt(script, place.node);
  return arrival === undefined ? undefined : script.nodes[arrival.from]?.section;
}

/** The nodes with one more, next to the one that it follows. */
function inserted(
  nodes: EditedScript['nodes'],
  id: string,
  node: EditedNode,
  after: string | null,
): EditedScript['nodes'] {
  const entries = Object.entries(nodes);
  const place = entries.findIndex(([other]) => other === after);
  return Object.fromEntries(
    place === -1 ? [...entries, [id, node]] : entries.toSpliced(place + 1, 0, [id, node]),
  );
}

function firstParts(made: NewNode, next: string | undefined, words: FirstWords): EditedNode {
  const { type } = made;
  const title = orNone(made.title);
  const unknown = { id: unknownOption, label: words.unknown, next };
  switch (type) {
    case 'choice':
      return {
        type,
        title,
        options: [
          { id: 'yes', label: words.yes, next },
          { id: 'no', label: words.no, next },
          unknown,
        ],
      };
    case 'choices':
    case 'text':
    case 'number':
    case 'date':
    case 'commune':
      return { type, title, options: [unknown], next };
    case 'orientation':
      return {
        type,
        title,
        options: [
          { id: 'done', label: words.found, next },
          { id: 'not-done', label: words.notFound, next },
        ],
      };
    case 'instruction':
      return { type, title, label: words.goOn, next };
    case 'decision':
      return { type, cases: [{ when: { predicate: 'is' }, next }], otherwise: next };
    case 'retry':
      return { type, again: made.again, times: 1, next };
    case 'score':
    case 'script':
      return { type, next };
    case 'outcome':
      return { type, title, result: 'unsolved' };
  }
}

/**
 * The script without a node. Where it led to one node only, what led to it leads there; else it leads nowhere yet, and
 * the checker says so.
 */
export function withoutNode(script: EditedScript, id: string): EditedScript {
  const node = script.nodes[id];
  if (node === undefined) return script;
  const targets = new Set(exitsOf(node).map(({ target }) => target));
  const [only] = targets;
  const next = targets.size === 1 && only !== id ? only : undefined;
  const { [id]: _removed, ...nodes } = led(script, id, next).nodes;
  return { ...script, start: script.start === id ? next : script.start, nodes };
}
