import { parseArgs } from 'node:util';
import type { Command, CommandIo, ExitCode } from '../command.ts';
import { readArguments } from '../read-arguments.ts';
import { type FileFinding, findingAsText, readScript } from './script-file.ts';

const usage = `Usage : script check FICHIER [--json]

Vérifie un script d'appel : chaque réponse mène-t-elle quelque part, chaque question a-t-elle « ne sait pas » ?
Les règles sont dans docs/spec/script.md.

  --json   un objet JSON par constat {"severity","code","node","place","message"} ; sinon, une phrase
`;

export const scriptCheck: Command = {
  name: 'script check',
  summary: "vérifie un script d'appel",
  usage,
  run: async (args, io) => {
    const parsed = readArguments(() =>
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { json: { type: 'boolean', default: false } },
      }),
    );
    const [file, ...others] = parsed?.positionals ?? [];
    if (parsed === null || file === undefined || others.length > 0) return 'misused';
    const { findings } = await readScript(file);
    return printFindings(findings, io, parsed.values.json ? JSON.stringify : findingAsText);
  },
};

function printFindings(
  findings: readonly FileFinding[],
  io: CommandIo,
  format: (finding: FileFinding) => string,
): ExitCode {
  for (const finding of findings) io.out.write(`${format(finding)}\n`);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return 0;
  io.err.write(`Erreurs : ${errors.length}. La première : ${findingAsText(first)}\n`);
  return 1;
}
