// The builds for browsers, which run anywhere: the others need Node.
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { stringify } from 'csv-stringify/browser/esm/sync';
import { z } from 'zod';
import { err, ok, type Result } from '#src/kernel';
import { mostRows } from './sheet-cells.ts';

const table = z.array(z.array(z.string()));

/** The rows of a CSV text, whatever parts its columns, to the first that is too many; else what is wrong, and in which line. */
export function readCsv(
  text: string,
): Result<readonly (readonly string[])[], { readonly line: number; readonly message: string }> {
  try {
    const options = {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      to: mostRows + 1,
    };
    return ok(table.parse(parse(text, options)));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return err({ line: lineOf(error), message: error.message });
  }
}

/** The rows as CSV (RFC 4180). Spreadsheets in French open semicolons only. */
export function writeCsv(rows: readonly (readonly string[])[], delimiter: ',' | ';' = ','): string {
  return stringify(
    rows.map((row) => [...row]),
    { delimiter },
  );
}

/** What parts the names of the columns: spreadsheets in French write semicolons, others commas or tabs. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  return [';', '\t'].find((delimiter) => header.includes(delimiter)) ?? ',';
}

function lineOf(error: CsvError): number {
  const { lines } = error;
  return typeof lines === 'number' ? lines : 1;
}
