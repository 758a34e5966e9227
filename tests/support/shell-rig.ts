import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { expect, vi } from 'vitest';
import { type SettingsView, type SetupView, setupView } from '#src/contract';
import { buildDesk, buildDesktop, root } from '../../main/cli/build.ts';
import { launchChromium } from './chromium.ts';
import { ElectronDouble, preloadIn, standInForElectron } from './electron-double.ts';
import { serveLocally } from './local-server.ts';

/** The desk's own address in the shell. */
export const desk = 'app://poste/';

/** The real main process and preload over a double of Electron, with a page of the real desk. */
export type ShellRig = Awaited<ReturnType<typeof openShell>>;

export async function openShell() {
  await Promise.all([buildDesk(), buildDesktop()]);
  const userData = await mkdtemp(join(tmpdir(), 'aiguillage-desktop-'));
  /** What reached the hub, in order. */
  const received: Request[] = [];
  const hub = await serveLocally((request) => {
    received.push(request);
    return answerAsHub(request);
  });
  process.env['AIGUILLAGE_HUB'] = hub.address;
  const electron = new ElectronDouble(userData);
  standInForElectron(electron);
  createRequire(import.meta.url)(join(root, 'dist/desktop/main.js'));
  await vi.waitFor(() => expect(electron.windows).toHaveLength(1));

  const shell = await serveLocally((request) => asScheme(electron, request));
  const browser = await launchChromium();
  const page = await browser.newPage();
  /** What the double's ipcRenderer does: the main process sees the address of the frame that calls. */
  const invokeFrom = ({ frame }: { frame: Frame }, channel: string, input: unknown) =>
    electron.invoke(channel, frame.url().replace(`${shell.address}/`, desk), input);
  await page.exposeBinding('__invoke', invokeFrom);
  await page.addInitScript(await preloadText());
  const close = async () => {
    await browser.close();
    await shell.close();
    await hub.close();
    await rm(userData, { recursive: true, force: true });
  };
  return { electron, userData, hub, browser, page, shell, received, invokeFrom, close };
}

/** The built preload, as a page runs it. */
export async function preloadText(): Promise<string> {
  return preloadIn(await readFile(join(root, 'dist/desktop/preload.cjs'), 'utf8'));
}

/** The page's own way to the scheme's handler: loopback HTTP in the place of app://. */
function asScheme(electron: ElectronDouble, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers(request.headers);
  headers.delete('host');
  return electron.request(`app://poste${pathname}${search}`, {
    method: request.method,
    headers,
    ...(request.body === null ? {} : { body: request.body, duplex: 'half' }),
  });
}

/** A hub that answers what the first screen asks, and gives a session like the real one. */
function answerAsHub(request: Request): Response {
  const { pathname } = new URL(request.url);
  if (pathname === '/api/setup') {
    const view: SetupView = {
      state: 'needs-administrator',
      kind: 'real',
      canOpenDemonstration: false,
      voiceOrigins: ['wss://*.network.example'],
      accounts: null,
    };
    return Response.json(setupView.parse(view));
  }
  if (pathname === '/api/sign-in') {
    return new Response('{}', {
      headers: {
        'set-cookie': 'aiguillage.session=secret-of-main; HttpOnly; Path=/; Max-Age=3600',
        'content-type': 'application/json',
      },
    });
  }
  if (pathname === '/api/sign-out') {
    return new Response(null, {
      status: 204,
      headers: { 'set-cookie': 'aiguillage.session=; Path=/; Max-Age=0' },
    });
  }
  if (pathname === '/api/settings' && request.headers.get('cookie') !== null) {
    const view: SettingsView = {
      disputedHolidays: 'holiday',
      rankingWeights: null,
      planTiles: true,
      venueReminders: { afterDays: [2, 5], thenDays: 2 },
      reminders: true,
    };
    return Response.json(view);
  }
  return Response.json({ code: 'not-signed-in' }, { status: 401 });
}
