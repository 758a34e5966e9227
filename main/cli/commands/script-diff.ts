import { neededVersion, type ScriptChange, scriptDifference } from '#src/script';
import type { Command } from '../command.ts';
import { fileArguments, readShape } from './script-file.ts';

const usage = `Usage : script diff AVANT APRÈS [--json]

Dit ce qui n'est pas le même dans deux versions d'un script d'appel, et quel numéro de version il faut au moins.

  --json   un objet JSON {"changes","needed"} ; sinon, une ligne par changement
`;

export const scriptDiff: Command = {
  name: 'script diff',
  summary: "compare deux versions d'un script d'appel",
  usage,
  run: async (args, io) => {
    const given = fileArguments(args, { json: { type: 'boolean', default: false } }, 2);
    if (given === null) return 'misused';
    const { file, others } = given;
    const before = await readShape(file, io);
    const after = await readShape(others.join(), io);
    if (before === null || after === null) return 1;
    const changes = scriptDifference(before, after);
    const needed = neededVersion(before, changes);
    if (given.values.json) {
      io.out.write(`${JSON.stringify({ changes, needed })}\n`);
      return 0;
    }
    for (const change of changes) io.out.write(`${asText(change)}\n`);
    io.out.write(
      changes.length === 0
        ? 'Rien ne change.\n'
        : `Version nécessaire, après ${before.version} : ${needed}\n`,
    );
    return 0;
  },
};

/** The node, the change, and what else is known of it. */
function asText({ node, change, ...known }: ScriptChange): string {
  const facts = Object.entries(known).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return [node ?? '(script)', change, ...facts].join(' ');
}
