import { type Command, type CommandIo, type ExitCode, runCommand } from './command.ts';

/**
 * The operator's command line: `npm run -s cli -- <command> [options]`.
 *
 * A subject's module is imported only when one of its commands runs, so that a command that only
 * computes answers in about a second.
 */
const subjects: Readonly<Record<string, () => Promise<{ readonly commands: readonly Command[] }>>> =
  {
    distance: () => import('./commands/distance.ts'),
    hours: () => import('./commands/hours.ts'),
    script: () => import('./commands/script.ts'),
    slots: () => import('./commands/slots.ts'),
    twilio: () => import('./commands/twilio.ts'),
    venues: () => import('./commands/venues.ts'),
  };

async function usage(): Promise<string> {
  const modules = await Promise.all(Object.values(subjects).map((load) => load()));
  const commands = modules.flatMap((module) => module.commands);
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    'Usage : npm run -s cli -- <commande> [options]',
    '',
    ...lines,
    '',
    'Chaque commande explique ses options avec --help. Codes de sortie : 0 fait, 1 entrée refusée, 2 mauvais usage.',
    '',
  ].join('\n');
}

/** Runs the command that `args` name. */
export async function dispatch(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const [subject, verb] = args;
  if (subject === undefined || subject === '--help' || subject === '-h' || subject === 'help') {
    const asked = subject !== undefined;
    (asked ? io.out : io.err).write(await usage());
    return asked ? 0 : 2;
  }
  const load = Object.hasOwn(subjects, subject) ? subjects[subject] : undefined;
  const commands = load === undefined ? [] : (await load()).commands;
  const command = commands.find((candidate) => candidate.name === `${subject} ${verb}`);
  if (command === undefined) {
    io.err.write(`Commande inconnue : ${[subject, verb].filter(Boolean).join(' ')}\n\n`);
    io.err.write(await usage());
    return 2;
  }
  return runCommand(command, args.slice(2), io);
}

/** A reader that has seen enough (`| head`) closes the pipe: that is no failure. */
function stopQuietlyOnClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

if (import.meta.main) {
  stopQuietlyOnClosedPipe(process.stdout);
  stopQuietlyOnClosedPipe(process.stderr);
  process.exitCode = await dispatch(process.argv.slice(2), {
    stdin: process.stdin,
    out: process.stdout,
    err: process.stderr,
  });
}
