import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  dataFolderPath,
  demonstrationFolderPath,
  describeHolder,
  holdDataFolder,
  keptPort,
  prepareDataFolder,
} from '../../main/cli/data-folder.ts';

const holderProgram = fileURLToPath(new URL('../support/folder-holder.ts', import.meta.url));
let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aiguillage-folder-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Starts a process on the folder; the answer is the first line it prints. */
async function startHolder(what = 'npm start') {
  const child = spawn(process.execPath, [holderProgram, folder, what], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = await once(createInterface(child.stdout), 'line');
  return { child, line: String(line) };
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

describe('the place of the data', () => {
  test.each([
    ['linux', {}, '/home/ana/.local/share/aiguillage'],
    ['linux', { XDG_DATA_HOME: '/mnt/data' }, '/mnt/data/aiguillage'],
    ['darwin', {}, '/home/ana/Library/Application Support/Aiguillage'],
    ['linux', { AIGUILLAGE_DATA: '/srv/desk' }, '/srv/desk'],
    ['win32', { AIGUILLAGE_DATA: '/srv/desk' }, '/srv/desk'],
  ] as const)('on %s with %o is %s', (platform, environment, expected) => {
    expect(dataFolderPath(environment, platform, '/home/ana')).toBe(expected);
  });

  test('the demonstration has its own folder beside it', () => {
    expect(demonstrationFolderPath('/srv/desk')).toBe('/srv/desk-demonstration');
  });

  test('is made for its owner alone, and closed again where it stood open', async () => {
    const inner = join(folder, 'a', 'b');
    expect(await prepareDataFolder(inner)).toEqual({ ok: true, value: null });
    await chmod(inner, 0o755);
    await prepareDataFolder(inner);
    expect((await stat(inner)).mode & 0o777).toBe(0o700);
  });

  test('is refused where a file stands', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect(await prepareDataFolder(file)).toMatchObject({
      ok: false,
      error: { code: 'not-a-folder' },
    });
  });
});

describe('the hold', () => {
  test('several starts at once: exactly one wins, the others name it', async () => {
    const started = await Promise.all([1, 2, 3, 4].map((n) => startHolder(`start ${n}`)));
    const winners = started.filter((one) => one.line === 'held');
    expect(winners).toHaveLength(1);
    for (const loser of started.filter((one) => one.line !== 'held')) {
      expect(JSON.parse(loser.line.replace('refused ', ''))).toMatchObject({
        pid: winners[0]?.child.pid,
      });
    }
  });

  test('a second start says who holds the folder: process, since, command, address', async () => {
    const first = await startHolder('npm start');
    const second = await holdDataFolder(folder, 'npm start');
    if (second.ok) throw new Error('two processes hold one folder');
    const sentence = describeHolder(folder, second.error.holder);
    expect(sentence).toContain(folder);
    expect(sentence).toContain(`processus ${first.child.pid}`);
    expect(sentence).toContain('« npm start »');
    expect(sentence).toMatch(/depuis le \d\d\/\d\d\/\d{4}/);
    expect(sentence).toMatch(/http:\/\/127\.0\.0\.1:47\d{3}/);
  });

  test('kill -9 frees it: the system, not a clean-up, holds the lock', async () => {
    const first = await startHolder();
    first.child.kill('SIGKILL');
    await gone(first.child);
    expect((await startHolder()).line).toBe('held');
  });

  test('a release frees it and leaves no word of a holder', async () => {
    const first = await startHolder();
    first.child.stdin?.end();
    await gone(first.child);
    expect(await readdir(folder)).not.toContain('holder.json');
    const second = await holdDataFolder(folder, 'npm start');
    expect(second.ok).toBe(true);
    if (second.ok) await second.value.release();
  });

  test('a holder file left by a dead process names nobody', async () => {
    await writeFile(
      join(folder, 'holder.json'),
      JSON.stringify({ pid: 2 ** 30, since: '2026-01-01T00:00:00Z', what: 'npm start' }),
    );
    const hold = await holdDataFolder(folder, 'npm start');
    expect(hold.ok).toBe(true);
    if (hold.ok) await hold.value.release();
  });
});

describe('the port', () => {
  test('is chosen once and kept', async () => {
    const first = await keptPort(folder);
    expect(first).toMatchObject({ ok: true });
    expect(await keptPort(folder)).toEqual(first);
  });

  test('a port taken later stays the one of this folder', async () => {
    const kept = await keptPort(folder);
    if (!kept.ok) throw new Error('no port');
    const squatter = createServer().listen(kept.value, '127.0.0.1');
    await once(squatter, 'listening');
    expect(await keptPort(folder)).toEqual(kept);
    squatter.close();
  });

  test('a taken port is not the first choice', async () => {
    const kept = await keptPort(folder);
    if (!kept.ok) throw new Error('no port');
    const squatter = createServer().listen(kept.value, '127.0.0.1');
    await once(squatter, 'listening');
    await rm(join(folder, 'port'));
    const other = await keptPort(folder);
    squatter.close();
    expect(other).toMatchObject({ ok: true });
    expect(other).not.toEqual(kept);
  });
});
