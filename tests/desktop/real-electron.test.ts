import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDesk, buildDesktop, root } from '../../main/cli/build.ts';
import { findElectron } from '../../main/cli/shell.ts';
import { type LocalServer, serveLocally } from '../support/local-server.ts';

const program = await findElectron();
const title =
  program === null
    ? "the desk in Electron itself (skipped: Electron's program is not installed here)"
    : 'the desk in Electron itself';

describe.skipIf(program === null)(title, () => {
  let hub: LocalServer;
  let userData: string;
  let electron: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    await Promise.all([buildDesk(), buildDesktop()]);
    hub = await serveLocally(() => Response.json({ code: 'not-signed-in' }, { status: 401 }));
    userData = await mkdtemp(join(tmpdir(), 'aiguillage-electron-'));
    electron = await _electron.launch({
      executablePath: program ?? '',
      args: [root, `--user-data-dir=${userData}`],
      env: { ...process.env, AIGUILLAGE_HUB: hub.address },
    });
    page = await electron.firstWindow();
  });

  afterAll(async () => {
    await electron?.close();
    await hub?.close();
    await rm(userData, { recursive: true, force: true });
  });

  test('is a secure page of its own scheme, without Node', async () => {
    expect(page.url()).toMatch(/^app:\/\/poste\//);
    expect(await page.evaluate(() => isSecureContext)).toBe(true);
    expect(await page.evaluate(() => typeof Reflect.get(window, 'process'))).toBe('undefined');
  });

  test('reaches the main process by the named methods only', async () => {
    const answer = await page.evaluate(async () => {
      const bridge = Reflect.get(window, 'aiguillage');
      return { methods: Object.keys(bridge).sort(), version: await bridge.version({}) };
    });
    expect(answer.methods).toEqual(['bringForward', 'setBadge', 'setPresence', 'version']);
    expect(answer.version.electron).toMatch(/^\d+\./);
  });

  test('reads the hub through the scheme, and stays on the desk', async () => {
    const status = await page.evaluate(() => fetch('/api/session').then(({ status }) => status));
    expect(status).toBe(401);
    await page.evaluate(() => {
      location.href = 'https://elsewhere.invalid/';
    });
    expect(page.url()).toMatch(/^app:\/\/poste\//);
  });
});
