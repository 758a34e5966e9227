import type { Readable } from 'node:stream';

/** 0 done, 1 refused input (the reason is on `err`), 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** Where text goes: a process's own stream, or a test's. */
export type Output = { write(text: string): unknown };

/** The three standard streams. With `--json`, `out` carries one JSON object a line and nothing else. */
export type CommandIo = { readonly stdin: Readable; readonly out: Output; readonly err: Output };

/**
 * One operator command. `name` is what is typed: `venues import`. `commands/<subject>.ts` exports
 * those of its subject as `commands: readonly Command[]`.
 */
export type Command = {
  readonly name: string;
  readonly summary: string;
  run(args: readonly string[], io: CommandIo): Promise<ExitCode>;
};
