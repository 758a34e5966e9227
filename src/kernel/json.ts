import { err, ok, type Result } from './result.ts';

/** The value that a JSON text says. */
export function parseJson(text: string): Result<unknown, 'not-json'> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err('not-json');
  }
}
