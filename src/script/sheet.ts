import { err, ok, parseJson, type Result } from '#src/kernel';
import type { ScriptDocument } from './document.ts';
import type { Finding } from './findings.ts';
import { unknownOption } from './ids.ts';
import {
  cellOf,
  jsonCell,
  keptCell,
  letterOf,
  listCell,
  mostColumns,
  mostRows,
  partsOf,
  wordsOf,
} from './sheet-cells.ts';
import type { WorkbookFailure } from './workbook.ts';

/** SC-37: the columns of a script's sheet, in order. The first five are needed. */
export const sheetColumns = [
  'id',
  'text',
  'help',
  'answers',
  'next',
  'type',
  'section',
  'title',
  'details',
] as const;
type Column = (typeof sheetColumns)[number];
const neededColumns = sheetColumns.slice(0, 5);

/** What is wrong in a sheet, and in which cell, named as a spreadsheet names it: `E3`. */
export type CellFinding = Pick<Finding, 'severity' | 'message'> & {
  readonly cell: string;
  /** Of the check, or of the sheet itself. */
  readonly code: Finding['code'] | SheetCode;
};

/** What is wrong with a sheet before the script in it is checked. */
export type SheetCode =
  | 'missing-column'
  | 'answers-and-exits'
  | 'duplicate-id'
  | 'not-json'
  | 'unreadable-sheet'
  | WorkbookFailure;

/** A sheet that was read: the script that it says, and where its nodes and their parts stand. */
export type ReadSheet = {
  /** For `checkScript`. */
  readonly json: unknown;
  readonly cellOf: (finding: Pick<Finding, 'node' | 'place'>) => string;
};

/** A script whose nodes a sheet replaces. */
type Frame = Omit<ScriptDocument, 'nodes'>;
type Row = { readonly number: number; readonly cells: Readonly<Record<Column, string>> };

/** As much of a node as has columns of its own. */
type ColumnParts = {
  readonly type: string;
  readonly section?: string;
  readonly title?: string;
  readonly say?: string;
  readonly help?: string | undefined;
  readonly options?: readonly {
    readonly id: string;
    readonly label: string;
    readonly next?: string | undefined;
  }[];
  readonly next?: string;
};

/** SC-37: the rows of a script, one a node, under a row with the names of the columns. */
export function writeSheet({ nodes }: ScriptDocument): readonly (readonly string[])[] {
  return [sheetColumns, ...Object.entries(nodes).map(([id, node]) => rowFrom(id, node))];
}

function rowFrom(id: string, node: ColumnParts): readonly string[] {
  const { type, section = '', title = '', say = '', help = '', options, next, ...rest } = node;
  const answers = options ?? [];
  const isTold = answers.length > 0;
  const details = {
    ...rest,
    ...optionDetails(options),
    ...(next !== undefined && isTold ? { next } : {}),
  };
  return [
    id,
    cellOf(say),
    cellOf(help),
    listCell(answers.map((option) => `${option.id}=${option.label}`)),
    isTold ? listCell(answers.map((option) => option.next ?? '')) : (next ?? ''),
    type,
    section,
    cellOf(title),
    Object.keys(details).length === 0 ? '' : jsonCell(details),
  ].map(keptCell);
}

/**
 * What answers have beside their columns, by their ids, so that they can change places; in their order where two share
 * an id. An empty list says that there is one.
 */
function optionDetails(options: ColumnParts['options']): { readonly options?: unknown } {
  if (options === undefined) return {};
  const more = options.map(
    ({ id, label: _label, next: _next, ...details }) => [id, details] as const,
  );
  const told = more.filter(([, details]) => Object.keys(details).length > 0);
  if (options.length > 0 && told.length === 0) return {};
  const isById = options.length > 0 && new Set(more.map(([id]) => id)).size === more.length;
  return { options: isById ? Object.fromEntries(told) : more.map(([, details]) => details) };
}

/**
 * SC-37: the script that the rows of a sheet say.
 *
 * @param frame what the sheet does not say: id, version, sections, start ...; its own nodes are left out
 */
export function readSheet(
  rows: readonly (readonly string[])[],
  frame: Partial<Frame> & Pick<Frame, 'id' | 'title'>,
): Result<ReadSheet, readonly CellFinding[]> {
  if (rows.length > mostRows || rows.some((row) => row.length > mostColumns)) {
    return err([
      cellFinding('A1', 'workbook-too-large', 'The sheet holds more than a script can.'),
    ]);
  }
  const [header = [], ...lines] = rows;
  const names = header.map((name) => name.trim().toLowerCase());
  const missing = neededColumns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    return err(
      missing.map((column) => cellFinding('A1', 'missing-column', `No column "${column}".`)),
    );
  }
  const section = frame.sections?.[0]?.id ?? defaultSection;
  const table = lines
    .map((line, index) => rowOf(names, line, index + 2))
    .filter(({ cells }) => sheetColumns.some((column) => cells[column] !== ''))
    .map(({ cells, ...row }) => ({
      ...row,
      cells: { ...cells, section: cells.section || section },
    }));
  const cell = (column: Column, row: Row) => `${letterOf(names.indexOf(column))}${row.number}`;
  const read = table.map((row) => nodeOf(row, cell));
  const findings = read.flatMap((node) => (node.ok ? [] : [node.error]));
  const firsts = new Map(table.toReversed().map((row) => [row.cells.id, row]));
  const repeated = table.filter((row) => firsts.get(row.cells.id) !== row);
  findings.push(
    ...repeated.map((row) =>
      cellFinding(cell('id', row), 'duplicate-id', `The id "${row.cells.id}" stands above too.`),
    ),
  );
  if (findings.length > 0) return err(findings);
  const sections = [...new Set(table.map((row) => row.cells.section))];
  const json = {
    format: 'aiguillage-script/1',
    version: '1.0.0',
    language: 'fr',
    start: table[0]?.cells.id ?? '',
    sections: sections.map((id) => ({ id, title: id })),
    ...frame,
    nodes: Object.fromEntries(
      table.map((row, index) => {
        const node = read[index];
        return [row.cells.id, node?.ok ? node.value : null];
      }),
    ),
  };
  const rowOfNode = new Map(table.map((row) => [row.cells.id, row]));
  return ok({
    json,
    cellOf: ({ node, place }) => {
      const row = rowOfNode.get(node ?? place.split('/')[2] ?? '');
      return row === undefined ? 'A1' : cell(columnOf(place, names), row);
    },
  });
}

/** Of a sheet that names none, for a script that has none yet. */
const defaultSection = 'appel';

function rowOf(names: readonly string[], line: readonly string[], number: number): Row {
  const value = (column: Column) => line[names.indexOf(column)]?.trim() ?? '';
  const words = (column: Column) => wordsOf(value(column));
  return {
    number,
    cells: {
      id: words('id'),
      text: words('text'),
      help: words('help'),
      answers: value('answers'),
      next: words('next'),
      type: words('type'),
      section: words('section'),
      title: words('title'),
      details: value('details'),
    },
  };
}

function nodeOf(
  row: Row,
  cell: (column: Column, row: Row) => string,
): Result<Readonly<Record<string, unknown>>, CellFinding> {
  const { cells } = row;
  const parsed = parseJson(cells.details === '' ? '{}' : cells.details);
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) {
    return err(cellFinding(cell('details', row), 'not-json', 'The details are no JSON object.'));
  }
  const details: Readonly<Record<string, unknown>> = { ...parsed.value };
  const answers = partsOf(cells.answers);
  const exits = partsOf(cells.next);
  if (answers.length > 0 && exits.length > 1 && exits.length !== answers.length) {
    const message = `${answers.length} answers and ${exits.length} exits: one each, or one for all.`;
    return err(cellFinding(cell('next', row), 'answers-and-exits', message));
  }
  const more = new Map(Object.entries(Object(details['options'])));
  const options = answers.map((answer, index) => {
    const option = optionOf(answer, index);
    return {
      ...option,
      ...Object(more.get(option.id) ?? more.get(String(index))),
      ...leading(exits.length === 1 ? exits[0] : exits[index]),
    };
  });
  const type = cells.type || typeFrom(cells);
  const isSilent = type === 'decision' || type === 'retry';
  const isSpoken = !isSilent && type !== 'score' && type !== 'script';
  return ok({
    type,
    ...(isSilent ? {} : { section: cells.section }),
    ...(isSpoken ? { title: cells.title || shortened(cells.text), say: cells.text } : {}),
    ...(cells.help === '' ? {} : { help: cells.help }),
    ...(type === 'instruction' ? { label: 'Continuer' } : {}),
    ...(type === 'outcome' ? { result: 'unsolved' } : {}),
    ...(answers.length === 0 ? leading(cells.next) : {}),
    ...details,
    ...(answers.length === 0 ? {} : { options }),
  });
}

/** Without a type: a question has answers, words to say lead on, an outcome does not. */
function typeFrom({ answers, next }: Row['cells']): string {
  if (answers !== '') return 'choice';
  return next === '' ? 'outcome' : 'instruction';
}

function leading(next: string | undefined): { readonly next?: string } {
  return next === undefined || next === '' ? {} : { next };
}

/** `id=label`, or the label alone. */
function optionOf(answer: string, index: number): { readonly id: string; readonly label: string } {
  const [, id = null, label = answer] = /^([a-z][a-z0-9-]*)=(.*)$/su.exec(answer) ?? [];
  const words = wordsOf(label);
  if (id !== null) return { id, label: words };
  return { id: /^ne sai[ts] pas/i.test(words) ? unknownOption : `a${index + 1}`, label: words };
}

/** The longest title, on the way back. */
const longestTitle = 80;

function shortened(text: string): string {
  return text.length <= longestTitle ? text : `${text.slice(0, longestTitle - 1)}…`;
}

/** The column in which the part of a node stands. */
function columnOf(place: string, names: readonly string[]): Column {
  const [, , , part = '', , inside] = place.split('/');
  const column = partColumns.get(inside === 'next' ? inside : part) ?? 'id';
  if (names.includes(column)) return column;
  // Without a column of its own, the title is made of the words to say.
  return column === 'title' ? 'text' : 'id';
}

const partColumns = new Map<string, Column>([
  ['say', 'text'],
  ['help', 'help'],
  ['options', 'answers'],
  ['next', 'next'],
  ['type', 'type'],
  ['section', 'section'],
  ['title', 'title'],
  ...['model', 'cases', 'otherwise', 'fact', 'label', 'result', 'min', 'max', 'unit'].map(
    (part) => [part, 'details'] as const,
  ),
]);

function cellFinding(cell: string, code: CellFinding['code'], message: string): CellFinding {
  return { severity: 'error', cell, code, message };
}
