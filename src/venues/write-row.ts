import { type StandardColumn, standardColumns, type VenueRow } from './standard.ts';
import { formerColumns } from './upgrade-row.ts';

const known: ReadonlySet<string> = new Set<StandardColumn>(standardColumns);

/**
 * The header of a file that is written: the standard's columns, then those of `columns` that it does not
 * know. Columns of version 0 are gone where others took their place.
 */
export function standardHeader(columns: readonly string[]): readonly string[] {
  const former = formerColumns(columns);
  const unknown = columns.filter((column) => !known.has(column) && !former.includes(column));
  return [...standardColumns, ...unknown];
}

/** The cells of a row in the order of `header`; what the row lacks is empty. */
export function standardCells(cells: VenueRow, header: readonly string[]): readonly string[] {
  return header.map((column) => cells[column] ?? '');
}
