import { type ScriptDocument, scriptDifference } from '#src/script';
import type { GraphMark } from '../graph/drawn-script.ts';

/** What the nodes of two versions are marked with: each once, the same as in the list of what changed. */
export function differenceMarks(
  before: ScriptDocument,
  after: ScriptDocument,
): ReadonlyMap<string, readonly GraphMark[]> {
  const marks = new Map<string, readonly GraphMark[]>();
  for (const { node, change } of scriptDifference(before, after)) {
    if (node === null) continue;
    const mark =
      change === 'node-added' ? 'added' : change === 'node-removed' ? 'removed' : 'changed';
    marks.set(node, [mark]);
  }
  return marks;
}
