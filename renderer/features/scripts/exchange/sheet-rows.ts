import { err, ok, type Result } from '#src/kernel';
import {
  type CellFinding,
  plainWorkbook,
  readCsv,
  type SheetCode,
  workbookRows,
  workbookSheet,
} from '#src/script';

export type Rows = readonly (readonly string[])[];

/** The rows of a workbook (XLSX). The libraries are fetched when the first one is read. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Rows, CellFinding>> {
  const plain = plainWorkbook(bytes);
  if (!plain.ok) return err(unread(plain.error));
  const { default: read } = await import('read-excel-file/universal');
  try {
    return ok(workbookRows(await read(plain.value.buffer)));
  } catch (error) {
    // The library throws whatever a broken part of the file makes it throw.
    const message = error instanceof Error ? error.message : String(error);
    return err(unread('unreadable-sheet', message));
  }
}

/** The rows of a CSV text. */
export function readTextRows(text: string): Result<Rows, CellFinding> {
  const rows = readCsv(text);
  if (rows.ok) return rows;
  const { line, message } = rows.error;
  return err(unread('unreadable-sheet', message, `A${line}`));
}

/** What keeps a sheet from being read at all. */
export function unread(code: SheetCode, message = '', cell = 'A1'): CellFinding {
  return { severity: 'error', cell, code, message };
}

/** UTF-8; else what spreadsheets on Windows write. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The rows as a workbook; `null`: they are too long for one to be made here. */
export async function writeWorkbook(rows: Rows): Promise<Blob | null> {
  if (!isSmallEnough(rows.flat())) return null;
  const { default: write } = await import('write-excel-file/browser');
  const { data, options } = workbookSheet(rows);
  return write(data, options).toBlob();
}

/**
 * The library packs any part of more than 160,000 bytes in a worker made of text, which the content policy refuses. The
 * words are one part, the table of cells another: a cell takes some 40 bytes there, and 30 beside its words.
 */
function isSmallEnough(cells: readonly string[]): boolean {
  const words = new TextEncoder().encode(cells.join('')).length;
  return Math.max(words + cells.length * 30, cells.length * 45) < 150_000;
}
