import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import type { CoopCell } from '#src/statistics';

/** Lines under the names of their columns. */
export type CoopTable = {
  readonly columns: readonly string[];
  readonly lines: readonly (readonly CoopCell[])[];
};
type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A table as French spreadsheets open it by a double click. ST-15: what a spreadsheet would run as a
 * formula is written as text.
 */
export function coopCsvFile({ columns, lines }: CoopTable): Bytes {
  const text = stringify([[...columns], ...lines.map((cells) => [...cells])], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  return new TextEncoder().encode(text);
}

/** The same as a workbook, whose cells say themselves that they are text. */
export async function coopXlsxFile({ columns, lines }: CoopTable): Promise<Bytes> {
  const heads = columns.map((value) => ({ type: String, value, fontWeight: 'bold' as const }));
  const rows = lines.map((cells) =>
    cells.map((value) => {
      if (value === null) return null;
      return typeof value === 'number' ? { type: Number, value } : { type: String, value };
    }),
  );
  const file = await writeXlsxFile([heads, ...rows], {
    sheet: 'La Coop',
    stickyRowsCount: 1,
    columns: columns.map((name) => ({ width: Math.max(12, name.length + 2) })),
  }).toBuffer();
  return new Uint8Array(file);
}
