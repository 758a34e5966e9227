import { type EditedNode, type EditedScript, withNode } from './edited-script.ts';

/** A way out of a node: where it is written, and where it leads as far as that is said. */
export type EditedExit = {
  /** Inside the node, as `['options', 1, 'next']`. */
  readonly path: ExitPath;
  readonly target: string | undefined;
};
export type ExitPath =
  | readonly ['next' | 'otherwise' | 'again']
  | readonly ['options' | 'cases', number, 'next'];

/** Which types lead on by a `next` of their own. */
const withNext = new Set<EditedNode['type']>([
  'choices',
  'text',
  'number',
  'date',
  'commune',
  'instruction',
  'score',
  'script',
  'retry',
]);

export function hasNext({ type }: EditedNode): boolean {
  return withNext.has(type);
}

/** Every way out of a node, in the order in which the form shows them. */
export function exitsOf(node: EditedNode): readonly EditedExit[] {
  const { type, options = [], cases = [], next, otherwise, again } = node;
  return [
    ...options.flatMap((option, index): readonly EditedExit[] =>
      // Of several answers an option leads on with the others, unless it says where.
      type === 'choices' && option.next === undefined && option.id !== 'nsp'
        ? []
        : [{ path: ['options', index, 'next'], target: option.next }],
    ),
    ...cases.map(
      (one, index): EditedExit => ({ path: ['cases', index, 'next'], target: one.next }),
    ),
    ...(type === 'decision' ? [{ path: ['otherwise'], target: otherwise } as const] : []),
    ...(type === 'retry' ? [{ path: ['again'], target: again } as const] : []),
    ...(hasNext(node) ? [{ path: ['next'], target: next } as const] : []),
  ];
}

/** The node with that way leading elsewhere, or nowhere yet. */
export function retargeted(
  node: EditedNode,
  path: ExitPath,
  target: string | undefined,
): EditedNode {
  if (path.length === 1) return { ...node, [path[0]]: target };
  const [list, index] = path;
  const to = <Item extends object>(item: Item, place: number) =>
    place === index ? { ...item, next: target } : item;
  return list === 'options'
    ? { ...node, options: node.options?.map(to) }
    : { ...node, cases: node.cases?.map(to) };
}

/** A way that leads to a node, and the node that it leaves. */
export type Arrival = { readonly from: string; readonly exit: EditedExit };

/** Every way that leads to the node. */
export function arrivalsAt(script: EditedScript, id: string): readonly Arrival[] {
  return Object.entries(script.nodes).flatMap(([from, node]) =>
    exitsOf(node)
      .filter(({ target }) => target === id)
      .map((exit) => ({ from, exit })),
  );
}

/** The script with every way to one node, and the start, leading to another. */
export function led(script: EditedScript, from: string, to: string | undefined): EditedScript {
  const start = script.start === from ? to : script.start;
  return arrivalsAt(script, from).reduce<EditedScript>(
    (changed, arrival) =>
      withNode(changed, arrival.from, (node) => retargeted(node, arrival.exit.path, to)),
    { ...script, start },
  );
}
