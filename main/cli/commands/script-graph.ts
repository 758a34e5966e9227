import { scriptGraph as graphOf } from '#src/script';
import type { Command } from '../command.ts';
import { fileArguments, readShape } from './script-file.ts';

const usage = `Usage : script graph FICHIER

Dessine un script d'appel : un graphe au format DOT, pour Graphviz (dot -Tsvg). Un script qui a des erreurs se
dessine aussi, si sa forme est lisible.
`;

export const scriptGraph: Command = {
  name: 'script graph',
  summary: "dessine un script d'appel (DOT)",
  usage,
  run: async (args, io) => {
    const given = fileArguments(args, {});
    if (given === null) return 'misused';
    const document = await readShape(given.file, io);
    if (document === null) return 1;
    io.out.write(graphOf(document));
    return 0;
  },
};
