import { err, ok, parseJson, type Result } from '#src/kernel';
import {
  type CellFinding,
  checkScript,
  type Finding,
  findRepeatedKeys,
  linkScript,
  parseScript,
  readSheet,
  type ScriptDocument,
  writeCsv,
  writeSheet,
} from '#src/script';
import { idFrom } from '../edited/ids.ts';
import type { Shipped } from '../shipped.ts';
import {
  type Rows,
  readTextRows,
  readWorkbook,
  textOf,
  unread,
  writeWorkbook,
} from './sheet-rows.ts';

/** The forms in which a script is read and written. */
export const fileForms = ['xlsx', 'csv', 'json'] as const;
export type FileForm = (typeof fileForms)[number];

/** A script is far smaller, in any form. */
const mostBytes = 5_000_000;

/**
 * SC-51, SC-52: the script of a file, told apart by what the file holds: a workbook, CSV or JSON. What a sheet does not
 * say is taken from `into`, whose id the script keeps. JSON is given as it is: it may be a draft, with errors.
 *
 * @param shipped what the script of a sheet may name; without it only its shape is looked at
 */
export async function readScriptFile(
  file: File,
  into: ScriptDocument | null,
  shipped: Shipped | null = null,
): Promise<Result<unknown, readonly CellFinding[]>> {
  if (file.size > mostBytes) return err([unread('workbook-too-large')]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isText(bytes)) return fromRows(await readWorkbook(bytes), file, into, shipped);
  const text = textOf(bytes);
  return /^\s*\{/.test(text)
    ? fromJson(text, into)
    : fromRows(readTextRows(text), file, into, shipped);
}

/** Archives, and with them workbooks, begin with PK; no text holds a zero. */
function isText(bytes: Uint8Array): boolean {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return !isArchive && !bytes.includes(0);
}

function fromJson(
  text: string,
  into: ScriptDocument | null,
): Result<unknown, readonly CellFinding[]> {
  const json = parseJson(text);
  if (!json.ok || typeof json.value !== 'object') return err([unread('not-a-workbook')]);
  // SC-9: of two steps with one id JSON keeps the second, and nobody would see that the first is gone.
  const repeated = findRepeatedKeys(text);
  if (repeated.length > 0) {
    return err(repeated.map(({ place, node: _node, ...rest }) => ({ ...rest, cell: place })));
  }
  return ok(into === null ? json.value : { ...json.value, id: into.id });
}

function fromRows(
  rows: Result<Rows, CellFinding>,
  file: File,
  into: ScriptDocument | null,
  shipped: Shipped | null,
): Result<unknown, readonly CellFinding[]> {
  if (!rows.ok) return err([rows.error]);
  const name = file.name.replace(/\.[^.]*$/, '');
  const sheet = readSheet(rows.value, into ?? { id: idFrom(name, []), title: name });
  if (!sheet.ok) return sheet;
  const { json, cellOf } = sheet.value;
  const errors = errorsIn(json, shipped);
  if (errors.length === 0) return ok(json);
  return err(
    errors.map(({ node, place, ...rest }) => ({ ...rest, cell: cellOf({ node, place }) })),
  );
}

/** What is wrong in some cell: the rest, as an example that fails, is for the checker. */
function errorsIn(json: unknown, shipped: Shipped | null): readonly Finding[] {
  const parsed = parseScript(json);
  if (!parsed.ok) return parsed.error;
  if (shipped === null) return [];
  const { models, cards, library } = shipped;
  const ids = cards.map(({ id }) => id);
  return checkScript(linkScript(parsed.value, library), models, ids).filter(
    ({ severity, node }) => severity === 'error' && node !== null,
  );
}

/** The script as a file that `readScriptFile` reads; `null`: it is too long to be a workbook. */
export async function writeScriptFile(
  document: ScriptDocument,
  form: FileForm,
): Promise<Blob | null> {
  switch (form) {
    case 'xlsx':
      return writeWorkbook(writeSheet(document));
    case 'csv':
      // The mark tells spreadsheets that this is UTF-8.
      return new Blob(['\ufeff', writeCsv(writeSheet(document), ';')], { type: 'text/csv' });
    case 'json':
      return new Blob([`${JSON.stringify(document, null, 2)}\n`], { type: 'application/json' });
  }
}
