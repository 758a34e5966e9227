import { fork, type Serializable } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { registerHooks } from 'node:module';
import { type MenuEntry, TrayDouble } from './tray-double.ts';

/**
 * A double of Electron: enough of its main process to run the real bundled one, and to ask what it did.
 * It is a stand-in for the window and the system; everything that the desk's own code decides is real.
 */

type Frame = { readonly url: string };
type Handler = (event: { senderFrame: Frame }, input: unknown) => unknown;
type SchemeHandler = (request: Request) => Promise<Response>;
type Prevented = { defaultPrevented: boolean; url: string; preventDefault(): void };

class WebContents extends EventEmitter {
  /** What the window shows. */
  url = '';
  /** Brings a message to the page, where a test shows one. */
  deliver: (channel: string, message: unknown) => void = () => undefined;
  readonly sent: unknown[] = [];

  getURL(): string {
    return this.url;
  }

  send(channel: string, message: unknown): void {
    this.sent.push(message);
    this.deliver(channel, message);
  }

  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }

  isDestroyed(): boolean {
    return false;
  }

  /** Follows a link, as a page would: whether the shell let it. */
  navigate(event: 'will-navigate' | 'will-redirect', url: string): boolean {
    const attempt: Prevented = {
      url,
      defaultPrevented: false,
      preventDefault() {
        this.defaultPrevented = true;
      },
    };
    this.emit(event, attempt);
    return !attempt.defaultPrevented;
  }
}

type Headset = {
  readonly deviceId: string;
  readonly name: string;
  readonly collections: readonly { readonly usagePage: number }[];
};

/** What a test asks the double. */
export class ElectronDouble {
  readonly handlers = new Map<string, Handler>();
  readonly windows: WindowDouble[] = [];
  readonly opened: string[] = [];
  readonly blockers = new Set<number>();
  readonly trays: TrayDouble[] = [];
  /** Keys that answer in every program, and those that another one holds. */
  readonly keys = new Map<string, () => void>();
  readonly keysOfOthers = new Set<string>();
  readonly ownSchemes = new Set<string>();
  /** What the person answers to every question. */
  answer = 0;
  readonly questions: string[] = [];
  badge = 0;
  quits = 0;
  schemes: readonly { scheme: string; privileges: Record<string, boolean> }[] = [];
  scheme: SchemeHandler | null = null;
  isSandboxed = false;
  readonly permissions: {
    request?: (
      contents: unknown,
      permission: string,
      decide: (granted: boolean) => void,
      details: { requestingUrl: string; mediaTypes?: readonly string[] },
    ) => void;
    check?: (
      contents: unknown,
      permission: string,
      origin: string,
      details: { mediaType?: string },
    ) => boolean;
    device?: (details: { deviceType: string; origin: string; device: Headset }) => boolean;
  } = {};
  /** The session, which asks which headset a page may have. */
  readonly session = new EventEmitter();
  readonly app = new EventEmitter();
  readonly userData: string;

  constructor(userData: string) {
    this.userData = userData;
  }

  /** Calls a method of the bridge from a frame of this address. */
  async invoke(channel: string, url: string, input: unknown): Promise<unknown> {
    const handler = this.handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler for ${channel}`);
    return handler({ senderFrame: { url } }, input);
  }

  async request(address: string, init?: RequestInit): Promise<Response> {
    if (this.scheme === null) throw new Error('The scheme has no handler yet.');
    return this.scheme(new Request(address, init));
  }

  /** The module `electron`, as the main process imports it. */
  module(): Record<string, unknown> {
    const double = this;
    return {
      app: Object.assign(double.app, {
        isPackaged: false,
        whenReady: () => Promise.resolve(),
        enableSandbox: () => {
          double.isSandboxed = true;
        },
        requestSingleInstanceLock: () => true,
        getPath: () => double.userData,
        getVersion: () => '0.0.0-test',
        setAsDefaultProtocolClient: (scheme: string) => double.ownSchemes.add(scheme),
        removeAsDefaultProtocolClient: (scheme: string) => double.ownSchemes.delete(scheme),
        isDefaultProtocolClient: (scheme: string) => double.ownSchemes.has(scheme),
        setBadgeCount: (count: number) => {
          double.badge = count;
        },
        quit: () => {
          double.quits += 1;
        },
        exit: () => {
          double.quits += 1;
        },
      }),
      BrowserWindow: class extends WindowDouble {
        constructor(options: unknown) {
          super(double, options);
        }
      },
      ipcMain: {
        handle: (channel: string, handler: Handler) => double.handlers.set(channel, handler),
      },
      protocol: {
        registerSchemesAsPrivileged: (schemes: typeof double.schemes) => {
          double.schemes = schemes;
        },
        handle: (_scheme: string, handler: SchemeHandler) => {
          double.scheme = handler;
        },
      },
      net: { fetch: (address: string, init: RequestInit) => fetch(address, init) },
      session: {
        defaultSession: Object.assign(double.session, {
          setPermissionRequestHandler: (handler: typeof double.permissions.request) => {
            Object.assign(double.permissions, { request: handler });
          },
          setPermissionCheckHandler: (handler: typeof double.permissions.check) => {
            Object.assign(double.permissions, { check: handler });
          },
          setDevicePermissionHandler: (handler: typeof double.permissions.device) => {
            Object.assign(double.permissions, { device: handler });
          },
        }),
      },
      safeStorage: {
        isAsyncEncryptionAvailable: async () => true,
        getSelectedStorageBackend: () => 'gnome_libsecret',
        encryptStringAsync: async (text: string) => Buffer.from(text).reverse(),
        decryptStringAsync: async (bytes: Buffer) => ({
          result: Buffer.from(bytes).reverse().toString(),
          shouldReEncrypt: false,
        }),
      },
      shell: { openExternal: async (address: string) => double.opened.push(address) },
      dialog: {
        showMessageBox: async (...args: readonly unknown[]) => {
          double.questions.push(JSON.stringify(args.at(-1)));
          return { response: double.answer };
        },
        showErrorBox: (title: string, text: string) => double.questions.push(`${title} ${text}`),
      },
      powerSaveBlocker: {
        start: () => {
          const id = double.blockers.size + 1;
          double.blockers.add(id);
          return id;
        },
        stop: (id: number) => double.blockers.delete(id),
      },
      Tray: class extends TrayDouble {
        constructor(image: unknown) {
          super(image);
          double.trays.push(this);
        }
      },
      Menu: { buildFromTemplate: (entries: readonly MenuEntry[]) => entries },
      nativeImage: { createFromBitmap: (pixels: Buffer) => pixels },
      globalShortcut: {
        register: (accelerator: string, press: () => void) => {
          if (double.keysOfOthers.has(accelerator)) return false;
          double.keys.set(accelerator, press);
          return true;
        },
        unregister: (accelerator: string) => double.keys.delete(accelerator),
      },
      utilityProcess: {
        fork: (program: string, args: readonly string[]) => forkUtility(program, args),
      },
    };
  }
}

/** A utility process, as a Node child with a channel: the program in it is the real one. */
function forkUtility(program: string, args: readonly string[]) {
  const child = fork(program, [...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return Object.assign(child, { postMessage: (message: Serializable) => child.send(message) });
}

export class WindowDouble extends EventEmitter {
  readonly webContents = new WebContents();
  address = '';
  readonly acts: string[] = [];
  isDown = false;
  readonly options: unknown;

  constructor(double: ElectronDouble, options: unknown) {
    super();
    this.options = options;
    double.windows.push(this);
    double.app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(address: string): Promise<void> {
    this.address = address;
    this.webContents.url = address;
  }
  show(): void {
    this.acts.push('show');
  }
  moveTop(): void {
    this.acts.push('moveTop');
  }
  focus(): void {
    this.acts.push('focus');
  }
  restore(): void {
    this.isDown = false;
    this.acts.push('restore');
  }
  flashFrame(on: boolean): void {
    this.acts.push(on ? 'flash' : 'still');
  }
  isMinimized(): boolean {
    return this.isDown;
  }
  isFocused(): boolean {
    return false;
  }
}

const place = Symbol.for('aiguillage.electron-double');

/** From here on `electron` is this double, for the program that a test loads with `require`. */
export function standInForElectron(double: ElectronDouble): void {
  const module = double.module();
  Object.assign(globalThis, { [place]: module });
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: 'electron-double:main', format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === 'electron-double:main'
        ? {
            format: 'module',
            shortCircuit: true,
            source: `const electron = globalThis[Symbol.for('${place.description}')];
export const { ${Object.keys(module).join(', ')} } = electron;`,
          }
        : next(url, context),
  });
}

/**
 * What the sandboxed preload finds under `electron`, in a page where the binding `__invoke` calls the double, and `__hear` is
 * what the double tells the page.
 */
export function preloadIn(page: string): string {
  return `(() => {
    const heard = new Set();
    window.__hear = (message) => heard.forEach((listener) => listener({}, message));
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name, value) =>
          Object.defineProperty(window, name, { value: Object.freeze(value) }),
      },
      ipcRenderer: {
        invoke: (channel, input) => window.__invoke(channel, input),
        on: (channel, listener) => heard.add(listener),
        off: (channel, listener) => heard.delete(listener),
      },
    };
    const require = () => electron;
    const module = { exports: {} };
    ${page}
  })();`;
}
