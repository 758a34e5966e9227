import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvariantError, type Result } from '#src/kernel';

/** The JSON files of a folder that ships, each parsed. They are part of the program: a fault in one is a bug. */
export async function readShippedFiles<Value>(
  data: string,
  folder: string,
  parse: (json: unknown) => Result<Value, unknown>,
): Promise<readonly Value[]> {
  const path = join(data, folder);
  const files = (await readdir(path)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => {
      const parsed = parse(JSON.parse(await readFile(join(path, file), 'utf8')));
      if (parsed.ok) return parsed.value;
      throw new InvariantError(`${folder}/${file}: ${JSON.stringify(parsed.error)}`);
    }),
  );
}
