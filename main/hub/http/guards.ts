import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { addressHeader } from '../auth/auth.ts';
import type { HubConfig } from '../config.ts';
import { contentPolicy } from '../content-policy.ts';
import type { Ports } from '../ports.ts';
import type { Services } from '../services.ts';
import { readSettings } from '../storage/settings-store.ts';
import { voiceOrigins } from '../telephony/voice-origins.ts';
import { type HubContext, type HubEnv, problem } from './respond.ts';

type Guard = MiddlewareHandler<HubEnv>;

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const bodyBytes = 1024 * 1024;
const webhookBytes = 64 * 1024;
const twilioPath = '/twilio/';
export const venueFilePath = '/api/venue-data/file';
export const rdvWebhookPath = '/api/rdv-service-public/webhook';

/** Gives the request its id and logs one line for it: the route, never the path, whose ids lead to people. */
export function logged(ports: Ports): Guard {
  return async (c, next) => {
    const correlationId = ports.newId();
    c.set('correlationId', correlationId);
    const began = performance.now();
    await next();
    c.res.headers.set('X-Correlation-Id', correlationId);
    ports.log.info({
      correlationId,
      method: c.req.method,
      route: routePath(c),
      status: c.res.status,
      ms: Math.round(performance.now() - began),
    });
  };
}

/**
 * Answers to the hub's own address only, and lets no other page act on it: a page elsewhere that resolves its name to
 * this machine has another Host, and a form or script elsewhere has another Origin.
 */
export function ownOrigin(config: HubConfig): Guard {
  const { origin, host } = new URL(config.publicUrl);
  return async (c, next) => {
    if (new URL(c.req.url).host !== host) return problem(c, 'wrong-origin', 'host');
    const isUnsafe = !safeMethods.has(c.req.method);
    if (isUnsafe && !isLinkPath(c.req.path) && c.req.header('origin') !== origin) {
      return problem(c, 'wrong-origin', 'origin');
    }
    // The desk's page may be opened from a link in a message; what it then reads comes from itself.
    const site = c.req.header('sec-fetch-site') ?? 'same-origin';
    const isForeign = site === 'cross-site' || site === 'same-site';
    if (isForeign && (isUnsafe || c.req.path.startsWith('/api/'))) {
      return problem(c, 'wrong-origin', 'sec-fetch-site');
    }
    return next();
  };
}

/**
 * BO-52: a page that names no referrer posts its form with the origin `null`. Nothing stands in for the address itself there:
 * no cookie counts, and who could forge the form has no need to. Nor is it a page that announces an appointment (BO-65), or tells
 * of a call (TW-2).
 */
function isLinkPath(path: string): boolean {
  return path.startsWith('/l/') || path.startsWith(twilioPath) || path === rdvWebhookPath;
}

const noLargerThan = (maxSize: number): Guard =>
  bodyLimit({ maxSize, onError: (c: HubContext) => problem(c, 'too-large') });
const smallBody = noLargerThan(bodyBytes);
const webhookBody = noLargerThan(webhookBytes);

/**
 * Bodies are read whole and stay small: smaller still where they are read before it is known who sends them. A file of venues is
 * counted while it goes to the disk.
 */
export const limitedBody: Guard = (c, next) => {
  const { path } = c.req;
  if (path === venueFilePath) return next();
  return path.startsWith(twilioPath) ? webhookBody(c, next) : smallBody(c, next);
};

/**
 * Everything from the hub itself, and nothing may frame it. Only the page shows the plan, and each time that it is loaded
 * the settings say whether it may; only the page carries calls.
 */
export function pagePolicy({ database, config }: Pick<Services, 'database' | 'config'>): Guard {
  // The page opens without its database too, and says what is the matter.
  const isPlanAllowed = () =>
    readSettings(database.db).then(
      ({ settings }) => settings.planTiles,
      () => false,
    );
  return async (c, next) => {
    await next();
    // A page that needs less says so itself.
    if (c.res.headers.has('content-security-policy')) return;
    const isPage = c.res.headers.get('content-type')?.startsWith('text/html') ?? false;
    const policy = contentPolicy({
      isPlanAllowed: isPage && (await isPlanAllowed()),
      voice: isPage ? voiceOrigins(config) : [],
    });
    c.res.headers.set('Content-Security-Policy', policy);
  };
}

/** The page asks the browser for the microphone and no other device, and tells nobody where it was. */
export const safeHeaders: Guard = secureHeaders({
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  // A hub on a loopback address has no https to insist on; a reverse proxy says it for the others.
  strictTransportSecurity: false,
  permissionsPolicy: {
    camera: [],
    geolocation: [],
    // The buttons of headsets.
    hid: ['self'],
    microphone: ['self'],
    payment: [],
    usb: [],
  },
});

/** Who calls, for the limits on attempts. A header that the caller sent itself is never believed. */
export function clientAddress(c: HubContext, config: HubConfig): string {
  // A hub that listens on IPv6 is told of IPv4 addresses in this form.
  const peer = (c.env.address ?? '127.0.0.1').replace(/^::ffff:(?=[\d.]+$)/, '');
  if (!(config.trustedProxies ?? []).includes(peer)) return peer;
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || peer;
}

/** The request as better-auth reads it, with the caller's address as the hub knows it. */
export function withAddress(c: HubContext, config: HubConfig, body: string): Request {
  const headers = new Headers(c.req.raw.headers);
  headers.set(addressHeader, clientAddress(c, config));
  headers.set('content-type', 'application/json');
  headers.delete('content-length');
  return new Request(c.req.url, { method: c.req.method, headers, body });
}
