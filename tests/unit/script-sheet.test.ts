import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../main/cli/commands/script.ts';
import { runCommand } from '../support/run-command.ts';
import { smallScript } from '../support/small-script.ts';

const [, , , importing, exporting] = commands;
const general = fileURLToPath(new URL('../../data/scripts/general.json', import.meta.url));

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

  test.each([
    ['the shipped script', () => readFile(general, 'utf8')],
    ['a script with a node of every type', async () => JSON.stringify(smallScript())],
  ])('%s comes back from a sheet as it was', async (_name, text) => {
    const script = await text();
    const path = await file('script.json', script);
    const written = await runCommand(exporting, [path]);
    expect(written.code).toBe(0);
    const table = await file('tableau.csv', written.out.join('\n'));
    const { code, out } = await runCommand(importing, [table, '--into', path, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out.join(''))).toEqual(JSON.parse(script));
  });
});
