import type { CompiledScript, Walk } from './compile.ts';
import type { AnswerValue } from './questions.ts';

/** Where answers lead when instructions, which ask nothing, are passed without one. */
export function passInstructions(
  script: CompiledScript,
  answers: ReadonlyMap<string, AnswerValue>,
): Walk {
  const known = new Map(answers);
  for (;;) {
    const walk = script.follow(known);
    const { id, kind, options } = walk.current;
    const [way] = options;
    if (kind !== 'instruction' || way === undefined) return walk;
    known.set(id, way.id);
  }
}
