import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { settingsView, setupView } from '#src/contract';
import { contentPolicy } from '../hub/content-policy.ts';
import { isDesk } from './origin.ts';
import type { SessionStore } from './session-store.ts';

type Parts = {
  /** The built desk, in the package. */
  readonly assets: string;
  /** Where the hub answers: `http://127.0.0.1:47123`. */
  readonly hub: string;
  readonly session: SessionStore;
  /** Electron's `net.fetch`. */
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
};

/**
 * Answers every request of the app:// scheme: the desk's files come from the package, `/api/` goes to
 * the hub, and there is nothing else.
 */
export function answerScheme(parts: Parts): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isDesk(request.url)) return new Response(null, { status: 404 });
    const { pathname } = new URL(request.url);
    if (pathname === '/api' || pathname.startsWith('/api/')) return forward(request, parts);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405 });
    }
    return asset(parts, pathname);
  };
}

/** Headers that belong to the page's origin or to the main process, not to the desk's request. */
const keptBack = ['cookie', 'host', 'origin', 'referer'] as const;

async function forward(request: Request, { hub, session, fetch }: Parts): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of keptBack) headers.delete(name);
  headers.set('origin', hub);
  const cookie = session.header();
  if (cookie !== '') headers.set('cookie', cookie);
  const response = await fetch(`${hub}${pathname}${search}`, {
    method: request.method,
    headers,
    body: request.body,
    signal: request.signal,
    redirect: 'manual',
    credentials: 'omit',
    ...(request.body === null ? {} : { duplex: 'half' }),
  }).catch(() => null);
  if (response === null) return Response.json({ code: 'internal' }, { status: 502 });
  await session.accept(response.headers.getSetCookie());
  const answered = new Headers(response.headers);
  answered.delete('set-cookie');
  return new Response(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers: answered,
  });
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** How long the page waits for the hub to say what it may load. */
const settingsTimeoutMs = 2000;

/** As the settings say; nobody who is signed out, or whose hub is away, is shown the plan. */
async function isPlanAllowed({ hub, session, fetch }: Parts): Promise<boolean> {
  const cookie = session.header();
  if (cookie === '') return false;
  const settings = settingsView.safeParse(await readJson(fetch, `${hub}/api/settings`, { cookie }));
  return settings.success && settings.data.planTiles;
}

/** Known before anybody signed in, which does not load the page again. */
async function voiceOrigins({ hub, fetch }: Parts): Promise<readonly string[]> {
  const setup = setupView.safeParse(await readJson(fetch, `${hub}/api/setup`, {}));
  return setup.success ? setup.data.voiceOrigins : [];
}

/** What the hub answers; `null` where it does not, or not in time. */
async function readJson(
  fetch: Parts['fetch'],
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<unknown> {
  const signal = AbortSignal.timeout(settingsTimeoutMs);
  return fetch(address, { headers: { ...headers }, credentials: 'omit', signal })
    .then((response) => response.json())
    .catch(() => null);
}

/** A file of the package, or the desk's page for an address that the desk itself understands. */
async function asset(parts: Parts, pathname: string): Promise<Response> {
  const folder = parts.assets;
  const path = insideOf(folder, pathname);
  if (path === null) return new Response(null, { status: 404 });
  const file = extname(path) === '' ? join(folder, 'index.html') : path;
  const type = contentTypes[extname(file)];
  const bytes = type === undefined ? null : await readFile(file).catch(() => null);
  if (type === undefined || bytes === null) return new Response(null, { status: 404 });
  const isPage = file.endsWith('.html');
  const policy = contentPolicy({
    isPlanAllowed: isPage && (await isPlanAllowed(parts)),
    voice: isPage ? await voiceOrigins(parts) : [],
  });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
    },
  });
}

/** The path in `folder`; `null` where it leads out of it, however the dots and slashes are written. */
function insideOf(folder: string, pathname: string): string | null {
  try {
    const path = resolve(folder, `.${decodeURIComponent(pathname)}`);
    return path === folder || path.startsWith(folder + sep) ? path : null;
  } catch {
    return null;
  }
}
