import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standardColumns } from '#src/venues';
import { readVenueFile, type VenueFileRow } from '../../main/hub/imports/venue-file.ts';
import { fewCommunesGazetteer, soundRow } from '../support/venues.ts';

const context = { gazetteer: fewCommunesGazetteer, today: '2026-03-01' };
const folder: { path: string } = { path: '' };
beforeAll(async () => {
  folder.path = await mkdtemp(join(tmpdir(), 'aiguillage-venues-'));
});
afterAll(() => rm(folder.path, { recursive: true, force: true }));

type Row = Readonly<Record<string, string>>;

function csv(rows: readonly Row[], delimiter = ','): string {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => standardColumns.map((column) => quote(row[column] ?? '')));
  return [standardColumns, ...lines].map((cells) => cells.join(delimiter)).join('\n');
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, content);
  return path;
}

const rowsOf = (...ids: readonly string[]): readonly Row[] =>
  ids.map((id) => ({ ...soundRow, id, nom: `Lieu ${id}`, adresse: `${id} rue inventée` }));

describe('a file of venues', () => {
  const read = async (path: string) => {
    const rows: VenueFileRow[] = [];
    const result = await readVenueFile(path, context, {
      onRow: (row) => {
        rows.push(row);
      },
    });
    return { result, rows };
  };

  it.each([
    ['comma', csv(rowsOf('a', 'b'))],
    ['semicolon', csv(rowsOf('a', 'b'), ';')],
    ['byte order mark', `\uFEFF${csv(rowsOf('a', 'b'))}`],
    ['Windows line ends', csv(rowsOf('a', 'b')).replaceAll('\n', '\r\n')],
    ['gzip', gzipSync(csv(rowsOf('a', 'b')))],
  ])('VE-1 is read whatever its form: %s', async (form, content) => {
    const { result, rows } = await read(await file(`${form}.csv`, content));
    expect(result).toMatchObject({ ok: true, value: { read: 2, accepted: 2, flagged: 0 } });
    expect(rows.map(({ id, line }) => [id, line])).toEqual([
      ['a', 2],
      ['b', 3],
    ]);
  });

  it('VE-2 VE-3 VE-10 says the line and the reasons of what it rejects', async () => {
    const [a = {}, b = {}] = rowsOf('a', 'b');
    const rows = [{ ...a, presentation_detail: 'Deux\nlignes' }, { ...b, nom: '' }, a];
    const { result, rows: found } = await read(
      await file('rejected.csv', `${csv(rows)}\nun,deux\n`),
    );
    expect(result).toEqual({
      ok: true,
      value: { read: 4, accepted: 1, rejected: 3, repaired: 0, flagged: 0, duplicates: 0 },
    });
    expect(found.map(({ line, result: one }) => [line, one.ok ? [] : one.error])).toEqual([
      [2, []],
      [4, [{ field: 'nom', reason: 'missing' }]],
      [5, [{ field: 'id', reason: 'repeated' }]],
      [6, [{ field: null, reason: 'cell-count' }]],
    ]);
  });

  it.each([
    ['empty', '', { code: 'missing-columns' }],
    ['another table', 'id,nom\n1,Lieu', { code: 'missing-columns' }],
    ['Latin-1', Buffer.from(csv(rowsOf('é')), 'latin1'), { code: 'not-utf8' }],
    ['an open quote', `${csv(rowsOf('a'))}\n"b,c`, { code: 'not-csv' }],
    ['half a gzip', gzipSync(csv(rowsOf('a', 'b'))).subarray(0, 200), { code: 'unreadable' }],
  ])('VE-1 is refused whole: %s', async (name, content, error) => {
    const { result } = await read(await file(`${name}.csv`, content));
    expect(result).toMatchObject({ ok: false, error });
  });

  it('VE-1 is refused where there is none', async () => {
    expect((await read(join(folder.path, 'nowhere.csv'))).result).toMatchObject({
      ok: false,
      error: { code: 'unreadable' },
    });
    expect((await read(folder.path)).result).toMatchObject({ ok: false });
  });
});
