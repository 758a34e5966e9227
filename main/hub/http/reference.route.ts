import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { scriptBundle, trainingPersonas } from '#src/contract';
import type { Services } from '../services.ts';
import { publishedScript, type StoredScript, scriptByHash } from '../storage/script-store.ts';
import { type HubContext, problem } from './respond.ts';

/** GET /api/venues: the whole current set, a JSON array of `Venue`. */
export const venues =
  ({ venues: payloads }: Services) =>
  async (c: HubContext) => {
    const payload = await payloads.read();
    if (payload === null) return problem(c, 'not-found');
    return compressedJson(c, payload.version, payload.gzip);
  };

/** A file of data/geography, which ships compressed. */
export const geography = (services: Services, path: string) => async (c: HubContext) => {
  const bytes = await readFile(join(services.config.data, 'geography', path));
  return compressedJson(c, createHash('sha256').update(bytes).digest('hex'), bytes);
};

/** GET /api/geography/contours/:departement */
export const contours = (services: Services) => async (c: HubContext) => {
  const departement = c.req.param('departement') ?? '';
  if (!services.shipped.outlined.has(departement)) return problem(c, 'not-found');
  return geography(services, join('contours', `${departement}.topo.json.gz`))(c);
};

/** GET /api/scripts/:id: the version that a new call runs. */
export const script = (services: Services) => async (c: HubContext) =>
  bundle(services, c, await publishedScript(services.database.db, c.req.param('id') ?? ''));

/** GET /api/scripts/by-hash/:hash: the version that an earlier call is pinned to. */
export const scriptVersion = (services: Services) => async (c: HubContext) =>
  bundle(services, c, await scriptByHash(services.database.db, c.req.param('hash') ?? ''));

function bundle({ shipped }: Services, c: HubContext, stored: StoredScript | null) {
  if (stored === null) return problem(c, 'not-found');
  const { hash, document } = stored;
  const models = shipped.models.map(({ json }) => json);
  const cards = shipped.cards.map(({ json }) => json);
  return c.json(scriptBundle.parse({ hash, document, models, cards }));
}

/** GET /api/training/personas */
export const personas =
  ({ shipped }: Services) =>
  (c: HubContext) =>
    c.json(trainingPersonas.parse({ personas: [...shipped.personas.values()] }));

/** Sends what is kept compressed, or nothing where the desk has that version already. */
async function compressedJson(c: HubContext, version: string, gzip: Uint8Array): Promise<Response> {
  const etag = `"${version}"`;
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding' };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  const takesGzip = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  const body = takesGzip ? gzip : await promisify(gunzip)(gzip);
  return c.body(new Uint8Array(body), 200, {
    ...headers,
    'Content-Type': 'application/json',
    ...(takesGzip ? { 'Content-Encoding': 'gzip' } : {}),
  });
}
