import { type Assessment, assess, type DistanceAnswers, type DistanceModel } from '#src/distance';
import { type CompiledScript, type ScriptRun, scoreAnswers } from '#src/script';

/** The distance questions of a call: the model that asks them, what was answered on the way, what follows. */
export type DistanceSoFar = {
  readonly model: DistanceModel;
  readonly answers: DistanceAnswers;
  readonly assessment: Assessment;
};

/** `null` for a script that does not measure. Before the first question of it, every level is possible. */
export function distanceSoFar(script: CompiledScript, run: ScriptRun): DistanceSoFar | null {
  const [scored] = script.models;
  if (scored === undefined) return null;
  const [node, model] = scored;
  const answers = scoreAnswers(run.path, node);
  return { model, answers, assessment: run.assessment ?? assess(model, answers) };
}
