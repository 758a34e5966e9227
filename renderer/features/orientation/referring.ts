import {
  type CompiledScript,
  type LoggedAnswer,
  type Option,
  outcomeAfter,
  type Question,
  type ScriptRun,
} from '#src/script';

/** The answers of an orientation step: the one that says that somebody is expected, and the others. */
export type OrientationOptions = {
  readonly referring: Option | null;
  readonly others: readonly Option[];
};

/** The orientation step that is asked now, or that was answered last; `null` before there is one. */
export function orientationStep(script: CompiledScript, run: ScriptRun): Question | null {
  const passed = [...run.path.map(({ question }) => question), run.current.question];
  const last = passed.findLast((id) => script.questions.get(id)?.kind === 'orientation');
  return last === undefined ? null : (script.questions.get(last) ?? null);
}

/** Tells the answers apart by where they lead: no code knows a script's own answers. */
export function orientationOptions(
  script: CompiledScript,
  answers: readonly LoggedAnswer[],
  run: ScriptRun,
): OrientationOptions {
  const step = orientationStep(script, run);
  if (step === null) return { referring: null, others: [] };
  const refers = ({ id }: Option) => outcomeAfter(script, answers, step.id, id) === 'referred';
  return {
    referring: step.options.find(refers) ?? null,
    others: step.options.filter((option) => !refers(option)),
  };
}
