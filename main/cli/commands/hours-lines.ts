import { parseJson } from '#src/kernel';
import type { CommandIo, ExitCode } from '../command.ts';
import { linesOf } from '../lines.ts';

/** What a line gave: a result of its own fields, or the reason why there is none. */
export type LineResult<Answer> = Answer | { readonly error: string };

/** Whether there is no answer, and why. */
export function isRefused<Answer extends object>(
  result: LineResult<Answer>,
): result is { readonly error: string } {
  return 'error' in result;
}

/**
 * HO-42: answers each line of standard input, a JSON object, by one line in the same order. A line that cannot be
 * answered says why in its place, and the rest goes on; blank lines are skipped.
 */
export async function answerLines<Answer extends object>(
  io: CommandIo,
  answer: (fields: Readonly<Record<string, unknown>>) => LineResult<Answer>,
  format: (result: LineResult<Answer>) => string,
): Promise<ExitCode> {
  let refused = 0;
  for await (const line of linesOf(io.stdin)) {
    if (line.trim() === '') continue;
    const fields = readFields(line);
    const result =
      fields === null ? { error: 'La ligne n’est pas un objet JSON.' } : answer(fields);
    if (isRefused(result)) refused += 1;
    io.out.write(`${format(result)}\n`);
  }
  if (refused === 0) return 0;
  io.err.write(`Lignes sans réponse : ${refused}\n`);
  return 1;
}

function readFields(line: string): Readonly<Record<string, unknown>> | null {
  const json = parseJson(line);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return null;
  return Array.isArray(json.value) ? null : { ...json.value };
}
