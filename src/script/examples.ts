import type { DistanceModel } from '#src/distance';
import { compileSound } from './compile.ts';
import type { ScriptDocument } from './document.ts';
import { type Finding, problem } from './findings.ts';
import { runLine } from './run-line.ts';

/** SC-34: the calls that a script tells as examples end where it says. The script has no error otherwise. */
export function checkExamples(
  document: ScriptDocument,
  models: readonly DistanceModel[],
): readonly Finding[] {
  const { examples = [] } = document;
  if (examples.length === 0) return [];
  const script = compileSound(document, models);
  return examples.flatMap(({ answers, outcome }, index) => {
    const run = runLine(script, { answers });
    if ('outcome' in run && run.outcome === outcome) return [];
    return [problem('example-fails', ['examples', index], `Not "${outcome}": ${toldOf(run)}.`)];
  });
}

function toldOf(run: ReturnType<typeof runLine>): string {
  if ('error' in run) return run.error;
  return 'next' in run ? `"${run.next}" is asked` : `it ends at "${run.outcome}"`;
}
