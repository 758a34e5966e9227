import { stringify } from 'csv-stringify/sync';
import type { Result } from '#src/kernel';
import { standardCells, standardHeader } from '#src/venues';
import type { VenueFileReading, VenueFileRow } from './venue-file.ts';
import type { VenueFileFailure } from './venue-file-failure.ts';

/** Reads the rows of a file of venues, from its beginning each time it is called. */
export type ReadRows = (
  onRow: (row: VenueFileRow) => void | Promise<void>,
) => Promise<Result<VenueFileReading, VenueFileFailure>>;
/** Takes a piece of text at its own pace. */
export type WriteText = (text: string) => Promise<void>;

/**
 * Writes the venues of a file in the columns of the standard, with what was repaired written in and the
 * columns that the standard does not know after its own (VE-19). The file is read twice: a JSON says its
 * columns to the end.
 */
export async function writeStandardCsv(
  read: ReadRows,
  write: WriteText,
): Promise<Result<VenueFileReading, VenueFileFailure>> {
  const columns = new Set<string>();
  const first = await read(({ result }) => {
    if (result.ok) for (const column of Object.keys(result.value.cells)) columns.add(column);
  });
  if (!first.ok) return first;
  const header = standardHeader([...columns]);
  await write(stringify([[...header]]));
  return read(async ({ result }) => {
    if (result.ok) await write(stringify([[...standardCells(result.value.cells, header)]]));
  });
}
