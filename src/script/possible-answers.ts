import type { CheckedScript } from './checked-script.ts';
import type { FlatNode } from './document.ts';
import type { Fact } from './facts.ts';
import type { Limits } from './measures.ts';
import { factValue, limitsOf, standsAlone, writtenOptions } from './questions.ts';

/** What may be known of a question, a fact or a level. */
export type Said = {
  readonly chosen: readonly string[];
  /** How many of the options chosen count. */
  readonly counted: number;
  /** Of a number or a date. */
  readonly size: number | null;
};

const said = (...chosen: readonly string[]): Said => ({ chosen, counted: 0, size: null });

/**
 * The answers to a node that lead on to some place; of what is typed, one for each way in which it may compare.
 *
 * @param leading the nodes from which the place can be reached
 * @param compared the sizes that it is compared with there
 */
export function possibleAnswers(
  node: FlatNode,
  leading: ReadonlySet<string>,
  compared: readonly number[],
): readonly Said[] {
  if (node.type === 'decision' || node.type === 'score') return [];
  const onward = 'next' in node && leading.has(node.next);
  const options = writtenOptions(node);
  if (node.type === 'choices') {
    const alone = options.filter(standsAlone).filter(({ next }) => leading.has(next ?? node.next));
    const together = options.filter((option) => !standsAlone(option)).map(({ id }) => id);
    return [
      ...alone.map(({ id }) => said(id)),
      ...(onward
        ? subsetsOf(together).map((chosen) => ({ chosen, counted: chosen.length, size: null }))
        : []),
    ];
  }
  const chosen = options
    .filter(({ next }) => next !== undefined && leading.has(next))
    .map(({ id }) => said(id));
  if (!onward) return chosen;
  const limits = limitsOf(node);
  if (limits === null) return [...chosen, said()];
  const sizes = sizesAround(compared, limits, node.type === 'date');
  return [...chosen, ...sizes.map((size) => ({ chosen: [], counted: 0, size }))];
}

/** Every choice of one or more. */
function subsetsOf(ids: readonly string[]): readonly (readonly string[])[] {
  const all = ids.reduce<readonly (readonly string[])[]>(
    (subsets, id) => subsets.flatMap((subset) => [subset, [...subset, id]]),
    [[]],
  );
  return all.filter((subset) => subset.length > 0);
}

/** Each size compared with, one between each two, one on either side; those that the limits allow. */
function sizesAround(
  compared: readonly number[],
  { min, max }: Limits,
  isWhole: boolean,
): readonly number[] {
  const marks = [...compared, min, max].filter((mark) => mark !== null).sort((a, b) => a - b);
  const between = marks.slice(1).map((mark, index) => (mark + (marks[index] ?? mark)) / 2);
  const sides = marks.flatMap((mark) => [mark - 1, mark, mark + 1]);
  const sizes = new Set([...sides, ...(isWhole ? [] : between)]);
  return [...sizes].filter(
    (size) => (min === null || size >= min) && (max === null || size <= max),
  );
}

/** What may have been given for a fact on the way to a place; nothing may always have been. */
export function possibleFacts(
  { nodes }: CheckedScript,
  leading: ReadonlySet<string>,
  fact: Fact,
): readonly Said[] {
  const values = new Set<string>();
  let isSeveral = false;
  for (const node of nodes.values()) {
    if (!('fact' in node) || node.fact !== fact) continue;
    isSeveral ||= node.type === 'choices';
    for (const option of writtenOptions(node)) {
      const target = option.next ?? ('next' in node ? node.next : undefined);
      const value = factValue(fact, option, node.type === 'choices');
      if (value !== null && target !== undefined && leading.has(target)) values.add(value);
    }
  }
  const given = isSeveral ? subsetsOf([...values]) : [...values].map((value) => [value]);
  return [said(), ...given.map((chosen) => said(...chosen))];
}
