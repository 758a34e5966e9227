import { settingsView } from '#src/contract';
import type { Services } from '../services.ts';
import { readSettings, writeSettings } from '../storage/settings-store.ts';
import { type HubContext, readBody } from './respond.ts';

/** GET /api/settings */
export const getSettings = (services: Services) => async (c: HubContext) => {
  const { settings, version } = await readSettings(services.database.db);
  const headers = { ETag: `"${version}"`, 'Cache-Control': 'private, no-cache' };
  // Compression on the way makes the tag a weak one.
  const known = c.req.header('if-none-match')?.replace(/^W\//, '');
  return known === headers.ETag ? c.body(null, 304, headers) : c.json(settings, 200, headers);
};

/** POST /api/settings: all of them at once; every desk is told. */
export const postSettings = (services: Services) => async (c: HubContext) => {
  const body = await readBody(c, settingsView);
  if (!body.ok) return body.error;
  const { journal, ports } = services;
  await journal.write(ports.clock(), async (tx) => {
    await writeSettings(tx, body.value);
    return { value: undefined, changed: [{ entity: 'reference', id: '/api/settings' }] };
  });
  return c.json(body.value);
};
