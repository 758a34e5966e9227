import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { commands } from '../../main/cli/commands/script.ts';
import { runCommand } from '../support/run-command.ts';
import { smallScript } from '../support/small-script.ts';

const [, , , importing, exporting] = commands;
const shippedFile = (name: string) =>
  fileURLToPath(new URL(`../../data/scripts/${name}.json`, import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'script-sheet-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const sheet = (...rows: readonly string[]) => file('ligne.csv', rows.join('\n'));
const header = 'id;text;help;answers;next';

describe('SC-37 a sheet', () => {
  test('a script written by somebody who writes no JSON', async () => {
    const path = await sheet(
      '\uFEFFid;text;help;answers;next',
      'bonjour;Bonjour, je vous écoute.;Laissez raconter.;;besoin',
      'besoin;"Est-ce un mot de passe; ou autre chose ?";;Mot de passe | autre=Autre chose | Ne sait pas;fin | autre-fin | autre-fin',
      'fin;Au revoir.;;;',
      ';;;;',
      'autre-fin;Rappelez-nous.;;;',
    );
    const { code, out, err } = await runCommand(importing, [path, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out.join(''))).toMatchObject({
      id: 'ligne',
      start: 'bonjour',
      nodes: {
        bonjour: { type: 'instruction', help: 'Laissez raconter.', next: 'besoin' },
        besoin: {
          type: 'choice',
          title: 'Est-ce un mot de passe; ou autre chose ?',
          options: [
            { id: 'a1', label: 'Mot de passe', next: 'fin' },
            { id: 'autre', label: 'Autre chose', next: 'autre-fin' },
            { id: 'nsp', label: 'Ne sait pas', next: 'autre-fin' },
          ],
        },
        fin: { type: 'outcome' },
      },
    });
  });

  test.each([
    [
      'an exit that is not there',
      ['q;Quoi ?;;Oui | Ne sait pas;gone | fin', 'fin;Fin;;;'],
      'unknown-target',
      'E2',
    ],
    ['no "ne sait pas"', ['q;Quoi ?;;Oui | Non;fin', 'fin;Fin;;;'], 'missing-nsp', 'D2'],
    [
      'more exits than answers',
      ['q;Quoi ?;;Oui | Ne sait pas;fin | fin | fin', 'fin;Fin;;;'],
      'answers-and-exits',
      'E2',
    ],
    [
      'an id twice',
      ['q;Quoi ?;;Oui | Ne sait pas;fin', 'fin;Fin;;;', 'fin;Fin;;;'],
      'duplicate-id',
      'A4',
    ],
    ['nothing to say', ['q;;;Oui | Ne sait pas;fin', 'fin;Fin;;;'], 'shape', 'B2'],
    [
      'a node that nothing leads to',
      ['q;Quoi ?;;Oui | Ne sait pas;fin', 'fin;Fin;;;', 'seul;Fin;;;'],
      'unreachable',
      'A4',
    ],
  ])('%s is an error in its cell', async (_name, rows, code, cell) => {
    const result = await runCommand(importing, [await sheet(header, ...rows), '--json']);
    expect(result.code).toBe(1);
    expect(result.err).not.toBe('');
    expect(result.out.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ severity: 'error', code, cell }),
    );
  });

  test('a column that is missing, details that are no JSON, a file that is no table', async () => {
    const told = async (path: string) => {
      const { code, out } = await runCommand(importing, [path, '--json']);
      expect(code).toBe(1);
      return out.map((line): unknown => JSON.parse(line));
    };
    expect(await told(await sheet('id;text;help;answers'))).toEqual([
      expect.objectContaining({ code: 'missing-column', cell: 'A1' }),
    ]);
    expect(await told(await sheet(`${header};details`, 'fin;Fin;;;;{'))).toEqual([
      expect.objectContaining({ code: 'not-json', cell: 'F2' }),
    ]);
    expect(await told(join(folder, 'gone.csv'))).toEqual([
      expect.objectContaining({ code: 'unreadable-sheet' }),
    ]);
    expect(await told(await sheet('a"b"c";"'))).toEqual([
      expect.objectContaining({ code: 'unreadable-sheet' }),
    ]);
  });

  test('what an answer has beside its words goes with it where answers change places', async () => {
    const table = (answers: string, next: string) =>
      sheet(
        `${header};type;details`,
        `q;Quoi ?;;${answers};${next};;"${details.replaceAll('"', '""')}"`,
        'fin;Fin;;;;;',
      );
    const details = '{"options":{"non":{"hint":"on aide quand même"}}}';
    const { out } = await runCommand(importing, [
      await table('nsp=Ne sait pas | non=Non | oui=Oui', 'fin'),
      '--json',
    ]);
    expect(nodesOf(out)).toMatchObject({
      q: { options: [{ id: 'nsp' }, { id: 'non', hint: 'on aide quand même' }, { id: 'oui' }] },
    });
  });

  test('what a spreadsheet on Windows saves as CSV is read too', async () => {
    const path = join(folder, 'ligne.csv');
    await writeFile(path, Buffer.from(`${header}\r\nfin;Ça ira, à bient\u00f4t.;;;\r\n`, 'latin1'));
    const { out } = await runCommand(importing, [path, '--json']);
    expect(nodesOf(out)).toMatchObject({ fin: { say: 'Ça ira, à bientôt.' } });
  });

  test('SC-51 a bar inside an answer, written by hand', async () => {
    const path = await sheet(header, 'q;Quoi ?;;Oui \\| si | Ne sait pas;fin', 'fin;Fin;;;');
    const { out } = await runCommand(importing, [path, '--json']);
    expect(nodesOf(out)).toMatchObject({
      q: { options: [{ label: 'Oui | si' }, { label: 'Ne sait pas' }] },
    });
  });
});

const shipped = ['general', 'petites-entreprises', 'peu-francophone'];

describe.each(['.csv', '.xlsx'])('SC-51 a %s file', (form) => {
  test.each<readonly [string, string | null]>([
    ...shipped.map((name) => [`the script ${name}`, shippedFile(name)] as const),
    ['a script with a node of every type', null],
  ])('%s comes back as it was', async (_name, shippedPath) => {
    const path = shippedPath ?? (await file('script.json', JSON.stringify(smallScript())));
    const table = join(folder, `tableau${form}`);
    expect(await runCommand(exporting, [path, '--to', table])).toEqual({
      code: 0,
      out: [],
      err: '',
    });
    const { code, out } = await runCommand(importing, [table, '--into', path, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out.join(''))).toEqual(JSON.parse(await readFile(path, 'utf8')));
  });
});

test('a sheet that cannot be written says so', async () => {
  const to = join(folder, 'gone', 'tableau.xlsx');
  const { code, err } = await runCommand(exporting, [shippedFile('general'), '--to', to]);
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('tableau.xlsx') });
});

describe('SC-52 a workbook', () => {
  const columns = header.split(';');
  const end = ['fin', 'Fin', null, null, null];
  const workbook = async (...sheets: readonly { name: string; rows: SheetData }[]) => {
    const path = join(folder, 'ligne.xlsx');
    await writeWorkbook(
      sheets.map(({ name, rows }) => ({ sheet: name, data: [columns, ...rows] })),
    ).toFile(path);
    return path;
  };
  const imported = async (path: string) => {
    const { code, out } = await runCommand(importing, [path, '--json']);
    return { code, out: out.map((line): unknown => JSON.parse(line)) };
  };
  const refused = async (path: string, finding: object) => {
    const { code, out } = await imported(path);
    expect({ code, out }).toEqual({ code: 1, out: [expect.objectContaining(finding)] });
  };

  test('numbers, dates and "true" read as they are shown; lines stay apart; a formula is its result', async () => {
    const rows = [
      ['nombre', 12.5, null, null, 'date'],
      [
        'date',
        { value: new Date('2026-11-22T00:00:00Z'), format: 'dd/mm/yyyy' },
        null,
        null,
        'vrai',
      ],
      ['vrai', true, 'Une ligne\nune autre', null, 'fin'],
      end,
    ];
    const { out } = await imported(await workbook({ name: 'Feuille 1', rows }));
    expect(out).toEqual([
      expect.objectContaining({
        nodes: expect.objectContaining({
          nombre: expect.objectContaining({ say: '12,5' }),
          date: expect.objectContaining({ say: '22/11/2026' }),
          vrai: expect.objectContaining({ say: 'VRAI', help: 'Une ligne\nune autre' }),
        }),
      }),
    ]);
  });

  test('the sheet named script is read, else the first', async () => {
    const rows = (say: string) => [['fin', say, null, null, null]];
    const first = { name: 'Notes', rows: rows('Notes') };
    expect(
      (await imported(await workbook(first, { name: 'Script', rows: rows('Fin') }))).out,
    ).toEqual([
      expect.objectContaining({ nodes: { fin: expect.objectContaining({ say: 'Fin' }) } }),
    ]);
    expect(
      (await imported(await workbook(first, { name: 'Autre', rows: rows('Fin') }))).out,
    ).toEqual([
      expect.objectContaining({ nodes: { fin: expect.objectContaining({ say: 'Notes' }) } }),
    ]);
  });

  test('an error stands in its cell, below rows that hold nothing', async () => {
    const rows = [[null], ['q', 'Quoi ?', null, 'Oui | Ne sait pas', 'gone'], end];
    const { out } = await imported(await workbook({ name: 'script', rows }));
    expect(out).toContainEqual(expect.objectContaining({ code: 'unknown-target', cell: 'E3' }));
  });

  test('what is no workbook is refused', async () => {
    const none = join(folder, 'none.xlsx');
    await writeFile(none, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]));
    await refused(none, { code: 'not-a-workbook', cell: 'A1' });
    await writeFile(none, zipSync({ 'note.txt': strToU8('Rien') }));
    await refused(none, { code: 'not-a-workbook' });
    await writeFile(
      none,
      (await readFile(await workbook({ name: 'script', rows: [end] }))).subarray(0, 900),
    );
    await refused(none, { code: 'not-a-workbook' });
    await writeFile(none, zipSync({ 'xl/workbook.xml': strToU8('<workbook') }));
    await refused(none, { code: 'unreadable-sheet' });
  });

  test('what would unpack to more than a script can be is refused, and not unpacked', async () => {
    const bomb = join(folder, 'bomb.xlsx');
    const zeros = new Uint8Array(20_000_000);
    await writeFile(bomb, zipSync({ 'xl/workbook.xml': zeros }));
    await refused(bomb, { code: 'workbook-too-large' });
    const table = unzipSync(await readFile(await workbook({ name: 'script', rows: [end] })));
    const [name = ''] = Object.keys(table).filter((part) => part.endsWith('sheet1.xml'));
    const far = strFromU8(table[name] ?? zeros).replace('"A2"', '"XFD1048576"');
    await writeFile(bomb, zipSync({ ...table, [name]: strToU8(far) }));
    await refused(bomb, { code: 'workbook-too-large' });
    await writeFile(bomb, new Uint8Array(6_000_000));
    await refused(bomb, { code: 'workbook-too-large' });
  });

  test('SC-52 a sheet that stands elsewhere, or whose tags have no end, is refused before it is read', async () => {
    const bomb = join(folder, 'bomb.xlsx');
    const table = unzipSync(await readFile(await workbook({ name: 'script', rows: [end] })));
    const far = strToU8('<worksheet><c t="n"r="XFD1048576"><v>1</v></c></worksheet>');
    await writeFile(bomb, zipSync({ ...table, 'xl/elsewhere.xml': far }));
    await refused(bomb, { code: 'workbook-too-large' });
    const endless = strToU8('<'.repeat(2_000_000));
    await writeFile(bomb, zipSync({ ...table, 'xl/worksheets/sheet1.xml': endless }));
    await refused(bomb, { code: 'not-a-workbook' });
  });

  test('SC-52 CSV of more rows or columns than a script can have is refused', async () => {
    const many = Array.from({ length: 500_000 }, (_, row) => `a${row}`);
    await refused(await sheet([header, ...many].join('\n')), {
      code: 'workbook-too-large',
      cell: 'A1',
    });
    const wide = await sheet(header + ';'.repeat(1000), 'a');
    await refused(wide, { code: 'workbook-too-large', cell: 'A1' });
  });
});

function nodesOf(out: readonly string[]): unknown {
  return JSON.parse(out.join('')).nodes;
}
