import { expect, test } from 'vitest';
import { commands } from '../../main/cli/commands/hours.ts';
import { runCommand } from '../support/run-command.ts';

const [at, parse] = commands;
const thursday = ['--commune', '33063', '--instant', '2026-07-16T10:00:00+02:00'];
const open = {
  open: true,
  reason: 'within-hours',
  next: '2026-07-17T09:00:00+02:00',
  timezone: 'Europe/Paris',
};

test('HO-40 one text, one answer', async () => {
  const { code, out } = await runCommand(at, ['Mo-Fr 09:00-12:00', ...thursday, '--json']);
  expect(code).toBe(0);
  expect(out.map((line) => JSON.parse(line))).toEqual([open]);
  expect(Object.keys(JSON.parse(out[0] ?? ''))).toEqual(['open', 'reason', 'next', 'timezone']);
});

test('HO-40 nothing is known where the text is not understood', async () => {
  const { code, out } = await runCommand(at, ['lundi 9h', ...thursday, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out[0] ?? '')).toEqual({
    open: null,
    reason: 'not-understood',
    next: null,
    timezone: 'Europe/Paris',
  });
});

test('HO-40 without --json, a sentence', async () => {
  const { out } = await runCommand(at, ['Mo-Fr 09:00-12:00', ...thursday]);
  expect(out).toEqual(['ouvert (Europe/Paris), prochaine ouverture 2026-07-17T09:00:00+02:00']);
});

test('HO-23 disputed days as asked', async () => {
  const goodFriday = ['--commune', '97209', '--instant', '2026-04-03T10:00:00-04:00', '--json'];
  const asked = async (...more: readonly string[]) => {
    const { out } = await runCommand(at, ['Fr 09:00-12:00; PH off', ...goodFriday, ...more]);
    return JSON.parse(out[0] ?? '').open;
  };
  expect(await asked()).toBe(null);
  expect(await asked('--disputed', 'holiday')).toBe(false);
  expect(await asked('--disputed', 'working-day')).toBe(true);
});

test.each([
  ['99999', '2026-07-16T10:00:00+02:00', 'Commune inconnue : 99999'],
  ['33000', '2026-07-16T10:00:00+02:00', 'Commune inconnue : 33000'],
  ['20004', '2026-07-16T10:00:00+02:00', 'Commune inconnue : 20004'],
  ['33063', '2026-07-16T10:00:00', 'Instant incorrect : 2026-07-16T10:00:00'],
  ['33063', '2026-02-30T10:00:00Z', 'Instant incorrect'],
  ['33063', '+275760-09-13T00:00:00Z', 'Instant incorrect'],
])('HO-40 refuses commune %s at %s', async (commune, instant, sentence) => {
  const args = ['Mo 09:00-12:00', '--commune', commune, '--instant', instant];
  const { code, out, err } = await runCommand(at, args);
  expect(code).toBe(1);
  expect(out).toEqual([]);
  expect(err).toContain(sentence);
});

test.each(['2A004', '2B033', '75056', '75101', '97502', '98818', '97801'])(
  'HO-40 takes commune %s',
  async (commune) => {
    const args = ['Mo 09:00-12:00', '--commune', commune, '--instant', '2026-07-16T10:00:00Z'];
    expect((await runCommand(at, args)).code).toBe(0);
  },
);

test('HO-42 a line, an answer, in order; a bad line says so and the rest goes on', async () => {
  const line = (text: unknown, commune: unknown = '33063') =>
    `${JSON.stringify({ text, commune, instant: '2026-07-16T10:00:00+02:00' })}\n`;
  const { code, out, err } = await runCommand(
    at,
    ['--json'],
    [
      line('Mo-Fr 09:00-12:00'),
      'no JSON\n',
      '\n',
      line(7),
      line('Mo', '99999'),
      '[]\n',
      line('Th off'),
    ],
  );
  expect(code).toBe(1);
  expect(err).toContain('4');
  expect(out.map((text) => JSON.parse(text))).toEqual([
    open,
    { error: expect.any(String) },
    { error: expect.any(String) },
    { error: 'Commune inconnue : 99999' },
    { error: expect.any(String) },
    expect.objectContaining({ open: false }),
  ]);
});

test('HO-41 hours in French', async () => {
  const text = 'lundi au vendredi 9h-12h / 14h-17h30';
  const osm = 'Mo-Fr 09:00-12:00,14:00-17:30';
  expect(await runCommand(parse, [text, '--json'])).toEqual({
    code: 0,
    out: [JSON.stringify({ osm })],
    err: '',
  });
  expect((await runCommand(parse, ['1 samedi sur 2', '--json'])).out).toEqual(['{"osm":null}']);
  expect((await runCommand(parse, ['1 samedi sur 2'])).out).toEqual(['non interprétable']);
  const lines = [
    JSON.stringify({ text }),
    '{"texte":"lundi"}',
    JSON.stringify({ text: 'environ' }),
  ];
  const { code, out } = await runCommand(parse, ['--json'], [lines.join('\n')]);
  expect(code).toBe(1);
  expect(out.map((line) => JSON.parse(line))).toEqual([
    { osm },
    { error: expect.any(String) },
    { osm: null },
  ]);
});

test.each([
  [at, ['Mo 09:00-12:00', '--json']],
  [at, ['Mo 09:00-12:00', 'Tu 09:00-12:00', ...thursday]],
  [at, ['Mo 09:00-12:00', ...thursday, '--disputed', 'perhaps']],
  [at, ['--jsno']],
  [parse, ['lundi', 'mardi']],
])('wrong usage', async (command, args) => {
  const { code, out, err } = await runCommand(command, args);
  expect(code).toBe(2);
  expect(out).toEqual([]);
  expect(err).toContain('Usage');
});
