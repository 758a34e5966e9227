import type { VenueRow } from './read-row.ts';
import { type StandardColumn, standardColumns } from './standard.ts';

const known: ReadonlySet<string> = new Set<StandardColumn>(standardColumns);

/** The header of a file that is written: the standard's columns, then those of `columns` that it does not know. */
export function standardHeader(columns: readonly string[]): readonly string[] {
  return [...standardColumns, ...columns.filter((column) => !known.has(column))];
}

/** The cells of a row in the order of `header`; what the row lacks is empty. */
export function standardCells(cells: VenueRow, header: readonly string[]): readonly string[] {
  return header.map((column) => cells[column] ?? '');
}
