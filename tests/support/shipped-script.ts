import { readdirSync, readFileSync } from 'node:fs';
import { type CompiledScript, compileScript, parseScript, type ScriptDocument } from '#src/script';
import { shippedModel } from './distance-model.ts';

const data = new URL('../../data/', import.meta.url);

/** Every JSON file of a folder of `data`, by name. */
export function shippedFiles(folder: string): ReadonlyMap<string, unknown> {
  const files = readdirSync(new URL(`${folder}/`, data));
  return new Map(
    files.map((file) => [
      file,
      JSON.parse(readFileSync(new URL(`${folder}/${file}`, data), 'utf8')),
    ]),
  );
}

/** The general script that ships, as a document. */
export function shippedDocument(): ScriptDocument {
  const parsed = parseScript(shippedFiles('scripts').get('general.json'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

/** The general script that ships, ready to run. */
export function shippedScript(): CompiledScript {
  return compileScript(shippedDocument(), [shippedModel()]);
}
