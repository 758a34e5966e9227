import type { ScriptNode } from './document.ts';
import { baseId } from './ids.ts';

/** One way out of a node. */
export type Exit = {
  readonly target: string;
  /** Path into the script's file. */
  readonly path: readonly PropertyKey[];
  /** Whether it is an answer that comes with a solution card. */
  readonly withCard: boolean;
};

/** Every way out of a node, in the order in which they are written. */
export function exitsOf(id: string, node: ScriptNode): readonly Exit[] {
  const exit = (target: string, path: readonly PropertyKey[], withCard = false): Exit => ({
    target,
    path: ['nodes', id, ...path],
    withCard,
  });
  switch (node.type) {
    case 'outcome':
      return [];
    case 'decision':
      return [
        ...node.cases.map(({ next }, index) => exit(next, ['cases', index, 'next'])),
        exit(node.otherwise, ['otherwise']),
      ];
    case 'retry':
      return [exit(node.again, ['again']), exit(node.next, ['next'])];
    case 'instruction':
    case 'score':
    case 'script':
      return [exit(node.next, ['next'])];
    case 'choice':
    case 'orientation':
    case 'text':
    case 'number':
    case 'date':
    case 'commune':
      return [
        ...node.options.map(({ next, card }, index) =>
          exit(next, ['options', index, 'next'], card !== undefined),
        ),
        ...('next' in node ? [exit(node.next, ['next'])] : []),
      ];
    case 'choices':
      return [
        ...node.options.flatMap(({ next }, index) =>
          next === undefined ? [] : [exit(next, ['options', index, 'next'])],
        ),
        exit(node.next, ['next']),
      ];
  }
}

/** The nodes that can be reached, and how. */
export type Reach = {
  /** In an order in which every node comes after those that lead to it, unless there is a cycle. */
  readonly order: readonly string[];
  /** The exits that lead back to a node on the way to them. */
  readonly backward: readonly Exit[];
};

/** Depth first from `start`, without recursion: a script of any length is walked. */
export function reachFrom(start: string, exits: ReadonlyMap<string, readonly Exit[]>): Reach {
  const finished: string[] = [];
  const backward: Exit[] = [];
  const state = new Map<string, 'on-the-way' | 'finished'>();
  const way: { readonly id: string; tried: number }[] = [];
  const enter = (id: string) => {
    state.set(id, 'on-the-way');
    way.push({ id, tried: 0 });
  };
  if (exits.has(start)) enter(start);
  for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
    const exit = exits.get(here.id)?.[here.tried++];
    if (exit === undefined) {
      state.set(here.id, 'finished');
      finished.push(here.id);
      way.pop();
    } else if (state.get(exit.target) === 'on-the-way') {
      backward.push(exit);
    } else if (exits.has(exit.target) && !state.has(exit.target)) {
      enter(exit.target);
    }
  }
  return { order: finished.reverse(), backward };
}

/** The nodes from which one of `goals` can be reached, the goals among them. */
export function leadingTo(
  goals: Iterable<string>,
  exits: ReadonlyMap<string, readonly Exit[]>,
): ReadonlySet<string> {
  const sources = new Map<string, string[]>();
  for (const [id, own] of exits) {
    for (const { target } of own) {
      const known = sources.get(target);
      if (known === undefined) sources.set(target, [id]);
      else known.push(id);
    }
  }
  const found = new Set(goals);
  for (const id of found) for (const source of sources.get(id) ?? []) found.add(source);
  return found;
}

/** Stands for "a solution card was chosen" among the nodes passed. */
export const cardChosen = Symbol('a solution card was chosen');
type Passed = ReadonlySet<string | symbol>;

/**
 * For each node, what every way to it passes: the nodes before it in any round, and whether a card was chosen.
 * `order` begins with the start and must be free of cycles.
 */
export function alwaysPassed(
  order: readonly string[],
  exits: ReadonlyMap<string, readonly Exit[]>,
): ReadonlyMap<string, Passed> {
  const passed = new Map<string, Passed>(order.slice(0, 1).map((start) => [start, new Set()]));
  for (const id of order) {
    const here = new Set([...(passed.get(id) ?? []), baseId(id)]);
    const hereWithCard = new Set([...here, cardChosen]);
    for (const { target, withCard } of exits.get(id) ?? []) {
      const after: Passed = withCard ? hereWithCard : here;
      const before = passed.get(target);
      passed.set(target, before === undefined ? after : shared(before, after));
    }
  }
  return passed;
}

function shared(one: Passed, other: Passed): Passed {
  return new Set([...one].filter((part) => other.has(part)));
}
