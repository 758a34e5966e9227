import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseDistanceModel } from '#src/distance';
import { parseJson } from '#src/kernel';
import { checkScript, type Finding, findRepeatedKeys, parseSolutionCard } from '#src/script';
import { shippedData } from '../../hub/config.ts';
import { readShippedFiles } from '../../hub/imports/shipped-files.ts';
import type { Command, CommandIo, ExitCode } from '../command.ts';
import { readArguments } from '../read-arguments.ts';

const usage = `Usage : script check FICHIER [--json]

Vérifie un script d'appel : chaque réponse mène-t-elle quelque part, chaque question a-t-elle « ne sait pas » ?
Les règles sont dans docs/spec/script.md.

  --json   un objet JSON par constat {"severity","code","node","place","message"} ; sinon, une phrase
`;

/** A finding, or what keeps the file from being read at all. */
type Line = Omit<Finding, 'code'> & {
  readonly code: Finding['code'] | 'unreadable-file' | 'not-json';
};

const check: Command = {
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
    return printFindings(await checkFile(file), io, parsed.values.json ? JSON.stringify : asText);
  },
};

function printFindings(
  findings: readonly Line[],
  io: CommandIo,
  format: (finding: Line) => string,
): ExitCode {
  for (const finding of findings) io.out.write(`${format(finding)}\n`);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return 0;
  io.err.write(`Erreurs : ${errors.length}. La première : ${asText(first)}\n`);
  return 1;
}

async function checkFile(file: string): Promise<readonly Line[]> {
  const text = await readText(file);
  if (text === null) return [unread('unreadable-file', `The file ${file} cannot be read.`)];
  const json = parseJson(text);
  if (!json.ok) return [unread('not-json', `The file ${file} is no JSON.`)];
  const [models, cards] = await Promise.all([
    readShippedFiles(shippedData, 'models', parseDistanceModel),
    readShippedFiles(shippedData, 'solution-cards', parseSolutionCard),
  ]);
  return [
    ...findRepeatedKeys(text),
    ...checkScript(
      json.value,
      models.map(({ value }) => value),
      cards.map(({ value }) => value.id),
    ),
  ];
}

function unread(code: Line['code'], message: string): Line {
  return { severity: 'error', code, node: null, place: '', message };
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

function asText({ severity, code, place, message }: Line): string {
  const word = severity === 'error' ? 'erreur' : 'avertissement';
  return `${[word, code, place].filter(Boolean).join(' ')} : ${message}`;
}

export const commands = [check] as const;
