import { InvariantError } from '#src/kernel';
import type { Ports } from './ports.ts';
import { databaseErrorCode } from './storage/database.ts';

/**
 * What the log keeps of an error that nobody expected: its kind and where it was thrown. A message can quote a
 * statement's parameters, which name people.
 */
export function logError(
  { log }: Ports,
  error: unknown,
  about:
    | { readonly correlationId: string }
    | { readonly callId: string }
    | { readonly job: string },
): void {
  const thrown = error instanceof Error ? error : new InvariantError('Something else was thrown.');
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  log.error({
    ...about,
    error: thrown.name,
    ...(thrown instanceof InvariantError ? { why: thrown.message } : {}),
    database: databaseErrorCode(thrown),
    frames,
  });
}
