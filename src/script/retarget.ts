import type { Condition } from './condition.ts';
import type { ScriptNode } from './document.ts';

type Rename = (id: string) => string;

/** The node with every way out leading to what `rename` makes of its target. */
export function retarget(node: ScriptNode, rename: Rename): ScriptNode {
  switch (node.type) {
    case 'outcome':
      return node;
    case 'decision':
      return {
        ...node,
        cases: node.cases.map((each) => ({ ...each, next: rename(each.next) })),
        otherwise: rename(node.otherwise),
      };
    case 'retry':
      return { ...node, again: rename(node.again), next: rename(node.next) };
    case 'instruction':
    case 'score':
    case 'script':
      return { ...node, next: rename(node.next) };
    case 'choice':
    case 'orientation':
      return {
        ...node,
        options: node.options.map((each) => ({ ...each, next: rename(each.next) })),
      };
    case 'choices':
      return {
        ...node,
        options: node.options.map((each) =>
          each.next === undefined ? each : { ...each, next: rename(each.next) },
        ),
        next: rename(node.next),
      };
    case 'text':
    case 'number':
    case 'date':
    case 'commune':
      return {
        ...node,
        options: node.options.map((each) => ({ ...each, next: rename(each.next) })),
        next: rename(node.next),
      };
  }
}

/** The condition asking of what `rename` makes of each question. */
export function askingOf(condition: Condition, rename: Rename): Condition {
  switch (condition.predicate) {
    case 'fact':
      return condition;
    case 'level':
      return { ...condition, score: rename(condition.score) };
    case 'not':
      return { ...condition, of: askingOf(condition.of, rename) };
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map((part) => askingOf(part, rename)) };
    default:
      return { ...condition, question: rename(condition.question) };
  }
}
