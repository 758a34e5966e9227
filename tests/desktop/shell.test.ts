import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktopMethods } from '#src/contract';
import { deskFolder } from '../../main/cli/build.ts';
import type { ElectronDouble } from '../support/electron-double.ts';
import { type LocalServer, serveLocally } from '../support/local-server.ts';
import { desk, openShell, preloadText, type ShellRig } from '../support/shell-rig.ts';

let electron: ElectronDouble;
let userData: string;
let hub: LocalServer;
let browser: Browser;
let page: Page;
let shell: LocalServer;
let received: Request[];
let rig: ShellRig;

beforeAll(async () => {
  rig = await openShell();
  ({ electron, userData, hub, browser, page, shell, received } = rig);
});

afterAll(() => rig?.close());

const html = { 'content-type': 'text/html' };

describe('the window', () => {
  test('is sandboxed, isolated, and awake in the background', () => {
    expect(electron.isSandboxed).toBe(true);
    expect(electron.windows[0]?.options).toMatchObject({
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        backgroundThrottling: false,
      },
    });
    expect(electron.windows[0]?.address).toBe(desk);
  });

  test('the scheme is secure, and bypasses no content security policy', () => {
    expect(electron.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
      },
    ]);
  });

  test('a second start brings the first window forward, out of the task bar if need be', () => {
    const [window] = electron.windows;
    if (window === undefined) throw new Error('no window');
    window.isDown = true;
    window.acts.length = 0;
    electron.app.emit('second-instance', {}, []);
    expect(window.acts).toEqual(['restore', 'show', 'moveTop', 'focus', 'flash']);
    expect(electron.windows).toHaveLength(1);
  });
});

describe('the real desk in it', () => {
  test('shows its first screen, with no Node in the page', async () => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`${shell.address}/`);
    await page.getByRole('heading').first().waitFor();
    expect(await page.evaluate(() => typeof Reflect.get(window, 'require'))).toBe('undefined');
    expect(await page.evaluate(() => typeof Reflect.get(window, 'process'))).toBe('undefined');
    expect(problems).toEqual([]);
  });

  test('calls the shell by named methods, from the page to the main process and back', async () => {
    const answer = await page.evaluate(async () => {
      const bridge = Reflect.get(window, 'aiguillage');
      await bridge.setBadge({ waiting: 3 });
      await bridge.setPresence({ available: true });
      return { methods: Object.keys(bridge).sort(), version: await bridge.version({}) };
    });
    expect(answer.methods).toEqual([...Object.keys(desktopMethods), 'watch'].sort());
    expect(answer.version).toMatchObject({ aiguillage: '0.0.0-test' });
    expect(electron.badge).toBe(3);
    expect(electron.blockers.size).toBe(1);
  });

  test('a page from elsewhere gets no answer, though it has the same methods', async () => {
    const elsewhere = await serveLocally(() => new Response('<p>', { headers: html }));
    const other = await browser.newPage();
    await other.exposeBinding('__invoke', rig.invokeFrom);
    await other.addInitScript(await preloadText());
    await other.goto(elsewhere.address);
    const answer = await other.evaluate(() =>
      Reflect.get(window, 'aiguillage')
        .setBadge({ waiting: 9 })
        .then(String, (error: Error) => error.message),
    );
    expect(answer).toMatch(/not the desk/);
    expect(electron.badge).toBe(3);
    await other.close();
    await elsewhere.close();
  });

  test('an input that the schema does not know is refused', async () => {
    await expect(electron.invoke('desktop:setBadge', desk, { waiting: -1 })).rejects.toThrow();
    await expect(
      electron.invoke('desktop:bringForward', desk, { reason: 'line-rings', more: 1 }),
    ).rejects.toThrow();
    expect(electron.badge).toBe(3);
  });

  test.each([
    'https://elsewhere.invalid/',
    'app://autre/',
    'app://poste.elsewhere.invalid/',
    'about:blank',
  ])('a frame of %s is refused', async (url) => {
    await expect(electron.invoke('desktop:setBadge', url, { waiting: 9 })).rejects.toThrow(
      /not the desk/,
    );
    expect(electron.badge).toBe(3);
  });
});

describe('what the scheme serves', () => {
  const secret = () => join(deskFolder, '..', 'outside.json');

  test.each([
    '/../outside.json',
    '/%2e%2e/outside.json',
    '/..%2foutside.json',
    '/assets/..%2f..%2foutside.json',
    '/%2e%2e%2foutside.json',
    '/..%5coutside.json',
    '/%00/../outside.json',
    '/%E0%A4%A',
  ])('%s stays in the package', async (path) => {
    await writeFile(secret(), '{"outside":true}');
    const response = await electron.request(`app://poste${path}`);
    expect(await response.text()).not.toContain('outside');
    await rm(secret());
  });

  test('a page of the desk is the desk, with its policy; what is not there is not found', async () => {
    const response = await electron.request('app://poste/orientations/42');
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'self'; .*frame-ancestors 'none'$/,
    );
    expect((await electron.request('app://poste/assets/missing.js')).status).toBe(404);
    expect((await electron.request('app://autre/')).status).toBe(404);
    expect((await electron.request('app://poste/', { method: 'POST' })).status).toBe(405);
  });

  test('/api goes to the hub, and nothing else does', async () => {
    received.length = 0;
    await electron.request('app://poste/api/setup?a=1', { headers: { origin: 'app://poste' } });
    expect(new URL(received[0]?.url ?? '').search).toBe('?a=1');
    expect(received[0]?.headers.get('origin')).toBe(hub.address);
    await electron.request('app://poste/apiary');
    await electron.request('app://poste/operations');
    const paths = received.map((request) => new URL(request.url).pathname);
    expect(paths.filter((path) => path !== '/api/setup')).toEqual([]);
  });

  test('SO-11 the page may reach the networks that the hub names, before anybody is signed in; its files may not', async () => {
    const policyOf = async (path: string) =>
      (await electron.request(`app://poste${path}`)).headers.get('content-security-policy');
    expect(await policyOf('/')).toContain("connect-src 'self' wss://*.network.example;");
    expect(await policyOf('/icon.svg')).toContain("connect-src 'self';");
  });

  test('a hub that does not answer is an error of ours, not a crash', async () => {
    const other = await serveLocally(() => new Response());
    await other.close();
    const { answerScheme } = await import('../../main/desktop/protocol.ts');
    const answer = answerScheme({
      assets: deskFolder,
      hub: other.address,
      session: { header: () => '', accept: async () => undefined },
      fetch,
    });
    const response = await answer(new Request('app://poste/api/setup'));
    expect(response.status).toBe(502);
    expect(await response.json()).toEqual({ code: 'internal' });
  });
});

describe('the session', () => {
  test('is held by the main process: the page never sees it, the hub always does', async () => {
    const seen = await page.evaluate(async () => {
      const response = await fetch('/api/sign-in', { method: 'POST', body: '{"email":"a"}' });
      return { headers: [...response.headers.keys()], cookie: document.cookie };
    });
    expect(seen.headers).not.toContain('set-cookie');
    expect(seen.cookie).toBe('');
    const context = page.context();
    expect(await context.cookies()).toEqual([]);

    received.length = 0;
    await page.evaluate(() => fetch('/api/session'));
    expect(received.at(-1)?.headers.get('cookie')).toBe('aiguillage.session=secret-of-main');
  });

  test('is kept encrypted on the disk', async () => {
    const bytes = await readFile(join(userData, 'session'));
    expect(bytes.toString()).not.toContain('secret-of-main');
  });

  test('GE-31 tells the page whether it may show the plan: it alone, and to nobody signed out', async () => {
    const plan = async (path: string) => {
      const { headers } = await electron.request(`app://poste${path}`);
      return headers.get('content-security-policy')?.includes('https://data.geopf.fr');
    };
    expect(await plan('/')).toBe(true);
    const asset = /\/assets\/[^"]+\.js/.exec(
      await readFile(join(deskFolder, 'index.html'), 'utf8'),
    );
    expect(await plan(asset?.[0] ?? '/none.js')).toBe(false);
  });

  test('a cookie that the page makes up is not forwarded', async () => {
    received.length = 0;
    await electron.request('app://poste/api/session', { headers: { cookie: 'forged=1' } });
    expect(received[0]?.headers.get('cookie')).toBe('aiguillage.session=secret-of-main');
  });

  test('ends where the hub ends it', async () => {
    await electron.request('app://poste/api/sign-out', { method: 'POST' });
    received.length = 0;
    await electron.request('app://poste/api/session');
    expect(received[0]?.headers.get('cookie')).toBeNull();
    const { headers } = await electron.request('app://poste/');
    expect(headers.get('content-security-policy')).not.toContain('data.geopf.fr');
  });
});

describe('permissions', () => {
  function ask(permission: string, requestingUrl: string, mediaTypes?: readonly string[]) {
    return new Promise<boolean>((settle) => {
      const details = { requestingUrl, ...(mediaTypes === undefined ? {} : { mediaTypes }) };
      electron.permissions.request?.({}, permission, settle, details);
    });
  }

  test.each([
    ['media', ['audio'], true],
    ['media', ['video'], false],
    ['media', ['audio', 'video'], false],
    ['media', [], false],
    ['notifications', undefined, true],
    ['persistent-storage', undefined, true],
    ['speaker-selection', undefined, true],
    ['hid', undefined, true],
    ['serial', undefined, false],
    ['geolocation', undefined, false],
    ['clipboard-read', undefined, false],
    ['display-capture', ['audio'], false],
  ] as const)('the desk asks for %s %j: %s', async (permission, media, granted) => {
    expect(await ask(permission, desk, media)).toBe(granted);
    expect(await ask(permission, 'https://elsewhere.invalid/', media)).toBe(false);
    const details = media?.[0] === undefined ? {} : { mediaType: media[0] };
    const isMixed = media?.length === 2;
    if (!isMixed) {
      expect(electron.permissions.check?.({}, permission, desk, details)).toBe(granted);
    }
    expect(electron.permissions.check?.({}, permission, 'https://elsewhere.invalid', details)).toBe(
      false,
    );
  });
});

describe('navigation', () => {
  test('stays on the desk, by link and by redirection', () => {
    const contents = electron.windows[0]?.webContents;
    expect(contents?.navigate('will-navigate', 'app://poste/appels')).toBe(true);
    for (const url of ['https://elsewhere.invalid/', 'file:///etc/passwd', 'app://autre/']) {
      expect(contents?.navigate('will-navigate', url)).toBe(false);
      expect(contents?.navigate('will-redirect', url)).toBe(false);
    }
  });

  test('a new window is always denied; a known https site opens in the browser', async () => {
    const contents = electron.windows[0]?.webContents;
    electron.opened.length = 0;
    for (const url of [
      'https://www.service-public.fr/particuliers',
      'http://www.service-public.fr/',
      'https://service-public.fr.elsewhere.invalid/',
      'https://user@www.gouv.fr/',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'smb://elsewhere.invalid/share',
    ]) {
      expect(contents?.openHandler({ url })).toEqual({ action: 'deny' });
    }
    await expect
      .poll(() => electron.opened)
      .toEqual(['https://www.service-public.fr/particuliers']);
  });

  test('another https site opens only if the person says so', async () => {
    const contents = electron.windows[0]?.webContents;
    electron.opened.length = 0;
    electron.questions.length = 0;
    electron.answer = 0;
    contents?.openHandler({ url: 'https://lieu.invalid/agenda' });
    await expect.poll(() => electron.questions.length).toBe(1);
    electron.answer = 1;
    contents?.openHandler({ url: 'https://lieu.invalid/agenda' });
    await expect.poll(() => electron.opened).toEqual(['https://lieu.invalid/agenda']);
    expect(electron.questions[0]).toContain('lieu.invalid');
  });
});
