import { assess, type DistanceModel } from '#src/distance';
import { compileSound } from './compile.ts';
import type { FlatNode, ScriptDocument } from './document.ts';
import { flatten } from './flat-script.ts';
import { exitsOf, reachFrom } from './graph.ts';
import { passInstructions } from './pass-instructions.ts';
import { modelOf } from './questions.ts';
import { sayingSeconds } from './readability.ts';

/** How long the words of a call take to say aloud, in seconds: the caller's answers not counted. */
export type SayingTimes = {
  /** On the way with the most to say. */
  readonly longest: number;
  /** The middle one of the calls that the script tells as examples; `null`: it tells none. */
  readonly typical: number | null;
};

/**
 * SC-50: how long a script takes to say, help left out.
 *
 * @param document linked, and without error
 */
export function sayingTimes(
  document: ScriptDocument,
  models: readonly DistanceModel[],
): SayingTimes {
  const times = exampleTimes(document, models).sort((one, other) => one - other);
  return {
    longest: longestTime(document, models),
    typical: times[Math.floor(times.length / 2)] ?? null,
  };
}

function longestTime(document: ScriptDocument, models: readonly DistanceModel[]): number {
  const { start, nodes } = flatten(document).script;
  const exits = new Map([...nodes].map(([id, node]) => [id, exitsOf(id, node)]));
  const before = new Map<string, number>();
  let longest = 0;
  for (const id of reachFrom(start, exits).order) {
    const node = nodes.get(id);
    const here = (before.get(id) ?? 0) + (node === undefined ? 0 : secondsAt(node, models));
    longest = Math.max(longest, here);
    for (const { target } of exits.get(id) ?? []) {
      before.set(target, Math.max(before.get(target) ?? 0, here));
    }
  }
  return longest;
}

/** Of a score node: as many questions as it can ask, those that take longest. */
function secondsAt(node: FlatNode, models: readonly DistanceModel[]): number {
  if (node.type === 'decision') return 0;
  if (node.type !== 'score') return sayingSeconds(node.say);
  const model = modelOf(models, node.model);
  const times = Object.values(model.questions).map(({ say }) => sayingSeconds(say));
  const asked = times.sort((one, other) => other - one).slice(0, assess(model, {}).remaining.max);
  return asked.reduce((sum, seconds) => sum + seconds, 0);
}

function exampleTimes(document: ScriptDocument, models: readonly DistanceModel[]): number[] {
  const { examples = [] } = document;
  if (examples.length === 0) return [];
  const script = compileSound(document, models);
  return examples.map(({ answers }) => {
    const given = answers.map(
      ({ question, answer }) =>
        [question, typeof answer === 'number' ? String(answer) : answer] as const,
    );
    const { path, current } = passInstructions(script, new Map(given));
    const said = [...path.map(({ question }) => question), current.id];
    return said.reduce((sum, id) => sum + sayingSeconds(script.questions.get(id)?.say ?? ''), 0);
  });
}
