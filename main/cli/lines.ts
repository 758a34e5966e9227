import type { Readable } from 'node:stream';

/** The lines of a stream. Only line feeds part lines: other separators may stand inside a JSON text. */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
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
