import { assess } from '#src/distance';
import type { CheckedScript } from './checked-script.ts';
import type { FlatNode } from './document.ts';
import { type Finding, problem } from './findings.ts';
import type { Exit } from './graph.ts';

/** SC-31: more than this, and the person has hung up. */
const mostQuestions = 25;

/**
 * SC-31: the questions on the longest way, found where the first too many is asked.
 *
 * @param order every node after those that lead to it
 */
export function checkLongestPath(
  script: CheckedScript,
  exits: ReadonlyMap<string, readonly Exit[]>,
  order: readonly string[],
): readonly Finding[] {
  const asked = new Map<string, number>();
  let first: string | null = null;
  let most = 0;
  for (const id of order) {
    const node = script.nodes.get(id);
    const here = (asked.get(id) ?? 0) + (node === undefined ? 0 : questionsIn(node, script));
    most = Math.max(most, here);
    // A sub-script has a file of its own: the finding is for the one that runs it.
    if (here > mostQuestions && !id.includes('/')) first ??= id;
    for (const { target } of exits.get(id) ?? []) {
      asked.set(target, Math.max(asked.get(target) ?? 0, here));
    }
  }
  if (first === null) return [];
  const message = `${most} questions on the longest way; ${mostQuestions} are what somebody answers.`;
  return [problem('too-many-questions', ['nodes', first], message, 'warning')];
}

function questionsIn(node: FlatNode, { models }: CheckedScript): number {
  switch (node.type) {
    case 'decision':
    case 'instruction':
    case 'outcome':
      return 0;
    case 'score': {
      const model = models.find(({ stamp }) => stamp === node.model);
      return model === undefined ? 0 : assess(model, {}).remaining.max;
    }
    default:
      return 1;
  }
}
