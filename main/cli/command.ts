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
  /** What `--help` prints, and whoever types something else. */
  readonly usage: string;
  readonly run: (args: readonly string[], io: CommandIo) => Promise<ExitCode | 'misused'>;
};

/** Runs a command, or explains it: because that was asked, or because it was not understood. */
export async function runCommand(
  { run, usage }: Command,
  args: readonly string[],
  io: CommandIo,
): Promise<ExitCode> {
  if (args.includes('--help')) {
    io.out.write(usage);
    return 0;
  }
  const code = await run(args, io);
  if (code !== 'misused') return code;
  io.err.write(usage);
  return 2;
}
