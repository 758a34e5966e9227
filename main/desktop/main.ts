import { join } from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  net,
  powerSaveBlocker,
  protocol,
  safeStorage,
  session,
} from 'electron';
import { type EmbeddedHub, startEmbeddedHub } from './embedded-hub.ts';
import { answerDesk, tellDesk } from './ipc.ts';
import { holdKeys } from './keys.ts';
import { keepOnDesk } from './navigation.ts';
import { scheme } from './origin.ts';
import { limitPermissions } from './permissions.ts';
import { collectLinks, type PhoneLinks, phoneLinks } from './phone-links.ts';
import { answerScheme } from './protocol.ts';
import { openSessionStore } from './session-store.ts';
import { keepTray } from './tray.ts';
import { openVault } from './vault.ts';
import { bringForward, openWindow } from './window.ts';

// This file is bundled to dist/desktop, beside dist/renderer and dist/hub.
const dist = join(import.meta.dirname, '..');
const desk = join(dist, 'renderer');

protocol.registerSchemesAsPrivileged([
  {
    scheme,
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
  },
]);
app.enableSandbox();
if (app.requestSingleInstanceLock()) void start().catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  keepOnDesk(app);
  const links = collectLinks(app, process.argv);
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();
  limitPermissions(session.defaultSession);
  const hub = await findHub();
  await serveDesk(hub.address);
  const window = openWindow(join(import.meta.dirname, 'preload.cjs'));
  app.on('second-instance', () => bringForward(window));
  links.watch(() => {
    bringForward(window);
    tellDesk(window, { kind: 'number-waits' });
  });
  answerCalls(window, links);
  if (hub.token !== null) await showToken(window, hub.token);
}

/** The hub that the environment names, else one of our own that ends with us. */
async function findHub(): Promise<Pick<EmbeddedHub, 'address' | 'token'>> {
  const given = process.env['AIGUILLAGE_HUB'];
  if (given) return { address: new URL(given).origin, token: null };
  const folder = app.isPackaged ? join(process.resourcesPath, 'hub') : join(dist, 'hub');
  const hub = await startEmbeddedHub({ program: join(folder, 'hub-process.mjs'), desk });
  app.once('before-quit', (event) => {
    event.preventDefault();
    void hub.stop().finally(() => app.quit());
  });
  return hub;
}

async function serveDesk(hub: string): Promise<void> {
  const vault = await openVault(safeStorage);
  if (vault === null) {
    process.stderr.write('Pas de coffre de clés sur ce système : la session reste en mémoire.\n');
  }
  const file = join(app.getPath('userData'), 'session');
  const store = await openSessionStore({ file, hub, vault, now: Date.now });
  protocol.handle(
    scheme,
    answerScheme({
      assets: desk,
      hub,
      session: store,
      fetch: (address, init) => net.fetch(address, init),
    }),
  );
}

function answerCalls(window: BrowserWindow, links: PhoneLinks): void {
  const awake: { blocker: number | null } = { blocker: null };
  const keys = holdKeys((key) => {
    if (key === 'answer') bringForward(window);
    tellDesk(window, { kind: 'key-pressed', key });
  });
  const setTray = keepTray({
    choose: (presence) => tellDesk(window, { kind: 'presence-chosen', presence }),
    open: () => bringForward(window),
    quit: () => app.quit(),
  });
  // A desk that is loaded anew, or is gone, says again what it wants.
  const forget = () => {
    keys.hold([]);
    setTray(null);
  };
  window.webContents.on('did-navigate', forget);
  window.webContents.on('render-process-gone', forget);
  window.on('closed', forget);
  answerDesk({
    bringForward: () => {
      bringForward(window);
      return null;
    },
    flash: () => {
      if (!window.isFocused()) window.flashFrame(true);
      return null;
    },
    setBadge: ({ waiting }) => {
      app.setBadgeCount(waiting);
      return null;
    },
    setPresence: ({ available }) => {
      if (available) awake.blocker ??= powerSaveBlocker.start('prevent-app-suspension');
      else if (awake.blocker !== null) {
        powerSaveBlocker.stop(awake.blocker);
        awake.blocker = null;
      }
      return null;
    },
    setTray: ({ menu }) => {
      setTray(menu);
      return null;
    },
    setKeys: ({ keys: wanted }) => ({ refused: [...keys.hold(wanted)] }),
    phoneLinks: ({ open }) => ({ open: phoneLinks(app, open) }),
    takeNumber: () => ({ number: links.take() }),
    version: () => ({ aiguillage: app.getVersion(), electron: process.versions['electron'] ?? '' }),
  });
}

/** There is no terminal here to read it from. */
async function showToken(window: BrowserWindow, token: string): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'info',
    message: 'Premier démarrage',
    detail: `Pour créer le compte administrateur, recopiez ce code :\n\n${token}`,
  });
}

function giveUp(error: unknown): void {
  dialog.showErrorBox(
    "Aiguillage n'a pas pu démarrer",
    error instanceof Error ? error.message : String(error),
  );
  app.exit(1);
}
