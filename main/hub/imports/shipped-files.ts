import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvariantError, type Result } from '#src/kernel';

/** A file that ships: as it is, for desks, and as it is read here. */
export type ShippedFile<Value> = { readonly json: unknown; readonly value: Value };

/** The JSON files of a folder that ships. They are part of the program: a fault in one is a bug. */
export async function readShippedFiles<Value>(
  data: string,
  folder: string,
  parse: (json: unknown) => Result<Value, unknown>,
): Promise<readonly ShippedFile<Value>[]> {
  const path = join(data, folder);
  const files = (await readdir(path)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => {
      const json: unknown = JSON.parse(await readFile(join(path, file), 'utf8'));
      const parsed = parse(json);
      if (parsed.ok) return { json, value: parsed.value };
      throw new InvariantError(`${folder}/${file}: ${JSON.stringify(parsed.error)}`);
    }),
  );
}
