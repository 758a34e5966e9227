import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ParseArgsConfig, ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type DistanceModel, parseDistanceModel } from '#src/distance';
import { err, ok, parseJson, present, type Result } from '#src/kernel';
import {
  checkScript,
  type Finding,
  findRepeatedKeys,
  linkScript,
  parseScript,
  parseSolutionCard,
  type ScriptDocument,
  scriptsRun,
} from '#src/script';
import { shippedData } from '../../hub/config.ts';
import { readShippedFiles } from '../../hub/imports/shipped-files.ts';
import type { CommandIo } from '../command.ts';
import { readArguments } from '../read-arguments.ts';

/** The arguments of a command on a script's file: the file, those after it, and the options. */
export type FileArguments<Options extends ParseArgsOptionsConfig> = {
  readonly file: string;
  readonly others: readonly string[];
  readonly values: ReturnType<
    typeof parseArgs<ParseArgsConfig & { readonly options: Options; readonly strict: true }>
  >['values'];
};

/** Reads the arguments of a command on so many files; `null`: it is not used so. */
export function fileArguments<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  files = 1,
): FileArguments<Options> | null {
  const parsed = readArguments({ args, allowPositionals: true, strict: true, options });
  const [file, ...others] = parsed?.positionals ?? [];
  if (parsed === null || file === undefined || others.length + 1 !== files) return null;
  return { file, others, values: parsed.values };
}

/** A finding, or what keeps the file from being read at all. */
export type FileFinding = Omit<Finding, 'code'> & {
  readonly code: Finding['code'] | 'unreadable-file' | 'not-json';
};

/** A script's file that was read: what was found in it, and the script where its shape is sound. */
export type ReadScript = {
  readonly findings: readonly FileFinding[];
  readonly document: ScriptDocument | null;
  /** The distance models that ship. */
  readonly models: readonly DistanceModel[];
};

/** Reads a script's file and checks it. */
export async function readScript(file: string): Promise<ReadScript> {
  const read = await readJsonFile(file);
  if (!read.ok) return { findings: [read.error], document: null, models: [] };
  const { findings, ...rest } = await checkJson(file, read.value.json);
  return { ...rest, findings: [...findRepeatedKeys(read.value.text), ...findings] };
}

/** Checks a script that was written as JSON or otherwise. Those that it runs stand beside the file. */
export async function checkJson(
  file: string,
  json: unknown,
): Promise<Omit<ReadScript, 'findings'> & { readonly findings: readonly Finding[] }> {
  const models = (await readShippedFiles(shippedData, 'models', parseDistanceModel)).map(
    ({ value }) => value,
  );
  const cards = await readShippedFiles(shippedData, 'solution-cards', parseSolutionCard);
  const parsed = parseScript(json);
  const document = parsed.ok ? await linked(file, parsed.value) : null;
  return {
    findings: checkScript(
      document ?? json,
      models,
      cards.map(({ value }) => value.id),
    ),
    document,
    models,
  };
}

/** The script with those that it runs: from files beside it, else from those that ship. */
async function linked(file: string, document: ScriptDocument): Promise<ScriptDocument> {
  const parts = new Map<string, ScriptDocument>();
  const waiting = [...scriptsRun(document)];
  for (const id of waiting) {
    const part = await readPart(
      join(dirname(file), `${id}.json`),
      join(shippedData, 'scripts', `${id}.json`),
    );
    if (part === null) continue;
    parts.set(id, part);
    for (const next of scriptsRun(part)) if (!waiting.includes(next)) waiting.push(next);
  }
  return linkScript(document, parts.values());
}

/** The first of the files that holds a script of sound shape. */
async function readPart(...files: readonly string[]): Promise<ScriptDocument | null> {
  for (const file of files) {
    const read = await readJsonFile(file);
    const part = read.ok ? parseScript(read.value.json) : read;
    if (part.ok) return part.value;
  }
  return null;
}

/** The script of a file that has no error, and the models to run it with; else the first error. */
export async function readSoundScript(
  file: string,
): Promise<
  Result<Pick<ReadScript, 'models'> & { readonly document: ScriptDocument }, FileFinding>
> {
  const { findings, document, models } = await readScript(file);
  const error = findings.find(({ severity }) => severity === 'error');
  if (error !== undefined) return err(error);
  return ok({ document: present(document, 'a file without error holds a script'), models });
}

/** The script of a file, which may have errors if its shape is sound; `null`: it is not, and `err` says why. */
export async function readShape(file: string, io: CommandIo): Promise<ScriptDocument | null> {
  const { document, findings } = await readScript(file);
  if (document === null) {
    for (const finding of findings) io.err.write(`${findingAsText(finding)}\n`);
  }
  return document;
}

/** A finding in a line of text. */
export function findingAsText({ severity, code, place, message }: FileFinding): string {
  const word = severity === 'error' ? 'erreur' : 'avertissement';
  return `${[word, code, place].filter(Boolean).join(' ')} : ${message}`;
}

type FileText = { readonly text: string; readonly json: unknown };

async function readJsonFile(file: string): Promise<Result<FileText, FileFinding>> {
  const text = await readText(file);
  if (text === null) return err(unread('unreadable-file', `The file ${file} cannot be read.`));
  const json = parseJson(text);
  if (!json.ok) return err(unread('not-json', `The file ${file} is no JSON.`));
  return ok({ text, json: json.value });
}

function unread(code: FileFinding['code'], message: string): FileFinding {
  return { severity: 'error', code, node: null, place: '', message };
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}
