import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { demonstrationView, setupView } from '#src/contract';
import { type Started, startProgram } from '../support/started.ts';

let place: string;
let data: string;
const running: Started[] = [];

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'aiguillage-start-'));
  data = join(place, 'data');
});

afterEach(() => {
  for (const started of running.splice(0)) started.process.kill('SIGKILL');
});

afterAll(() => rm(place, { recursive: true, force: true }));

function start(
  args: readonly string[] = [],
  folder = data,
  environment: Readonly<Record<string, string>> = {},
): Started {
  const started = startProgram('start.ts', { AIGUILLAGE_DATA: folder, ...environment }, args);
  running.push(started);
  return started;
}

async function addressOf(started: Started): Promise<string> {
  const [, address = ''] = await started.says(/^Poste : (http:\/\/127\.0\.0\.1:\d+)$/m);
  return address;
}

async function setupOf(address: string) {
  return setupView.parse(await (await fetch(`${address}/api/setup`)).json());
}

// One folder through its life, in order: a first start is the slow one.
/** The process that holds the data folder: the hub. */
async function holderOf(folder: string): Promise<number> {
  const said: unknown = JSON.parse(await readFile(join(folder, 'holder.json'), 'utf8'));
  return z.object({ pid: z.int() }).parse(said).pid;
}

describe.sequential('npm start', () => {
  let firstAddress: string;

  test('the first start makes the folder, imports the venues with progress, and prints one address', async () => {
    const first = start();
    firstAddress = await addressOf(first);
    await first.says(/Ctrl-C pour arrêter/);
    expect(first.said()).toContain(`Données : ${data}`);
    expect(first.said()).toContain('Import des lieux : 100 %');
    expect(first.said()).toMatch(/Code pour créer le compte administrateur : \S{20,}/);
    expect(first.said()).toContain('AIGUILLAGE_NO_OPEN');
    expect(first.said().match(/http:\/\//g)).toHaveLength(1);
    expect((await stat(data)).mode & 0o777).toBe(0o700);
    expect(await setupOf(firstAddress)).toMatchObject({
      state: 'needs-administrator',
      kind: 'real',
      canOpenDemonstration: true,
    });
    const page = await fetch(firstAddress);
    expect(page.headers.get('content-type')).toContain('text/html');

    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await expect(fetch(firstAddress)).rejects.toThrow();
  });

  test('the second start is warm: nothing to build or import, the same address', async () => {
    const second = start();
    expect(await addressOf(second)).toBe(firstAddress);
    expect(second.said()).not.toContain('construit');
    expect(second.said()).not.toContain('Import');
    second.process.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  test('a start on a held folder says who holds it and refuses; the holder goes on', async () => {
    const holder = start();
    const address = await addressOf(holder);
    const late = start();
    expect(await late.ended).toBe(1);
    expect(late.said()).toContain(
      `Le dossier de données ${data} est déjà utilisé par « npm start »`,
    );
    expect(late.said()).toMatch(/processus \d+, depuis le/);
    expect(late.said()).toContain(`à l'adresse ${address}`);
    expect((await setupOf(address)).state).toBe('needs-administrator');
  });

  test('two starts at once: exactly one opens', async () => {
    const both = [start(), start()];
    const opened = await Promise.all(
      both.map((one) =>
        addressOf(one).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(opened.filter(Boolean)).toHaveLength(1);
    const refused = both[opened.indexOf(false)];
    expect(await refused?.ended).toBe(1);
    expect(refused?.said()).toContain('est déjà utilisé');
  });

  test('kill -9 of the start ends its hub as well, and the next start finds the folder free', async () => {
    const killed = start();
    const address = await addressOf(killed);
    killed.process.kill('SIGKILL');
    await killed.ended;
    await expect
      .poll(
        () =>
          fetch(address).then(
            () => 'up',
            () => 'down',
          ),
        { timeout: 10_000 },
      )
      .toBe('down');
    const next = start();
    expect(await addressOf(next)).toBe(address);
  });

  test('a stop that reaches the start and its hub alike is one stop', async () => {
    const started = start();
    await started.says(/Ctrl-C/);
    process.kill(await holderOf(data), 'SIGTERM');
    started.process.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(started.said()).not.toContain('Error');
  });

  test('a hub killed under it is told, and is a failure', async () => {
    const started = start();
    await started.says(/Ctrl-C/);
    process.kill(await holderOf(data), 'SIGKILL');
    expect(await started.ended).toBe(1);
    expect(started.said()).toContain("Le hub s'est arrêté de lui-même.");
  });

  test('a port that another program has is said, and never changed', async () => {
    const kept = await readFile(join(data, 'port'), 'utf8');
    const squatter = createServer().listen(Number(kept), '127.0.0.1');
    await once(squatter, 'listening');
    const started = start();
    expect(await started.ended).toBe(1);
    expect(started.said()).toContain(`Le port ${kept.trim()}`);
    expect(await readFile(join(data, 'port'), 'utf8')).toBe(kept);
    squatter.close();
  });

  test('the demonstration opens beside the installation, in its own folder and at its own address', async () => {
    const started = start();
    const address = await addressOf(started);
    const answer = await fetch(`${address}/api/setup/demonstration`, {
      method: 'POST',
      headers: { origin: address },
    });
    const demonstration = demonstrationView.parse(await answer.json()).address;
    expect(new URL(demonstration).origin).not.toBe(address);
    expect(await setupOf(new URL(demonstration).origin)).toMatchObject({
      state: 'ready',
      kind: 'demonstration',
      canOpenDemonstration: false,
    });
    expect((await setupOf(address)).kind).toBe('real');
    expect((await stat(`${data}-demonstration`)).mode & 0o777).toBe(0o700);
    const again = await fetch(`${address}/api/setup/demonstration`, {
      method: 'POST',
      headers: { origin: address },
    });
    expect(demonstrationView.parse(await again.json()).address).toBe(demonstration);

    started.process.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    await expect(fetch(demonstration)).rejects.toThrow();
  });

  test('--demonstration starts straight into it', async () => {
    const started = start(['--demonstration']);
    expect((await setupOf(await addressOf(started))).kind).toBe('demonstration');
    expect(started.said()).toContain(`Données : ${data}-demonstration`);
  });

  test('opens Electron where its program is, on the hub; closing its window stops everything', async () => {
    const dist = join(place, 'electron');
    await mkdir(dist);
    // In the place of Electron's program: says where it is told to look, and is closed by a file.
    const closing = join(place, 'closed');
    await writeFile(
      join(dist, 'electron'),
      `#!/bin/sh\necho "window on $AIGUILLAGE_HUB with $1"\nwhile [ ! -e "${closing}" ]; do sleep 0.1; done\n`,
      { mode: 0o755 },
    );
    const started = start([], data, {
      AIGUILLAGE_NO_OPEN: '',
      DISPLAY: ':0',
      WAYLAND_DISPLAY: 'none',
      ELECTRON_OVERRIDE_DIST_PATH: dist,
    });
    const address = await addressOf(started);
    await started.says(/Electron/);
    await started.says(new RegExp(`^window on ${address} with .+`, 'm'));
    await writeFile(closing, '');
    expect(await started.ended).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  test('an option that it does not know is wrong usage', async () => {
    const started = start(['--nothing']);
    expect(await started.ended).toBe(2);
    expect(started.said()).toContain('Usage : npm start');
  });
});
