import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import { type CoopCell, coopColumns } from '#src/statistics';

type Lines = readonly (readonly CoopCell[])[];
type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Lines under `coopColumns`, as French spreadsheets open them by a double click. ST-15: what a spreadsheet would run as a
 * formula is written as text.
 */
export function coopCsvFile(lines: Lines): Bytes {
  const text = stringify([[...coopColumns], ...lines.map((cells) => [...cells])], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  return new TextEncoder().encode(text);
}

/** The same as a workbook, whose cells say themselves that they are text. */
export async function coopXlsxFile(lines: Lines): Promise<Bytes> {
  const heads = coopColumns.map((value) => ({ type: String, value, fontWeight: 'bold' as const }));
  const rows = lines.map((cells) =>
    cells.map((value) => {
      if (value === null) return null;
      return typeof value === 'number' ? { type: Number, value } : { type: String, value };
    }),
  );
  const file = await writeXlsxFile([heads, ...rows], {
    sheet: 'La Coop',
    stickyRowsCount: 1,
    columns: coopColumns.map((name) => ({ width: Math.max(12, name.length + 2) })),
  }).toBuffer();
  return new Uint8Array(file);
}
