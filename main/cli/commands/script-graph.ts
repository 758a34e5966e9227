import { parseArgs } from 'node:util';
import { scriptGraph as graphOf } from '#src/script';
import type { Command } from '../command.ts';
import { readArguments } from '../read-arguments.ts';
import { findingAsText, readScript } from './script-file.ts';

const usage = `Usage : script graph FICHIER

Dessine un script d'appel : un graphe au format DOT, pour Graphviz (dot -Tsvg). Un script qui a des erreurs se
dessine aussi, si sa forme est lisible.
`;

export const scriptGraph: Command = {
  name: 'script graph',
  summary: "dessine un script d'appel (DOT)",
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
    io.out.write(graphOf(document));
    return 0;
  },
};
