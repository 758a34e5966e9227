import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, type Parser, parse } from 'csv-parse';
import { err, ok, type Result } from '#src/kernel';
import {
  duplicateFinder,
  type ReadingContext,
  type Rejection,
  type RowReading,
  readVenueRow,
  requiredColumns,
} from '#src/venues';

/** Why a file is no file of venues. Nothing of it is kept. */
export type VenueFileFailure =
  | { readonly code: 'unreadable'; readonly reason: string }
  | { readonly code: 'not-utf8' }
  | { readonly code: 'not-csv'; readonly reason: string }
  | { readonly code: 'missing-columns'; readonly columns: readonly string[] };

/** A row of the file: a venue with what was found in it, or the reasons why it is none. */
export type VenueFileRow = {
  /** Line of the file on which the row begins; 1 is the header. */
  readonly line: number;
  /** Empty where the row has none. */
  readonly id: string;
  readonly result: Result<RowReading & { readonly duplicate: boolean }, readonly Rejection[]>;
};

/** `read` = `accepted` + `rejected`; the other three are parts of `accepted`. */
export type VenueCounts = {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly repaired: number;
  readonly flagged: number;
  readonly duplicates: number;
};

export type VenueFileWatch = {
  readonly onRow: (row: VenueFileRow) => void | Promise<void>;
  /** Bytes read, of the file's size: at most once a piece of the file. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
};

/**
 * Reads a file of the national standard, row by row: comma or semicolon between cells, with or without
 * a byte order mark, compressed by gzip or not, whatever its name says.
 */
export async function readVenueFile(
  path: string,
  context: ReadingContext,
  watch: VenueFileWatch,
): Promise<Result<VenueCounts, VenueFileFailure>> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    return err({ code: 'unreadable', reason: reasonOf(error) });
  }
  try {
    return await readRows(await decodedText(file, watch.onProgress), context, watch.onRow);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return err(failure);
  } finally {
    await file.close();
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The failure behind what a stream threw; `null` for a bug. */
function failureOf(error: unknown): VenueFileFailure | null {
  if (error instanceof CsvError) return { code: 'not-csv', reason: error.message };
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return null;
  if (error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { code: 'not-utf8' };
  // System errors (EISDIR, EIO) and those of a broken gzip (Z_DATA_ERROR, Z_BUF_ERROR).
  return /^(E[A-Z]+|Z_[A-Z_]+)$/.test(error.code)
    ? { code: 'unreadable', reason: error.message }
    : null;
}

/** The file's text, uncompressed where it is compressed. */
async function decodedText(
  file: FileHandle,
  onProgress: VenueFileWatch['onProgress'],
): Promise<AsyncIterable<string>> {
  const { size } = await file.stat();
  const magic = Buffer.alloc(2);
  await file.read(magic, 0, 2, 0);
  const bytes = watched(file.createReadStream({ start: 0, autoClose: false }), (done) =>
    onProgress?.(done, size),
  );
  if (magic[0] !== 0x1f || magic[1] !== 0x8b) return decode(bytes);
  return decode(pipeline(bytes, createGunzip(), toldByReader));
}

async function* watched(
  chunks: AsyncIterable<Uint8Array>,
  onRead: (done: number) => void,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const chunk of chunks) {
    done += chunk.length;
    onRead(done);
    yield chunk;
  }
}

/** What breaks a pipeline is thrown at whoever reads its end: nothing more to do here. */
const toldByReader = () => undefined;

/** The decoder takes a byte order mark away. */
async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Longest row: a file that is no CSV has one line, and is not read whole to find out. */
const longestRow = 1_000_000;

async function readRows(
  text: AsyncIterable<string>,
  context: ReadingContext,
  onRow: VenueFileWatch['onRow'],
): Promise<Result<VenueCounts, VenueFileFailure>> {
  const { delimiter, whole } = await sniffDelimiter(text);
  const parser = parse({
    delimiter,
    info: true,
    max_record_size: longestRow,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  pipeline(whole, parser, toldByReader);
  return tallyRows(parser, context, onRow);
}

type ParsedRow = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

async function tallyRows(
  parser: Parser,
  context: ReadingContext,
  onRow: VenueFileWatch['onRow'],
): Promise<Result<VenueCounts, VenueFileFailure>> {
  const tally = { read: 0, accepted: 0, rejected: 0, repaired: 0, flagged: 0, duplicates: 0 };
  const readRow = rowReader(context);
  let header: readonly string[] | null = null;
  for await (const parsed of parser as AsyncIterable<ParsedRow>) {
    if (header === null) {
      header = parsed.record.map((cell) => cell.trim());
      const missing = missingColumns(header);
      if (missing.length > 0) return err({ code: 'missing-columns', columns: missing });
      continue;
    }
    const row = readRow(header, parsed);
    tally.read += 1;
    if (row.result.ok) {
      tally.accepted += 1;
      if (row.result.value.repairs.length > 0) tally.repaired += 1;
      if (row.result.value.flags.length > 0) tally.flagged += 1;
      if (row.result.value.duplicate) tally.duplicates += 1;
    } else tally.rejected += 1;
    await onRow(row);
  }
  return header === null ? err({ code: 'missing-columns', columns: requiredColumns }) : ok(tally);
}

const missingColumns = (header: readonly string[]) =>
  requiredColumns.filter((column) => !header.includes(column));

/** Reads the rows of one file in turn: an id is used once. */
function rowReader(context: ReadingContext) {
  const ids = new Set<string>();
  const isDuplicate = duplicateFinder();
  return (header: readonly string[], { record, info }: ParsedRow): VenueFileRow => {
    const row: Record<string, string> = {};
    for (const [place, column] of header.entries()) row[column] = record[place] ?? '';
    const id = (row['id'] ?? '').trim();
    const reject = (reasons: readonly Rejection[]) => ({ line, id, result: err(reasons) });
    // `lines` counts to the end of the row, which may hold line ends of its own.
    const line = info.lines - record.join('').split('\n').length + 1;
    if (record.length !== header.length) return reject([{ field: null, reason: 'cell-count' }]);
    const reading = readVenueRow(row, context);
    if (!reading.ok) return reject(reading.error);
    if (ids.has(id)) return reject([{ field: 'id', reason: 'repeated' }]);
    ids.add(id);
    return {
      line,
      id,
      result: ok({ ...reading.value, duplicate: isDuplicate(reading.value.venue) }),
    };
  };
}

/** What stands between the cells of the header, and the text with what was read of it put back. */
async function sniffDelimiter(
  text: AsyncIterable<string>,
): Promise<{ readonly delimiter: ',' | ';'; readonly whole: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]();
  let start = '';
  while (!start.includes('\n') && start.length < longestRow) {
    const next = await iterator.next();
    if (next.done === true) break;
    start += next.value;
  }
  const [header = ''] = start.split('\n', 1);
  const count = (sign: string) => header.split(sign).length;
  const rest: AsyncIterable<string> = { [Symbol.asyncIterator]: () => iterator };
  return { delimiter: count(';') > count(',') ? ';' : ',', whole: concatenate(start, rest) };
}

async function* concatenate(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}
