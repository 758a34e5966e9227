import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readVenueFile, type VenueFileRow } from '../../main/hub/imports/venue-file.ts';
import { rowsOf, venueCsv, venueFiles } from '../support/venue-files.ts';
import { fewCommunesGazetteer, soundRow } from '../support/venues.ts';

const context = { gazetteer: fewCommunesGazetteer, today: '2026-03-01' };

async function read(path: string, largestBytes?: number) {
  const rows: VenueFileRow[] = [];
  const result = await readVenueFile(path, context, {
    largestBytes,
    onRow: (row) => {
      rows.push(row);
    },
  });
  return { result, rows };
}

const csv = venueCsv(rowsOf('a', 'b'));
const semicolons = csv.replaceAll('","', '";"').replaceAll(/,(?=[a-z])/g, ';');
const json = (value: unknown) => JSON.stringify(value);

describe('a file of venues', () => {
  const file = venueFiles();

  it.each<readonly [string, string | Uint8Array, number, string]>([
    ['comma', csv, 2, 'utf-8'],
    ['semicolon', semicolons, 2, 'utf-8'],
    ['byte order mark', `\uFEFF${csv}`, 2, 'utf-8'],
    ['Windows line ends', csv.replaceAll('\n', '\r\n'), 2, 'utf-8'],
    ['gzip', gzipSync(csv), 2, 'utf-8'],
    ['Windows-1252', Buffer.from(csv, 'latin1'), 2, 'windows-1252'],
    ['Windows-1252 in gzip', gzipSync(Buffer.from(csv, 'latin1')), 2, 'windows-1252'],
    ['JSON', json(rowsOf('a', 'b')), 1, 'utf-8'],
    ['JSON in an object', json({ total: 2, data: rowsOf('a', 'b'), page: { of: 1 } }), 1, 'utf-8'],
    [
      'JSON with a mark, spaces and gzip',
      gzipSync(`\uFEFF \n${json(rowsOf('a', 'b'))}`),
      1,
      'utf-8',
    ],
  ])('VE-1 is read whatever its form: %s', async (form, content, firstLine, encoding) => {
    const { result, rows } = await read(await file(form, content));
    expect(result).toMatchObject({
      ok: true,
      value: { encoding, counts: { read: 2, accepted: 2, flagged: 0 } },
    });
    expect(rows.map(({ id, line }) => [id, line])).toEqual([
      ['a', firstLine],
      ['b', firstLine + 1],
    ]);
    const [first] = rows;
    expect(first?.result.ok === true && first.result.value.venue.address).toBe('a rue inventée');
  });

  it('VE-1 reads the last byte before it says what the file is written in', async () => {
    const long = venueCsv(rowsOf(...Array.from({ length: 900 }, (_, place) => `v${place}`)));
    const ascii = long.normalize('NFD').replaceAll(/[^\n -~]/g, '');
    const content = Buffer.from(ascii.replace(/""$/, 'é'), 'latin1');
    const { result } = await read(await file('last.csv', content));
    expect(result).toMatchObject({ ok: true, value: { encoding: 'windows-1252' } });
  });

  it('VE-5 reads numbers, lists and nothing in the cells of a JSON', async () => {
    const typed = {
      ...soundRow,
      ...{ latitude: 44.52, longitude: 3.5, telephone: null, courriels: [] },
      ...{ services: ['Aide aux démarches administratives', 'Loisirs et créations numériques'] },
      ...{ note: { of: ['a', 'producer'] } },
    };
    const { rows } = await read(await file('typed.json', json([typed])));
    expect(rows[0]).toMatchObject({
      result: {
        value: {
          repairs: [],
          flags: [],
          venue: { position: { latitude: 44.52, longitude: 3.5 }, phone: null, emails: [] },
          cells: {
            ...{ services: 'Aide aux démarches administratives|Loisirs et créations numériques' },
            ...{ note: '{"of":["a","producer"]}' },
          },
        },
      },
    });
  });

  it('VE-5 rejects what a cell cannot hold, row by row', async () => {
    const content = json([{ ...soundRow, nom: { fr: 'Lieu' } }, 'lieu', { ...soundRow, id: 'b' }]);
    const nested = json([{ ...soundRow, services: [['a']] }, ...JSON.parse(content)]);
    const { rows } = await read(await file('nested.json', nested));
    expect(rows.map(({ line, result }) => [line, result.ok ? [] : result.error])).toEqual([
      [1, [{ field: 'services', reason: 'nested' }]],
      [2, [{ field: 'nom', reason: 'nested' }]],
      [3, [{ field: null, reason: 'malformed' }]],
      [4, []],
    ]);
  });

  it('VE-5 rejects a row that is nested deeper than anybody means', async () => {
    const depth = 100_000;
    const sound = JSON.stringify(soundRow);
    const deep = `${sound.slice(0, -1)},"note":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    const { rows } = await read(await file('deep.json', `[${deep}]`));
    expect(rows).toMatchObject([{ result: { error: [{ field: null, reason: 'nested' }] } }]);
  });

  it('VE-2 VE-3 VE-10 says the line and the reasons of what it rejects', async () => {
    const [a = {}, b = {}] = rowsOf('a', 'b');
    const rows = [{ ...a, presentation_detail: 'Deux\nlignes' }, { ...b, nom: '' }, a];
    const { result, rows: found } = await read(
      await file('rejected.csv', `${venueCsv(rows)}\nun,deux\n`),
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        counts: { read: 4, accepted: 1, rejected: 3, repaired: 0, flagged: 0, duplicates: 0 },
      },
    });
    expect(found.map(({ line, result: one }) => [line, one.ok ? [] : one.error])).toEqual([
      [2, []],
      [4, [{ field: 'nom', reason: 'missing' }]],
      [5, [{ field: 'id', reason: 'repeated' }]],
      [6, [{ field: null, reason: 'cell-count' }]],
    ]);
  });

  it('VE-19 keeps the columns that the standard does not know, be they of one name', async () => {
    const header = Object.keys(soundRow).join(',');
    const cells = Object.values(soundRow).map((cell) => `"${cell}"`);
    const content = `${header},note,note,\n${cells.join(',')},un,deux,trois\n`;
    const { rows } = await read(await file('unknown.csv', content));
    const [row] = rows;
    if (row?.result.ok !== true) throw new Error('The row is a venue.');
    expect(Object.entries(row.result.value.cells).slice(32)).toEqual([
      ...[
        ['note', 'un'],
        ['note (2)', 'deux'],
        ['', 'trois'],
      ],
    ]);
  });

  it('VE-13 counts the records that stand behind another of their place', async () => {
    const [a = {}] = rowsOf('a');
    const again = { ...a, id: 'b', source: 'Autre', nom: 'LIEU A' };
    const { result } = await read(await file('twice.csv', venueCsv([a, again])));
    expect(result).toMatchObject({
      value: { counts: { accepted: 2, duplicates: 1 }, groups: [{ ids: ['a', 'b'] }] },
    });
  });

  const bomb = gzipSync(Buffer.concat([Buffer.from(csv), Buffer.alloc(3_000_000, 0x20)]));
  const half = gzipSync(venueCsv(rowsOf('a', 'b'))).subarray(0, 200);
  it.each<readonly [string, string | Uint8Array, string, string | RegExp]>([
    ['empty', '', 'missing-columns', /^id, pivot, nom/],
    ['another table', 'id,nom\n1,Lieu', 'missing-columns', /^pivot, commune/],
    ['an open quote', `${csv}\n"b,c`, 'not-csv', '4'],
    ['half a gzip', half, 'unreadable', 'Z_BUF_ERROR'],
    ['a bomb', bomb, 'too-large', '1000000'],
    ['UTF-16', Buffer.from(csv, 'utf16le'), 'not-text', '1'],
    ['neither encoding', Buffer.from([...Buffer.from('é,', 'latin1'), 0x81]), 'not-text', '2'],
    ['half a JSON', json(rowsOf('a')).slice(0, -5), 'not-json', /^\d+$/],
    ['a wrong JSON', '[{"id": lieu}]', 'not-json', '8'],
    ['a JSON without a list', '{"features": [{"id": "a"}]}', 'not-json', '1'],
    ['a JSON of something else', '[{"titre": "a"}]', 'missing-columns', /^id, pivot/],
  ])('VE-1 is refused whole: %s', async (name, content, code, detail) => {
    const { result } = await read(await file(name, content), 1_000_000);
    if (result.ok) throw new Error('The file is refused.');
    expect(result.error.code).toBe(code);
    expect(result.error.detail).toMatch(detail);
  });

  it('VE-1 is refused where there is none', async () => {
    const path = await file('a.csv', csv);
    expect((await read(join(path, 'nowhere.csv'))).result).toMatchObject({
      error: { code: 'unreadable', detail: 'ENOTDIR' },
    });
    expect((await read(join(path, '..'))).result).toMatchObject({
      error: { code: 'unreadable', detail: 'EISDIR' },
    });
  });
});
