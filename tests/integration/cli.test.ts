import { spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { dispatch } from '../../main/cli/aiguillage.ts';

const program = fileURLToPath(new URL('../../main/cli/aiguillage.ts', import.meta.url));

async function run(args: readonly string[], input = '') {
  const stdin = new PassThrough();
  stdin.end(input);
  const said = { out: '', err: '' };
  const into = (stream: 'out' | 'err') => ({
    write: (text: string) => {
      said[stream] += text;
    },
  });
  const code = await dispatch(args, { stdin, out: into('out'), err: into('err') });
  return { code, ...said };
}

describe('the command line', () => {
  test('--help lists every command on standard output', async () => {
    const { code, out, err } = await run(['--help']);
    expect(code).toBe(0);
    expect(err).toBe('');
    for (const name of [
      'distance score',
      'script check',
      'venues import',
      'venues export',
      'venues search',
    ]) {
      expect(out).toContain(name);
    }
  });

  test.each([
    [],
    ['nothing'],
    ['venues'],
    ['venues', 'nothing'],
    ['constructor'],
    ['__proto__', 'x'],
  ])('%j is wrong usage, said on standard error', async (...args) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Usage');
  });

  test.each(['distance score', 'script check', 'venues import', 'venues export', 'venues search'])(
    '%s explains itself, and refuses an option that it does not know',
    async (name) => {
      const help = await run([...name.split(' '), '--help']);
      expect(help).toMatchObject({ code: 0, err: '' });
      const wrong = await run([...name.split(' '), '--nothing']);
      expect(wrong).toMatchObject({ code: 2, out: '' });
      expect(wrong.err).not.toBe('');
    },
  );

  test('a reader that closes the pipe early is no failure', async () => {
    const child = spawn(process.execPath, [program, 'distance', 'score', '--json'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stdout.destroy();
    child.stdin.on('error', () => undefined);
    child.stdin.end('{"internet":"non"}\n'.repeat(20_000));
    const code = await new Promise((settle) => child.once('close', settle));
    expect(said).toBe('');
    expect(code).toBe(0);
  });
});
