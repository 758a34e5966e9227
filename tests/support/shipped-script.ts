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

/** A script that ships, as a document. */
export function shippedDocument(id = 'general'): ScriptDocument {
  const parsed = parseScript(shippedFiles('scripts').get(`${id}.json`));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

/** A script that ships, ready to run. */
export function shippedScript(id = 'general'): CompiledScript {
  return compileScript(shippedDocument(id), [shippedModel()]);
}
