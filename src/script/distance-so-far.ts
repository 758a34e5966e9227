import { type Assessment, assess, type DistanceAnswers, type DistanceModel } from '#src/distance';
import type { CompiledScript } from './compile.ts';
import { splitQuestion } from './ids.ts';
import { scoreAnswers } from './path.ts';
import type { ScriptRun } from './run.ts';

/** The distance questions of a call: the model that asks them, what was answered on the way, what follows. */
export type DistanceSoFar = {
  readonly model: DistanceModel;
  readonly answers: DistanceAnswers;
  readonly assessment: Assessment;
};

/**
 * The latest score node that the call has come to, or the first that the script has: before its first question every
 * level is possible. `null` for a script that does not measure.
 */
export function distanceSoFar(script: CompiledScript, run: ScriptRun): DistanceSoFar | null {
  const passed = [...run.path, run.current].map(({ question }) => splitQuestion(question)[0]);
  const node =
    passed.findLast((candidate) => script.models.has(candidate)) ?? [...script.models.keys()][0];
  const model = node === undefined ? undefined : script.models.get(node);
  if (node === undefined || model === undefined) return null;
  const answers = scoreAnswers(run.path, node);
  return { model, answers, assessment: assess(model, answers) };
}
