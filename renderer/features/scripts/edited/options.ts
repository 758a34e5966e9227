import type { EditedNode, EditedOption } from './edited-script.ts';
import { idFrom } from './ids.ts';

/** "Ne sait pas": every question has it, at the end, on key 0. */
export const unknownOption = 'nsp';

/** The types that ask something: they need "ne sait pas". */
export function asks({ type }: Pick<EditedNode, 'type'>): boolean {
  return ['choice', 'choices', 'text', 'number', 'date', 'commune'].includes(type);
}

/** The types whose answers are written. */
export function hasOptions(node: Pick<EditedNode, 'type'>): boolean {
  return asks(node) || node.type === 'orientation';
}

/** The node with one more answer, before "ne sait pas", leading where the one above it leads. */
export function withOption(node: EditedNode, label: string): EditedNode {
  const options = node.options ?? [];
  const place = options.findIndex(({ id }) => id === unknownOption);
  const before = place === -1 ? options : options.slice(0, place);
  const after = place === -1 ? [] : options.slice(place);
  const id = idFrom(
    label,
    options.map((option) => option.id),
  );
  const next = node.type === 'choices' ? undefined : (before.at(-1) ?? after[0])?.next;
  return { ...node, options: [...before, { id, label, next }, ...after] };
}

export function withUnknown(node: EditedNode, label: string): EditedNode {
  const options = node.options ?? [];
  const next = node.next ?? options.at(-1)?.next;
  return { ...node, options: [...options, { id: unknownOption, label, next }] };
}

export function withoutOption(node: EditedNode, index: number): EditedNode {
  return { ...node, options: node.options?.filter((_, place) => place !== index) };
}

/** The answer one place up (-1) or down (1). "Ne sait pas" keeps its place at the end. */
export function movedOption(node: EditedNode, index: number, by: -1 | 1): EditedNode {
  const options = node.options ?? [];
  const one = options[index];
  const other = options[index + by];
  if (one === undefined || other === undefined || other.id === unknownOption) return node;
  return {
    ...node,
    options: options.with(index, other).with(index + by, one),
  };
}

export function changedOption(
  node: EditedNode,
  index: number,
  part: Partial<EditedOption>,
): EditedNode {
  return {
    ...node,
    options: node.options?.map((option, place) =>
      place === index ? { ...option, ...part } : option,
    ),
  };
}
