import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../main/cli/commands/script.ts';
import { runCommand } from '../support/run-command.ts';
import { smallScript } from '../support/small-script.ts';

const [check] = commands;
const general = fileURLToPath(new URL('../../data/scripts/general.json', import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'script-check-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(text: string): Promise<string> {
  const path = join(folder, 'script.json');
  await writeFile(path, text);
  return path;
}

test('the shipped script: nothing to say, done', async () => {
  expect(await runCommand(check, [general, '--json'])).toEqual({ code: 0, out: [], err: '' });
});

test('an error: one object a line, the reason on standard error, refused', async () => {
  const script = smallScript();
  const path = await file(JSON.stringify({ ...script, start: 'gone' }));
  const { code, out, err } = await runCommand(check, ['--json', path]);
  expect(code).toBe(1);
  expect(err).toContain('unknown-target');
  expect(out.map((line) => JSON.parse(line))).toEqual([
    {
      severity: 'error',
      code: 'unknown-target',
      node: null,
      place: '/start',
      message: expect.any(String),
    },
  ]);
});

test('SC-15 a warning alone: told, and done', async () => {
  const script = smallScript();
  const hello = { ...script.nodes['hello'], say: 'un mot '.repeat(40) };
  const path = await file(JSON.stringify({ ...script, nodes: { ...script.nodes, hello } }));
  const { code, out, err } = await runCommand(check, [path]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toEqual([
    expect.stringMatching(/^avertissement say-too-long \/nodes\/hello\/say : /),
  ]);
});

test('SC-9 a node that stands twice in the file is found, though JSON keeps one only', async () => {
  const text = JSON.stringify(smallScript());
  const twice = text.replace('"nodes":{', '"nodes":{"words":{"say":"{ \\"words\\": 1 }"},');
  const { code, out } = await runCommand(check, [await file(twice), '--json']);
  expect(code).toBe(1);
  expect(out.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ code: 'duplicate-id', node: 'words', place: '/nodes/words' }),
  ]);
});

test.each([
  ['not-json', () => file('{"format":')],
  ['unreadable-file', async () => join(folder, 'gone.json')],
  ['unreadable-file', async () => folder],
  ['shape', () => file('null')],
])('%s is refused with a finding and a reason', async (code, path) => {
  const result = await runCommand(check, [await path(), '--json']);
  expect(result.code).toBe(1);
  expect(result.err).not.toBe('');
  expect(JSON.parse(result.out[0] ?? '')).toMatchObject({ severity: 'error', code });
});

test.each([[[]], [['a.json', 'b.json']], [['a.json', '--jsno']]])(
  'wrong usage: %j',
  async (args) => {
    const { code, out, err } = await runCommand(check, args);
    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(err).toContain('Usage');
  },
);
