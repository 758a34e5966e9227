import { strFromU8, unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import { err, ok, type Result } from '#src/kernel';
import { mostColumns, mostRows } from './sheet-cells.ts';

/** How many bytes a workbook may unpack to: a script of 1,000 nodes is far below. */
const mostBytes = 16_000_000;

/** Why a file is not read as a workbook. */
export type WorkbookFailure = 'not-a-workbook' | 'workbook-too-large';

/**
 * SC-52: a workbook (XLSX) as its reader may take it: its tables alone, not compressed, within bounds. Of a file that
 * would unpack to more no more than that is unpacked; a cell at the far end of a sheet makes a reader fill all before it.
 */
export function plainWorkbook(bytes: Uint8Array): Result<Uint8Array<ArrayBuffer>, WorkbookFailure> {
  let unpacked = 0;
  const parts = unpackedParts(bytes, ({ name, originalSize }) => {
    const isPart = /\.(xml|rels)$/.test(name);
    if (isPart) unpacked += originalSize;
    return isPart && unpacked <= mostBytes;
  });
  if (unpacked > mostBytes) return err('workbook-too-large');
  if (parts === null || parts['xl/workbook.xml'] === undefined) return err('not-a-workbook');
  for (const [name, part] of Object.entries(parts)) {
    const text = strFromU8(part);
    if (isBroken(text)) return err('not-a-workbook');
    // Any part may be a sheet, wherever it stands, but the one of words.
    if (name !== 'xl/sharedStrings.xml' && !isWithinBounds(text)) return err('workbook-too-large');
  }
  return ok(zipSync(parts, { level: 0 }));
}

function unpackedParts(
  bytes: Uint8Array,
  filter: (part: { readonly name: string; readonly originalSize: number }) => boolean,
): Record<string, Uint8Array> | null {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    return null;
  }
}

/** A tag inside a tag is no XML, and thousands of them keep its reader busy for minutes. */
function isBroken(part: string): boolean {
  return /<[^<>]*</.test(part);
}

/** Whether every row and cell that a sheet numbers is within bounds. */
function isWithinBounds(sheet: string): boolean {
  return [...sheet.matchAll(/[\s"']r\s*=\s*["']([^"']*)["']/g)].every(([, address = '']) => {
    const [, column = '', row = ''] = /^([A-Z]{0,3})(\d{1,6})$/.exec(address) ?? [];
    return row !== '' && Number(row) <= mostRows && columnNumber(column) <= mostColumns;
  });
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

const cell = z.union([z.string(), z.number(), z.boolean(), z.date(), z.null()]);
const workbookSheets = z.array(z.object({ sheet: z.string(), data: z.array(z.array(cell)) }));

/**
 * SC-52: the rows of the sheet that holds a script: the one that is named so, else the first. Numbers, dates and "true"
 * read as a French spreadsheet shows them.
 *
 * @param sheets as `read-excel-file` gives them
 */
export function workbookRows(sheets: unknown): readonly (readonly string[])[] {
  const read = workbookSheets.parse(sheets);
  const named = read.find(({ sheet }) => sheet.trim().toLowerCase() === sheetName);
  return (named ?? read[0])?.data.map((row) => row.map(shownCell)) ?? [];
}

const sheetName = 'script';

/** SC-51: a workbook's one sheet, as `write-excel-file` takes it. Every cell is text: none is a formula. */
export function workbookSheet(rows: readonly (readonly string[])[]) {
  return {
    data: rows.map((row) => row.map((value) => ({ value, type: String, wrap: true }))),
    options: {
      sheet: sheetName,
      stickyRowsCount: 1,
      // In characters: the words have room, ids and the rest little.
      columns: [18, 60, 40, 40, 24, 12, 14, 24, 40].map((width) => ({ width })),
    },
  };
}

function shownCell(value: z.infer<typeof cell>): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  const [day = '', time = ''] = value.toISOString().split('T');
  const french = day.split('-').reverse().join('/');
  return time.startsWith('00:00:00') ? french : `${french} ${time.slice(0, 5)}`;
}
