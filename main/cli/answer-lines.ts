import type { Readable } from 'node:stream';
import { parseJson } from '#src/kernel';
import type { CommandIo, ExitCode } from './command.ts';

/** What a line gave: an answer, or the reason why there is none. */
export type LineResult<Answer> = Answer | { readonly error: string };

/** Whether there is no answer, and why. */
export function isRefused<Answer extends object>(
  result: LineResult<Answer>,
): result is { readonly error: string } {
  return 'error' in result;
}

/**
 * HO-42, DI-9: answers each line of standard input by one line in the same order. A line that cannot be answered says
 * why in its place, and the rest goes on; blank lines are skipped.
 */
export async function answerLines<Answer extends object>(
  io: CommandIo,
  answer: (line: string) => LineResult<Answer>,
  format: (result: LineResult<Answer>) => string,
): Promise<ExitCode> {
  let refused = 0;
  for await (const line of linesOf(io.stdin)) {
    if (line.trim() === '') continue;
    const result = answer(line);
    if (isRefused(result)) refused += 1;
    io.out.write(`${format(result)}\n`);
  }
  if (refused === 0) return 0;
  io.err.write(`Lignes sans réponse : ${refused}\n`);
  return 1;
}

/** Reads a line as a JSON object and answers by its fields. */
export const onFields =
  <Answer extends object>(
    answer: (fields: Readonly<Record<string, unknown>>) => LineResult<Answer>,
  ) =>
  (line: string): LineResult<Answer> => {
    const json = parseJson(line);
    const isObject = json.ok && typeof json.value === 'object' && !Array.isArray(json.value);
    return isObject && json.value !== null
      ? answer({ ...json.value })
      : { error: 'La ligne n’est pas un objet JSON.' };
  };

/** The lines of a stream. Only line feeds part lines: other separators may stand inside a JSON text. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const text = chunk instanceof Uint8Array ? decoder.decode(chunk, { stream: true }) : chunk;
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest + decoder.decode();
}
