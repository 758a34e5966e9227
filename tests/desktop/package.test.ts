import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { setupView } from '#src/contract';
import { buildDesk, buildDesktop, buildHub, root } from '../../main/cli/build.ts';
import { hubMessage } from '../../main/hub/messages.ts';

const { version } = z
  .object({ version: z.string() })
  .parse(createRequire(import.meta.url)('electron/package.json'));

/** Where Electron's own program keeps its fuses: a mark, a version, a count, and one digit a fuse. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
]);

let folder: string;
let packed: string;

beforeAll(async () => {
  await Promise.all([buildDesk(), buildDesktop(), buildHub()]);
  folder = await mkdtemp(join(tmpdir(), 'aiguillage-package-'));
  // A stub in the place of Electron's distribution: what is packed around it is real.
  const stub = join(folder, 'stub');
  await mkdir(stub);
  await writeFile(join(stub, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\n'), fuseWire]));
  await chmod(join(stub, 'electron'), 0o755);
  await promisify(execFile)(
    process.execPath,
    [
      join(root, 'node_modules/.bin/electron-builder'),
      ...['--linux', 'dir', '--publish', 'never'],
      `--config.electronDist=${stub}`,
      `--config.electronVersion=${version}`,
      `--config.directories.output=${join(folder, 'out')}`,
    ],
    { cwd: root, maxBuffer: 16 * 1024 * 1024 },
  );
  packed = join(folder, 'out', 'linux-unpacked');
}, 180_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the package', () => {
  test('holds the Electron side and the desk, and no source, test or module beside them', () => {
    const files = listPackage(join(packed, 'resources/app.asar'), { isPack: false });
    expect(files).toContain('/dist/desktop/main.js');
    expect(files).toContain('/dist/desktop/preload.cjs');
    expect(files).toContain('/dist/renderer/index.html');
    expect(files).toContain('/package.json');
    const tops = new Set(files.map((file) => file.split('/')[1]));
    expect(tops).toEqual(new Set(['dist', 'package.json', 'LICENSE']));
    const parts = new Set(
      files.filter((file) => file.startsWith('/dist/')).map((file) => file.split('/')[2]),
    );
    expect(parts).toEqual(new Set(['desktop', 'renderer']));
  });

  test('starts at the bundled main process', () => {
    const manifest = z
      .object({ main: z.string(), type: z.string() })
      .parse(
        JSON.parse(extractFile(join(packed, 'resources/app.asar'), 'package.json').toString()),
      );
    expect(manifest).toMatchObject({ main: 'dist/desktop/main.js', type: 'module' });
  });

  test('has the hub, its migrations, its data, PGlite and opening_hours beside the archive', async () => {
    const hub = join(packed, 'resources/hub');
    expect((await readdir(hub)).sort()).toEqual(
      expect.arrayContaining([
        'data',
        'embedded.worker.mjs',
        'hub-process.mjs',
        'migrations',
        'node_modules',
      ]),
    );
    expect(await readdir(join(hub, 'node_modules/@electric-sql/pglite/dist'))).toContain(
      'pglite.wasm',
    );
    expect(await readdir(join(hub, 'node_modules/opening_hours/LICENSES'))).toEqual([
      'LGPL-3.0-only.txt',
      'ODbL-1.0.txt',
    ]);
    expect(await readdir(join(hub, 'data'))).toEqual(
      expect.arrayContaining(['models', 'scripts', 'venues']),
    );
  });

  test('its hub starts from the package alone, and ends with its shell', async () => {
    const hub = fork(join(packed, 'resources/hub/hub-process.mjs'), [], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', AIGUILLAGE_DATA: join(folder, 'data') },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const ended = once(hub, 'exit');
    const address = await new Promise<string>((settle, fail) => {
      void ended.then(() => fail(new Error('The packaged hub ended before it was ready.')));
      hub.on('message', (sent) => {
        const message = hubMessage.parse(sent);
        if (message.kind === 'ready') settle(message.address);
        if (message.kind === 'failed') fail(new Error(message.sentence));
      });
    });
    const setup = setupView.parse(await (await fetch(`${address}/api/setup`)).json());
    expect(setup.state).toBe('needs-administrator');
    hub.disconnect();
    expect(await ended).toEqual([0, null]);
  });

  test('cannot run as Node, be inspected, or load code from outside its archive', async () => {
    const program = join(packed, 'aiguillage');
    expect((await readFile(program)).includes('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')).toBe(true);
    const wire = await getCurrentFuseWire(program);
    const state = (option: FuseV1Options) => String.fromCharCode(wire[option] ?? 0);
    expect(state(FuseV1Options.RunAsNode)).toBe('0');
    expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe('0');
    expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe('0');
    expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe('0');
    expect(state(FuseV1Options.EnableCookieEncryption)).toBe('1');
    expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe('1');
  });
});
