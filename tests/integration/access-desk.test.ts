import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { present } from '#src/kernel';
import { readSecret } from '../../main/hub/config.ts';
import type { Hub } from '../../main/hub/hub.ts';
import { writeSettings } from '../../main/hub/storage/settings-store.ts';
import { freshDatabase } from '../support/databases.ts';
import { openTestHub, origin } from '../support/hub.ts';

describe('the built desk, served by the hub', () => {
  const database = freshDatabase('PGlite');
  const opened: { folder: string; hub: Hub }[] = [];
  const get = async (path: string, headers: Record<string, string> = {}) =>
    present(opened[0], 'opened before the first test').hub.fetch(
      new Request(origin + path, { headers }),
    );

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aiguillage-desk-'));
    await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
    await writeFile(join(folder, 'secret.txt'), 'beside the desk');
    await writeFile(join(folder, 'renderer', 'index.html'), '<title>Aiguillage</title>');
    await writeFile(join(folder, 'renderer', 'assets', 'desk-4f2a.js'), 'export {};');
    const config = { desk: join(folder, 'renderer') };
    opened.push({ folder, hub: await openTestHub(database(), { config }) });
  });
  afterAll(async () => {
    for (const { hub, folder } of opened) {
      await hub.close();
      await rm(folder, { recursive: true });
    }
  });

  it('gives the page for every path of the desk, asked for anew each time', async () => {
    for (const path of ['/', '/referrals', '/call/0190']) {
      const answer = await get(path);
      expect(await answer.text()).toContain('Aiguillage');
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('lets assets be kept for ever, and has none that was not built', async () => {
    const asset = await get('/assets/desk-4f2a.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(asset.headers.get('content-type')).toMatch(/javascript/);
    expect((await get('/assets/desk-0000.js')).status).toBe(404);
  });

  it('gives no page in the place of an unknown route, and nothing beside the desk', async () => {
    for (const path of ['/api', '/api/', '/api/unknown']) {
      const answer = await get(path);
      expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'not-found' }]);
    }
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt']) {
      expect(await (await get(path)).text()).not.toContain('beside the desk');
    }
  });

  it('may be opened from a link elsewhere, and framed by nobody', async () => {
    const answer = await get('/', { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src|unsafe-eval/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('GE-31 shows pictures of elsewhere on the page alone, from the IGN alone, where settings allow them', async () => {
    const sourcesOf = async (path: string) => {
      const policy = (await get(path)).headers.get('content-security-policy') ?? '';
      return /img-src ([^;]*)/.exec(policy)?.[1];
    };
    const own = "'self' data: blob:";
    expect(await sourcesOf('/')).toBe(own);
    await database().transaction((tx) =>
      writeSettings(tx, {
        disputedHolidays: 'to-check',
        rankingWeights: null,
        planTiles: true,
        venueReminders: { afterDays: [2, 5], thenDays: 2 },
        reminders: true,
      }),
    );
    expect(await sourcesOf('/')).toBe(`${own} https://data.geopf.fr`);
    expect(await sourcesOf('/assets/desk-4f2a.js')).toBe(own);
    expect(await sourcesOf('/api/health')).toBe(own);
  });
});

describe('the secret that signs cookies', () => {
  it('is made once, for its owner only, unless the operator gives one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aiguillage-secret-'));
    const secret = await readSecret(folder, undefined);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await readSecret(folder, undefined)).toBe(secret);
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
    const given = 'one of the operator, of thirty-two bytes';
    expect(await readSecret(folder, given)).toBe(given);
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe(secret);
    await rm(folder, { recursive: true });
  });

  it('is made again where the machine stopped in the middle of writing it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aiguillage-secret-'));
    await writeFile(join(folder, 'secret'), '');
    const secret = await readSecret(folder, undefined);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await readSecret(folder, undefined)).toBe(secret);
    await rm(folder, { recursive: true });
  });
});
