import { parseArgs } from 'node:util';
import { checkVersion } from '#src/script';
import type { Command, CommandIo, ExitCode } from '../command.ts';
import { readArguments } from '../read-arguments.ts';
import { type FileFinding, findingAsText, readScript } from './script-file.ts';

const usage = `Usage : script check FICHIER [--against PUBLIÉ] [--json]

Vérifie un script d'appel : chaque réponse mène-t-elle quelque part, chaque question a-t-elle « ne sait pas » ?
Les règles sont dans docs/spec/script.md.

  --against PUBLIÉ   compare à la version publiée : ce qui a changé demande un nouveau numéro de version
  --json             un objet JSON par constat {"severity","code","node","place","message"} ; sinon, une phrase
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
        options: { json: { type: 'boolean', default: false }, against: { type: 'string' } },
      }),
    );
    const [file, ...others] = parsed?.positionals ?? [];
    if (parsed === null || file === undefined || others.length > 0) return 'misused';
    const { against, json } = parsed.values;
    const { findings, document } = await readScript(file);
    const published = against === undefined ? null : await readScript(against);
    if (published !== null && published.document === null) {
      io.err.write(`La version publiée ne peut pas être lue : ${against}\n`);
      return 1;
    }
    const changes =
      published?.document && document ? checkVersion(document, published.document) : [];
    return printFindings([...findings, ...changes], io, json ? JSON.stringify : findingAsText);
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
