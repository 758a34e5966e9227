import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { standardColumns } from '#src/venues';
import { dispatch } from '../../main/cli/aiguillage.ts';
import { soundRow } from '../support/venues.ts';

/** What an operator types, and what comes back. */
async function type(...args: readonly string[]) {
  const written = { out: '', err: '' };
  const code = await dispatch(args, {
    stdin: new PassThrough(),
    out: { write: (text) => (written.out += text) },
    err: { write: (text) => (written.err += text) },
  });
  const lines = (): readonly unknown[] =>
    written.out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { code, ...written, lines };
}

const found = z.object({
  id: z.string(),
  name: z.string(),
  commune: z.string(),
  distanceKm: z.number().nullable(),
  cost: z.number(),
  opening: z.strictObject({ open: z.boolean().nullable(), reason: z.string() }).nullable(),
  why: z.string(),
  updatedOn: z.string().nullable(),
  phone: z.string().nullable(),
  reasons: z.array(z.object({ code: z.string(), kind: z.enum(['for', 'against', 'unknown']) })),
});

const file: { folder: string; path: string } = { folder: '', path: '' };
beforeAll(async () => {
  file.folder = await mkdtemp(join(tmpdir(), 'aiguillage-commands-'));
  file.path = join(file.folder, 'lieux.csv');
  const rows = [
    soundRow,
    { ...soundRow, id: 'autre', nom: '' },
    { ...soundRow, id: 'abîmé', telephone: '04 65 71 00 01', latitude: '0', longitude: '0' },
  ];
  const lines = rows.map((row) =>
    Object.values(row)
      .map((cell) => `"${cell}"`)
      .join(';'),
  );
  await writeFile(file.path, [Object.keys(soundRow).join(';'), ...lines].join('\n'));
});
afterAll(() => rm(file.folder, { recursive: true, force: true }));

describe('venues import --dry-run', () => {
  it('VE-3 VE-55 prints a line a finding, a line a producer and département, then the counts', async () => {
    const { code, err, lines } = await type('venues', 'import', file.path, '--dry-run', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const telephone = { from: '04 65 71 00 01', to: '+33465710001' };
    const counts = { accepted: 2, rejected: 1, repaired: 1, flagged: 1, duplicates: 1 };
    expect(lines()).toEqual([
      { line: 3, id: 'autre', field: 'nom', reason: 'missing', kind: 'rejected' },
      {
        ...{ line: 4, id: 'abîmé', field: 'telephone', reason: 'phone-format', kind: 'repaired' },
        ...telephone,
      },
      {
        ...{ line: 4, id: 'abîmé', field: 'latitude', reason: 'null-island', kind: 'flagged' },
        value: '0, 0',
      },
      {
        ...{ source: 'Essai', departement: '48', rows: 3, ...counts },
        ...{ withoutPosition: 0, doubtfulPosition: 1, withoutHours: 0, hoursNotUnderstood: 0 },
        ...{ withoutContact: 0, stale: expect.any(Number) },
        problems: [
          { kind: 'rejected', field: 'nom', reason: 'missing', count: 1 },
          { kind: 'repaired', field: 'telephone', reason: 'phone-format', count: 1 },
          { kind: 'flagged', field: 'latitude', reason: 'null-island', count: 1 },
        ],
      },
      { read: 3, ...counts },
    ]);
  });

  it('VE-56 says the same to a person, and writes it for a spreadsheet', async () => {
    const table = join(file.folder, 'constats.csv');
    const { code, out } = await type(
      ...(['venues', 'import', file.path, '--dry-run', '--findings', table] as const),
    );
    expect(code).toBe(0);
    expect(out).toContain(
      'ligne 4 (abîmé) réparé, telephone : « 04 65 71 00 01 » → « +33465710001 »',
    );
    expect(out).toMatch(/^Essai +48 +3 +1 +1 +1 +1 /m);
    expect(out).toContain('3 lignes lues : 2 acceptées, 1 refusées.');
    const lines = (await readFile(table, 'utf8')).split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFLigne;Identifiant;Producteur;Département;Constat;Colonne;Valeur lue;Valeur retenue;Explication',
    );
    // A cell that begins with "+" would be a formula.
    expect(lines[2]).toMatch(
      /^4;abîmé;Essai;48;réparé;telephone;04 65 71 00 01;'\+33465710001;Un /,
    );
    expect(lines).toHaveLength(5);
  });

  it('VE-56 says where the findings cannot be written', async () => {
    const nowhere = join(file.folder, 'nowhere', 'constats.csv');
    const refused = await type('venues', 'import', file.path, '--dry-run', '--findings', nowhere);
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining(nowhere) });
  });

  it('VE-3 refuses a file that is none, with the reason', async () => {
    const refused = await type('venues', 'import', 'package.json', '--dry-run', '--json');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/JSON/);
    const other = await type('venues', 'import', 'README.md', '--dry-run', '--json');
    expect(other).toMatchObject({ code: 1, out: '' });
    expect(await type('venues', 'import', 'nowhere.csv', '--dry-run')).toMatchObject({ code: 1 });
  });

  it.each([[], ['a.csv', 'b.csv'], ['a.csv', '--unknown']])(
    'says how it is used: %j',
    async (...args) => {
      expect(await type('venues', 'import', ...args)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(/^Usage/),
      });
    },
  );
});

describe('venues export', () => {
  it('VE-6 VE-19 writes what was read, in the columns of the standard', async () => {
    const target = join(file.folder, 'norme.csv');
    expect(await type('venues', 'export', target, '--data', file.path)).toMatchObject({
      ...{ code: 0, err: '', out: `2 lieux écrits dans ${target}\n` },
    });
    const [header, ...lines] = (await readFile(target, 'utf8')).trimEnd().split('\n');
    expect(header).toBe(standardColumns.join(','));
    expect(lines.map((line) => line.split(',')[11])).toEqual(['+33465710001', '+33465710001']);

    const again = join(file.folder, 'norme.csv.gz');
    await type('venues', 'export', again, '--data', target);
    expect(gunzipSync(await readFile(again))).toEqual(await readFile(target));
  });

  it('VE-6 gives the file the name that the standard wants, in a folder', async () => {
    const args = ['--data', file.path, '--producer', '13002526500013', '--territory', 'lozere'];
    const { code, out } = await type('venues', 'export', file.folder, ...args);
    expect(code).toBe(0);
    expect(basename(out.trim())).toMatch(
      /^\d{4}-\d{2}-\d{2}_13002526500013_lieux-de-mediation-numerique_lozere\.csv$/,
    );
  });

  it('leaves nothing where it cannot read or write', async () => {
    const target = join(file.folder, 'rien.csv');
    const refused = await type('venues', 'export', target, '--data', 'package.json');
    expect(refused).toMatchObject({ code: 1, out: '' });
    const nowhere = join(file.folder, 'nowhere', 'a.csv');
    expect(await type('venues', 'export', nowhere, '--data', file.path)).toMatchObject({
      ...{ code: 1, out: '', err: expect.stringContaining('ENOENT') },
    });
    expect((await readdir(file.folder)).filter((name) => /rien|part/.test(name))).toEqual([]);
  });

  it.each([[[]], [['a.csv', 'b.csv']], [['a.csv', '--unknown']]])(
    'says how it is used: %j',
    async (args) => {
      expect(await type('venues', 'export', ...args)).toMatchObject({
        ...{ code: 2, out: '', err: expect.stringMatching(/^Usage/) },
      });
    },
  );
});

describe('venues search', () => {
  it('finds the nearest shipped venues of a commune, each on its line', async () => {
    const { code, lines } = await type(
      'venues',
      'search',
      '--commune',
      '48095',
      '--limit',
      '8',
      '--json',
    );
    expect(code).toBe(0);
    const venues = lines().map((line) => found.parse(line));
    expect(venues).toHaveLength(8);
    expect(venues.map(({ commune }) => commune)).toContain('Mende');
    const costs = venues.map(({ cost }) => cost);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  });

  it('finds near a point overseas, south of the equator', async () => {
    const { lines } = await type(
      'venues',
      'search',
      '--near',
      '-20.88,55.45',
      '--limit',
      '3',
      '--json',
    );
    for (const line of lines()) expect(found.parse(line).distanceKm).toBeLessThan(60);
  });

  const inFile = () =>
    ['venues', 'search', '--commune', '48095', '--data', file.path, '--json'] as const;

  it('searches a file that is not imported, by service', async () => {
    const { lines } = await type(...inFile(), '--service', 'Aide aux démarches administratives');
    expect(lines()).toMatchObject([{ id: 'maison-48', distanceKm: 1.8 }]);
    expect(await type(...inFile(), '--service', 'Loisirs et créations numériques')).toMatchObject({
      code: 0,
      out: '',
    });
  });

  it('VE-45 VE-46 asks with every filter, and shows what each was looked for in', async () => {
    const { code, err, lines } = await type(
      ...['venues', 'search', '--from', 'mende', '--data', file.path, '--json'],
      ...[
        '--service',
        'aide aux demarches administratives',
        '--price',
        'free',
        '--price',
        'Payant',
      ],
      ...[
        '--access',
        'Se présenter',
        '--support',
        'Accompagnement individuel',
        '--itinerant',
        'Fixe',
      ],
      ...['--programme', 'France Services', '--wish', 'surdité', '--max-km', '5'],
      ...['--open-at', '2026-03-04T10:00'],
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(lines()).toMatchObject([
      {
        id: 'maison-48',
        opening: { open: true, reason: 'within-hours' },
        why: 'à 1,8 km, ouvert mercredi 9 h-12 h, gratuit, surdité : à demander, fiche de 2026',
        fees: ['Gratuit'],
        itinerant: ['Fixe'],
        programmes: ['France Services'],
        hours: 'Mo-Fr 09:00-12:00',
      },
    ]);
  });

  it('VE-46 takes an instant on the clock of the origin, or with its offset', async () => {
    const open = async (instant: string) => (await type(...inFile(), '--open-at', instant)).lines();
    expect(await open('2026-03-04T11:30')).toHaveLength(1);
    expect(await open('2026-03-04T11:30Z')).toHaveLength(0);
    expect(await open('2026-05-01T11:30')).toMatchObject([
      { opening: { open: null, reason: 'holiday-unknown' }, why: expect.stringMatching(/férié/) },
    ]);
  });

  it.each([
    ['--price', 'cher', 'Gratuit sous condition'],
    ['--service', 'Couture', 'Aide aux démarches administratives'],
    ['--wish', 'piscine', 'deafness'],
    ['--max-km', 'loin', 'kilomètres'],
  ])('refuses %s %s, and lists what can be asked', async (option, value, allowed) => {
    const refused = await type('venues', 'search', '--commune', '48095', option, value);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain(value);
    expect(refused.err).toContain(allowed);
  });

  it('refuses a commune or a file that it does not know', async () => {
    expect(await type('venues', 'search', '--commune', '99999')).toMatchObject({
      code: 1,
      out: '',
      err: 'Commune inconnue : 99999\n',
    });
    const { code } = await type('venues', 'search', '--commune', '48095', '--data', 'package.json');
    expect(code).toBe(1);
  });

  it.each([
    [[]],
    [['--commune', '48095', '--near', '1,2']],
    [['--near', '91,2']],
    [['--near', 'ici']],
    [['--commune', '48095', '--limit', '0']],
    [['--commune', '48095', '--service', 'Couture']],
    [['--commune', '48095', 'Mende']],
  ])('says how it is used: %j', async (args) => {
    const { code, out, err } = await type('venues', 'search', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage');
  });
});
