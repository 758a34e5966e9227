import { type FileHandle, open } from 'node:fs/promises';
import { err, ok, type Result } from '#src/kernel';
import {
  departementOfPostcode,
  groupDuplicates,
  type QualityGroup,
  qualityTally,
  type ReadingContext,
  type Rejection,
  type RowReading,
  readVenueRow,
  type Venue,
  type VenueCounts,
  type VenueGroup,
} from '#src/venues';
import { largestUnpackedBytes } from './limited-bytes.ts';
import { failureOf, type VenueFileFailure } from './venue-file-failure.ts';
import { csvRows, type FileRow, jsonRows } from './venue-file-rows.ts';
import { type OnProgress, openVenueText, type TextEncoding } from './venue-file-text.ts';

export type { VenueFileFailure } from './venue-file-failure.ts';

/** A row of the file: a venue with what was found in it, or the reasons why it is none. */
export type VenueFileRow = {
  /** CSV: the line on which it begins, 1 being the header. JSON: its place in the list, from 1. */
  readonly line: number;
  /** Empty where the row has none. */
  readonly id: string;
  /** The producer's name, and the INSEE code of the département; `null` where the row does not say. */
  readonly source: string | null;
  readonly departement: string | null;
  readonly result: Result<RowReading, readonly Rejection[]>;
};

/** What a file holds. */
export type VenueFileReading = {
  readonly counts: VenueCounts;
  /** The accepted venues, records of one place together. */
  readonly groups: readonly VenueGroup[];
  readonly quality: readonly QualityGroup[];
  readonly encoding: TextEncoding;
};

export type VenueFileWatch = {
  readonly onRow: (row: VenueFileRow) => void | Promise<void>;
  readonly onProgress?: OnProgress | undefined;
  /** Records on which something depends: each stays shown (VE-50). */
  readonly anchoredIds?: ReadonlySet<string> | undefined;
  /** The most that is read, after decompression. */
  readonly largestBytes?: number | undefined;
};

/** Reads a file of the national standard, row by row: CSV or JSON, compressed or not, whatever its name says. */
export async function readVenueFile(
  path: string,
  context: ReadingContext,
  watch: VenueFileWatch,
): Promise<Result<VenueFileReading, VenueFileFailure>> {
  let file: FileHandle | null = null;
  try {
    file = await open(path);
    const text = await openVenueText(file, watch.largestBytes ?? largestUnpackedBytes);
    const rows = /[[{]/.test(text.firstSign)
      ? jsonRows(text.read(watch.onProgress), text.firstSign)
      : csvRows(text.read(watch.onProgress));
    return ok({ ...(await readRows(rows, context, watch)), encoding: text.encoding });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return err(failure);
  } finally {
    await file?.close();
  }
}

async function readRows(
  rows: AsyncIterable<FileRow>,
  context: ReadingContext,
  { onRow, anchoredIds = new Set() }: VenueFileWatch,
): Promise<Omit<VenueFileReading, 'encoding'>> {
  const tally = qualityTally(context.today);
  const readRow = rowReader(context);
  const venues: Venue[] = [];
  for await (const fileRow of rows) {
    const row = readRow(fileRow);
    tally.add(row);
    if (row.result.ok) venues.push(row.result.value.venue);
    await onRow(row);
  }
  const groups = groupDuplicates(venues, anchoredIds);
  for (const { ids } of groups) for (const id of ids.slice(1)) tally.hide(id);
  const quality = tally.groups();
  return { counts: sumOf(quality), groups, quality };
}

/** Reads the rows of one file in turn: an id is used once. */
function rowReader(context: ReadingContext): (fileRow: FileRow) => VenueFileRow {
  const ids = new Set<string>();
  return ({ line, row, faults }) => {
    const id = (row['id'] ?? '').trim();
    const source = (row['source'] ?? '').trim() || null;
    const reject = (reasons: readonly Rejection[]): VenueFileRow => ({
      line,
      id,
      source,
      departement: departementOfPostcode((row['code_postal'] ?? '').trim(), context.gazetteer),
      result: err(reasons),
    });
    if (faults.length > 0) return reject(faults);
    const reading = readVenueRow(row, context);
    if (!reading.ok) return reject(reading.error);
    if (ids.has(id)) return reject([{ field: 'id', reason: 'repeated' }]);
    ids.add(id);
    return { line, id, source, departement: reading.value.departement, result: reading };
  };
}

function sumOf(quality: readonly QualityGroup[]): VenueCounts {
  const sum = (part: keyof VenueCounts) =>
    quality.reduce((total, { counts }) => total + counts[part], 0);
  return {
    read: sum('read'),
    accepted: sum('accepted'),
    rejected: sum('rejected'),
    repaired: sum('repaired'),
    flagged: sum('flagged'),
    duplicates: sum('duplicates'),
  };
}
