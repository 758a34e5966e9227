import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { writeSheet } from '#src/script';
import type { Command } from '../command.ts';
import { readArguments } from '../read-arguments.ts';
import { findingAsText, readScript } from './script-file.ts';

const usage = `Usage : script export FICHIER

Écrit un script d'appel en tableau (CSV), une ligne par question, tel que « script import » le lit.
`;

export const scriptExport: Command = {
  name: 'script export',
  summary: "écrit un script d'appel en tableau (CSV)",
  usage,
  run: async (args, io) => {
    const parsed = readArguments(() =>
      parseArgs({ args: [...args], allowPositionals: true, options: {} }),
    );
    const [file, ...others] = parsed?.positionals ?? [];
    if (parsed === null || file === undefined || others.length > 0) return 'misused';
    const { document, findings } = await readScript(file);
    if (document === null) {
      for (const finding of findings) io.err.write(`${findingAsText(finding)}\n`);
      return 1;
    }
    io.out.write(stringify(writeSheet(document).map((row) => [...row])));
    return 0;
  },
};
