import { writeFile } from 'node:fs/promises';
import { writeCsv, writeSheet } from '#src/script';
import type { Command } from '../command.ts';
import { fileArguments, readShape } from './script-file.ts';
import { writeRows } from './sheet-file.ts';

const usage = `Usage : script export FICHIER [--to TABLEAU]

Écrit un script d'appel en tableau, une ligne par question, tel que « script import » le lit.

  --to TABLEAU   écrit dans ce fichier : un classeur s'il finit par .xlsx, sinon du CSV ; sans --to, du CSV ici
`;

export const scriptExport: Command = {
  name: 'script export',
  summary: "écrit un script d'appel en tableau (CSV, XLSX)",
  usage,
  run: async (args, io) => {
    const given = fileArguments(args, { to: { type: 'string' } });
    if (given === null) return 'misused';
    const { to } = given.values;
    const document = await readShape(given.file, io);
    if (document === null) return 1;
    const rows = writeSheet(document);
    if (to === undefined) {
      io.out.write(writeCsv(rows));
      return 0;
    }
    try {
      await (to.toLowerCase().endsWith('.xlsx')
        ? writeRows(rows, to)
        : writeFile(to, writeCsv(rows)));
    } catch {
      io.err.write(`Le tableau ne peut pas être écrit : ${to}\n`);
      return 1;
    }
    return 0;
  },
};
