import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCsv, readSheet, type ScriptDocument, writeCsv, writeSheet } from '#src/script';
import { readRows, writeRows } from '../../main/cli/commands/sheet-file.ts';
import { arbitraryScript } from '../support/arbitrary-script.ts';

type Rows = readonly (readonly string[])[];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'script-sheet-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What the rows of a sheet say, put into the rest of the script. */
function readBack(rows: Rows, { nodes: _nodes, ...frame }: ScriptDocument): unknown {
  const read = readSheet(rows, frame);
  return read.ok ? read.value.json : read.error;
}

test('SC-51 any script comes back from its rows and from CSV as it was', () => {
  fc.assert(
    fc.property(arbitraryScript(), (script) => {
      const rows = writeSheet(script);
      expect(readBack(rows, script)).toEqual(script);
      const csv = readCsv(writeCsv(rows));
      expect(csv.ok && readBack(csv.value, script)).toEqual(script);
    }),
    { numRuns: 400 },
  );
});

test('SC-51 any script comes back from a workbook as it was', { timeout: 60_000 }, async () => {
  const file = join(folder, 'script.xlsx');
  await fc.assert(
    fc.asyncProperty(arbitraryScript(), async (script) => {
      await writeRows(writeSheet(script), file);
      const rows = await readRows(file);
      expect(rows.ok && readBack(rows.value, script)).toEqual(script);
    }),
    { numRuns: 40 },
  );
});

test('SC-51 no cell begins as a formula does', () => {
  fc.assert(
    fc.property(arbitraryScript(), (script) => {
      expect(
        writeSheet(script)
          .flat()
          .filter((cell) => /^[\s=+\-@]/.test(cell)),
      ).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
