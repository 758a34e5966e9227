import { expect, test } from 'vitest';
import { commands } from '../../main/cli/commands/distance.ts';
import { runCommand } from '../support/run-command.ts';

const [score] = commands;
const scored = { level: 'E3', asked: ['internet'], fragile: false, model: 'rte@0.1.0' };

test('DI-9 one result a line, in order, blank lines skipped, the rest scored after an error', async () => {
  const { code, out, err } = await runCommand(
    score,
    ['--json'],
    ['{"internet":"non"}\r\n\n{"internet":"peut-être"}\n   \n{"internet":"non"}'],
  );
  expect(code).toBe(1);
  expect(err).not.toBe('');
  expect(out.map((line) => JSON.parse(line))).toEqual([
    scored,
    { error: expect.any(String) },
    scored,
  ]);
});

test('DI-9 done without error, and nothing to say for an empty input', async () => {
  expect(await runCommand(score, ['--json'], [])).toEqual({ code: 0, out: [], err: '' });
});

test('DI-9 a line may come in pieces, cut inside a letter', async () => {
  const bytes = new TextEncoder().encode('{"internet":"été"}\n{"internet":"non"}\n');
  const { code, out } = await runCommand(
    score,
    ['--json'],
    [bytes.slice(0, 14), bytes.slice(14, 30), bytes.slice(30)],
  );
  expect(code).toBe(1);
  expect(out).toHaveLength(2);
  expect(JSON.parse(out[1] ?? '')).toEqual(scored);
});

test('without --json, a sentence a line', async () => {
  const { out } = await runCommand(score, [], ['{"internet":"nsp"}\n']);
  expect(out).toEqual(['E3 très éloigné, à confirmer (rte@0.1.0) : internet']);
});

test.each([['--jsno'], ['file.json']])('wrong usage: %s', async (argument) => {
  const { code, out, err } = await runCommand(score, [argument]);
  expect(code).toBe(2);
  expect(out).toEqual([]);
  expect(err).toContain('Usage');
});
