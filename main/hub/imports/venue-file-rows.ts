import { pipeline } from 'node:stream';
import { JSONParser } from '@streamparser/json';
import { parse } from 'csv-parse';
import { type Rejection, requiredColumns, standardColumns, type VenueRow } from '#src/venues';
import { fileError } from './venue-file-failure.ts';

/** A row as the file has it. */
export type FileRow = {
  /** CSV: the line on which it begins, 1 being the header. JSON: its place in the list, from 1. */
  readonly line: number;
  readonly row: VenueRow;
  /** Why it is no row; empty if it is one. */
  readonly faults: readonly Rejection[];
};

/** Longest row: a file that is no CSV has one line, and is not read whole to find out. */
const longestRow = 1_000_000;

type ParsedRow = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** The rows of a CSV, comma or semicolon between cells: the header says which. */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<FileRow> {
  const { delimiter, whole } = await sniffDelimiter(text);
  const parser = parse({
    delimiter,
    info: true,
    max_record_size: longestRow,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  pipeline(whole, parser, () => undefined);
  let header: readonly string[] | null = null;
  for await (const parsed of parser as AsyncIterable<ParsedRow>) {
    if (header === null) header = readHeader(parsed.record);
    else yield csvRow(header, parsed);
  }
  if (header === null) throw fileError('missing-columns', requiredColumns.join(', '));
}

/** The columns' names; a name that comes again is numbered, so that no cell is lost. */
function readHeader(cells: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  const header = cells.map((cell) => {
    const name = cell.trim();
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
  const missing = requiredColumns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw fileError('missing-columns', missing.join(', '));
  return header;
}

function csvRow(header: readonly string[], { record, info }: ParsedRow): FileRow {
  const row: Record<string, string> = {};
  for (const [place, column] of header.entries()) row[column] = record[place] ?? '';
  // `lines` counts to the end of the row, which may hold line ends of its own.
  const line = info.lines - record.join('').split('\n').length + 1;
  const isWhole = record.length === header.length;
  return { line, row, faults: isWhole ? [] : [{ field: null, reason: 'cell-count' }] };
}

/** What stands between the cells of the header, and the text with what was read of it put back. */
async function sniffDelimiter(
  text: AsyncIterable<string>,
): Promise<{ readonly delimiter: ',' | ';'; readonly whole: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]();
  let start = '';
  while (!/[\r\n]/.test(start) && start.length < longestRow) {
    const next = await iterator.next();
    if (next.done === true) break;
    start += next.value;
  }
  const [header = ''] = start.split(/[\r\n]/, 1);
  const count = (sign: string) => header.split(sign).length;
  const rest: AsyncIterable<string> = { [Symbol.asyncIterator]: () => iterator };
  return { delimiter: count(';') > count(',') ? ';' : ',', whole: concatenate(start, rest) };
}

async function* concatenate(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

/** The rows of a JSON: a list of objects, or an object whose `data` is that list. */
export async function* jsonRows(
  text: AsyncIterable<string>,
  firstSign: string,
): AsyncGenerator<FileRow> {
  const parser = new JSONParser({
    paths: [firstSign === '[' ? '$.*' : '$.data.*'],
    keepStack: false,
  });
  let line = 0;
  let length = 0;
  let arrived: unknown[] = [];
  parser.onValue = ({ value }) => {
    arrived.push(value);
  };
  for await (const piece of text) {
    feed(parser, piece);
    length += piece.length;
    for (const value of arrived) {
      line += 1;
      const read = jsonRow(value);
      if (line === 1) checkFirst(read.row);
      yield { line, ...read };
    }
    arrived = [];
  }
  if (!parser.isEnded) throw fileError('not-json', String(length));
  // An object without a list: some other JSON.
  if (line === 0 && firstSign === '{') throw fileError('not-json', '1');
}

function feed(parser: JSONParser, piece: string): void {
  try {
    parser.write(piece);
  } catch (error) {
    const [, place = ''] = /position "?(\d+)/.exec(String(error)) ?? [];
    throw fileError('not-json', place);
  }
}

function jsonRow(value: unknown): Pick<FileRow, 'row' | 'faults'> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { row: {}, faults: [{ field: null, reason: 'malformed' }] };
  }
  const row: Record<string, string> = {};
  const faults: Rejection[] = [];
  for (const [column, held] of Object.entries(value)) {
    const field = standardColumns.find((known) => known === column) ?? null;
    const cell = jsonCell(held) ?? (field === null ? textOf(held) : null);
    row[column] = cell ?? '';
    if (cell === null) faults.push({ field, reason: 'nested' });
  }
  return { row, faults };
}

/** A list of something else has none of the required columns; a venue without one of them is a row to reject. */
function checkFirst(row: VenueRow): void {
  if (!requiredColumns.some((column) => column in row)) {
    throw fileError('missing-columns', requiredColumns.join(', '));
  }
}

/** A value as JSON; `null` where it is nested deeper than anything that somebody means. */
function textOf(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The text of a value; `null` where it holds others that a cell cannot. */
function jsonCell(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    return value.some((item) => typeof item === 'object') ? null : value.map(String).join('|');
  }
  return typeof value === 'object' ? null : String(value);
}
