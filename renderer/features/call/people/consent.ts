import type { CompiledScript, LoggedAnswer } from '#src/script';

/** When consent was last answered, as the trace has it; `null` where it was not asked yet. */
export function consentAt(script: CompiledScript, answers: readonly LoggedAnswer[]): string | null {
  const last = answers.findLast(
    ({ question }) => script.questions.get(question)?.fact === 'consent',
  );
  return last?.at ?? null;
}
