import type { DistanceModel } from '#src/distance';
import { InvariantError } from '#src/kernel';
import { checkScript } from './check.ts';
import { type CompiledScript, compileSound } from './compile.ts';
import type { ScriptDocument } from './document.ts';

/**
 * Makes a script ready to run. The document is linked and one that `checkScript` finds no error in:
 * check it first, and tell its author.
 */
export function compileScript(
  document: ScriptDocument,
  models: readonly DistanceModel[],
): CompiledScript {
  const errors = checkScript(document, models).filter(({ severity }) => severity === 'error');
  if (errors[0] !== undefined) {
    throw new InvariantError(`This script was not checked: ${JSON.stringify(errors[0])}`);
  }
  return compileSound(document, models);
}
