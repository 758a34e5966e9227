import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { standardColumns, type VenueRow } from '#src/venues';
import { soundRow } from './venues.ts';

/** A file of the standard. */
export function venueCsv(rows: readonly VenueRow[]): string {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => standardColumns.map((column) => quote(row[column] ?? '')));
  return [standardColumns, ...lines].map((cells) => cells.join(',')).join('\n');
}

/** Sound rows, each a place of its own. */
export const rowsOf = (...ids: readonly string[]): readonly VenueRow[] =>
  ids.map((id) => ({ ...soundRow, id, nom: `Lieu ${id}`, adresse: `${id} rue inventée` }));

/** So many ids, each with the same beginning. */
export const idsFrom = (start: string, length: number): readonly string[] =>
  Array.from({ length }, (_, place) => `${start}${place}`);

/** Writes files for the tests around, in a folder that goes after them. */
export function venueFiles(): (name: string, content: string | Uint8Array) => Promise<string> {
  const folder: { path: string } = { path: '' };
  beforeAll(async () => {
    folder.path = await mkdtemp(join(tmpdir(), 'aiguillage-test-'));
  });
  afterAll(() => rm(folder.path, { recursive: true, force: true }));
  return async (name, content) => {
    const path = join(folder.path, name);
    await writeFile(path, content);
    return path;
  };
}
