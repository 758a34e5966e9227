import { Readable } from 'node:stream';
import { type Command, type ExitCode, runCommand as run } from '../../main/cli/command.ts';

export type CommandResult = {
  readonly code: ExitCode;
  /** Lines of standard output. */
  readonly out: readonly string[];
  readonly err: string;
};

/** Runs a command of the command line on its own streams. `input` comes in these pieces. */
export async function runCommand(
  command: Command | undefined,
  args: readonly string[],
  input: readonly (string | Uint8Array)[] = [],
): Promise<CommandResult> {
  if (command === undefined) throw new Error('There is no such command.');
  let out = '';
  let err = '';
  const code = await run(command, args, {
    stdin: Readable.from(input),
    out: {
      write: (text) => {
        out += text;
      },
    },
    err: {
      write: (text) => {
        err += text;
      },
    },
  });
  return { code, out: out.split('\n').slice(0, -1), err };
}
