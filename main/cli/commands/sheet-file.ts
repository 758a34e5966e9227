import { readFile, stat } from 'node:fs/promises';
// The entry for Node unpacks what streams in, whatever its size; this one takes what was looked at before.
import readWorkbook from 'read-excel-file/universal';
import writeWorkbook from 'write-excel-file/node';
import { err, ok, type Result } from '#src/kernel';
import {
  type CellFinding,
  plainWorkbook,
  readCsv,
  type SheetCode,
  workbookRows,
  workbookSheet,
} from '#src/script';

type Rows = readonly (readonly string[])[];

/** A script is far smaller, in either form. */
const mostBytes = 5_000_000;

/** SC-52: the rows of a sheet's file, CSV or XLSX, told apart by what the file holds. */
export async function readRows(file: string): Promise<Result<Rows, CellFinding>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const isText = !bytes.value.subarray(0, 2).equals(Buffer.from('PK')) && !bytes.value.includes(0);
  if (!isText) return workbookRowsOf(bytes.value);
  const rows = readCsv(textOf(bytes.value));
  if (rows.ok) return rows;
  return err(unread('unreadable-sheet', rows.error.message, `A${rows.error.line}`));
}

async function workbookRowsOf(bytes: Uint8Array): Promise<Result<Rows, CellFinding>> {
  const plain = plainWorkbook(bytes);
  if (!plain.ok) return err(unread(plain.error, whyNot[plain.error]));
  try {
    return ok(workbookRows(await readWorkbook(plain.value.buffer)));
  } catch (error) {
    // The library throws whatever a broken part of the file makes it throw.
    const message = error instanceof Error ? error.message : String(error);
    return err(unread('unreadable-sheet', message));
  }
}

const whyNot = {
  'not-a-workbook': 'The file is neither CSV nor a workbook (XLSX).',
  'workbook-too-large': 'The workbook holds more than a script can.',
} as const;

async function readBytes(file: string): Promise<Result<Buffer, CellFinding>> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) return err(unread('workbook-too-large', whyNot['workbook-too-large']));
    return ok(await readFile(file));
  } catch {
    return err(unread('unreadable-sheet', `The file ${file} cannot be read.`));
  }
}

/** UTF-8; else what spreadsheets on Windows write. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function unread(code: SheetCode, message: string, cell = 'A1'): CellFinding {
  return { severity: 'error', cell, code, message };
}

/** Writes rows as a workbook. */
export async function writeRows(rows: Rows, file: string): Promise<void> {
  const { data, options } = workbookSheet(rows);
  await writeWorkbook(data, options).toFile(file);
}
