import { basename, extname } from 'node:path';
import { type CellFinding, readSheet } from '#src/script';
import type { Command, CommandIo, ExitCode } from '../command.ts';
import { checkJson, fileArguments, readScript } from './script-file.ts';
import { readRows } from './sheet-file.ts';

const usage = `Usage : script import TABLEAU [--into SCRIPT] [--json]

Lit un script d'appel écrit dans un tableau (CSV ou XLSX), une ligne par question, et écrit le script en JSON.

  id        le nom court de la question
  text      ce qu'il faut dire
  help      ce qui aide l'écoutant
  answers   les réponses, séparées par | : « Oui | Non | Ne sait pas », ou « id=Libellé »
  next      où mène chaque réponse, séparés par | ; un seul vaut pour toutes

Dans une réponse, \\| est une barre. D'un classeur est lue la feuille « script », sinon la première.
Et, si besoin : type, section, title, details (le reste de la question, en JSON). « script export » écrit ce tableau.

  --into SCRIPT   reprend de ce script tout ce que le tableau ne dit pas : nom, version, sections, début
  --json          une ligne : le script, ou un constat par ligne {"severity","cell","code","message"}
`;

export const scriptImport: Command = {
  name: 'script import',
  summary: "lit un script d'appel dans un tableau (CSV, XLSX)",
  usage,
  run: async (args, io) => {
    const given = fileArguments(args, {
      json: { type: 'boolean', default: false },
      into: { type: 'string' },
    });
    if (given === null) return 'misused';
    const { file } = given;
    const { into, json } = given.values;
    const rows = await readRows(file);
    if (!rows.ok) return refused(io, [rows.error], json);
    const name = basename(file, extname(file)).toLowerCase();
    const frame = into === undefined ? null : (await readScript(into)).document;
    if (into !== undefined && frame === null) {
      io.err.write(`Le script ne peut pas être lu : ${into}\n`);
      return 1;
    }
    const sheet = readSheet(rows.value, frame ?? { id: name, title: name });
    if (!sheet.ok) return refused(io, sheet.error, json);
    const checked = await checkJson(file, sheet.value.json);
    const findings = checked.findings.map(
      ({ severity, code, node, place, message }): CellFinding => ({
        severity,
        cell: sheet.value.cellOf({ node, place }),
        code,
        message,
      }),
    );
    if (findings.some(({ severity }) => severity === 'error')) return refused(io, findings, json);
    for (const finding of findings) io.err.write(`${asText(finding)}\n`);
    io.out.write(`${JSON.stringify(sheet.value.json, null, json ? 0 : 2)}\n`);
    return 0;
  },
};

function refused(io: CommandIo, findings: readonly CellFinding[], json: boolean): ExitCode {
  for (const finding of findings) {
    io.out.write(`${json ? JSON.stringify(finding) : asText(finding)}\n`);
  }
  io.err.write(`Tableau refusé. Constats : ${findings.length}\n`);
  return 1;
}

function asText({ severity, cell, code, message }: CellFinding): string {
  return `${cell} : ${severity === 'error' ? 'erreur' : 'avertissement'} ${code} : ${message}`;
}
