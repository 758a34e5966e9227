import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { v7 } from 'uuid';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import {
  apiError,
  qualityReport,
  type VenueDataView,
  venueDataView,
  venueDifference,
} from '#src/contract';
import { present } from '#src/kernel';
import type { VenueRow } from '#src/venues';
import { venueSet } from '../../main/hub/storage/schema.ts';
import { setAddress, updateFeed } from '../../main/hub/storage/venue-feed-store.ts';
import { addVenueSet, removeImport } from '../../main/hub/storage/venue-store.ts';
import { onBothDatabases } from '../support/databases.ts';
import { fileServer } from '../support/file-server.ts';
import { addAccount, openDesk, origin, type TestDesk, testHub, testPorts } from '../support/hub.ts';
import { idsFrom, rowsOf, venueCsv } from '../support/venue-files.ts';

onBothDatabases('the data of venues', (database) => {
  const hub = testHub(database, { config: { fetchesLoopback: true } });
  /** Another hub of the same database, as far as the embedded one lets there be. */
  const otherHub = testHub(database, { config: { fetchesLoopback: true } });
  const server = fileServer();
  const desks: { administrator: TestDesk | null } = { administrator: null };
  const desk = () => present(desks.administrator, 'signed in before the first test');

  beforeAll(async () => {
    desks.administrator = await openDesk(hub(), await addAccount(database(), 'administrator'));
  });
  beforeEach(async () => {
    await database().db.delete(venueSet);
    await updateFeed(database().db, { last: null });
    await setAddress(database().db, { url: server.address(), isOn: false });
    await updateFeed(database().db, { etag: null, lastModified: null, checkedAt: null });
  });

  const view = async () => venueDataView.parse(await (await desk().get('/api/venue-data')).json());
  const send = (content: string | Uint8Array<ArrayBuffer>, name = 'lieux.csv', who = desk()) =>
    hub().fetch(
      new Request(`${origin}/api/venue-data/file`, {
        method: 'POST',
        headers: { origin, cookie: who.cookie, 'x-file-name': encodeURIComponent(name) },
        body: content,
      }),
    );
  /** Once what was started is over. */
  const settled = async (): Promise<VenueDataView> => {
    for (;;) {
      const now = await view();
      if (now.importing === null && now.last !== null) return now;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const sent = async (rows: readonly VenueRow[], name?: string) => {
    await updateFeed(database().db, { last: null });
    expect((await send(venueCsv(rows), name)).status).toBe(200);
    return settled();
  };
  const fetched = async () => {
    await updateFeed(database().db, { last: null });
    expect((await desk().post('/api/venue-data/fetch', {})).status).toBe(200);
    return settled();
  };
  const waitingId = async () => present((await view()).waiting, 'a set waits').id;
  const decide = (what: 'publish' | 'discard', body: unknown) =>
    desk().post(`/api/venue-data/${what}`, body);
  const problemOf = async (answer: Response) => {
    const { code, where } = apiError.parse(await answer.json());
    return [answer.status, code, where];
  };
  const shownIds = async () => {
    const venues: unknown = await (await desk().get('/api/venues')).json();
    return Array.isArray(venues) ? venues.map(({ id }: { id: unknown }) => id) : venues;
  };

  it('VE-64 publishes the first file, and lets the next one wait until somebody says so', async () => {
    expect(await view()).toMatchObject({ current: null, waiting: null, importing: null });
    const first = await sent(rowsOf('a', 'b'), 'dossier/premier é.csv');
    expect(first.last).toMatchObject({
      origin: 'premier é.csv',
      outcome: { code: 'published' },
    });
    expect(first.current).toMatchObject({
      origin: 'premier é.csv',
      counts: { read: 2, accepted: 2, rejected: 0 },
      difference: null,
      shrinks: false,
    });

    const second = await sent(rowsOf('b', 'c'), 'second.csv');
    expect(second.last?.outcome).toEqual({ code: 'waiting' });
    expect(second.current).toEqual(first.current);
    expect(second.waiting).toMatchObject({
      difference: { added: 1, changed: 0, gone: 1, withdrawn: 0 },
      shrinks: false,
    });
    expect(await shownIds()).toEqual(['a', 'b']);

    const setId = await waitingId();
    const published = await decide('publish', { setId });
    expect(venueDataView.parse(await published.json())).toMatchObject({
      current: { id: setId, origin: 'second.csv' },
      waiting: null,
    });
    expect(await shownIds()).toEqual(['b', 'c']);
    expect(await problemOf(await decide('publish', { setId }))).toEqual([
      404,
      'not-found',
      undefined,
    ]);
  });

  it('VE-64 keeps one set that waits, the last, and discards it when somebody says so', async () => {
    await sent(rowsOf('a', 'b'));
    await sent(rowsOf('a', 'b', 'c'), 'one.csv');
    const two = await sent(rowsOf('a', 'b', 'd', 'e'), 'two.csv');
    expect(two.waiting?.origin).toBe('two.csv');
    const setId = await waitingId();
    expect((await decide('discard', { setId })).status).toBe(200);
    expect(await view()).toMatchObject({ waiting: null, current: { counts: { accepted: 2 } } });
    expect((await decide('discard', { setId })).status).toBe(404);
    const current = present((await view()).current, 'one is in use');
    expect((await decide('discard', { setId: current.id })).status).toBe(404);
    expect(await database().db.$count(venueSet)).toBe(1);
  });

  it('VE-62 publishes a file that shrinks once that is confirmed', async () => {
    await sent(rowsOf(...idsFrom('v', 10)));
    const shrunk = await sent(rowsOf(...idsFrom('v', 7)));
    expect(shrunk.waiting?.shrinks).toBe(true);
    const setId = await waitingId();
    expect(await problemOf(await decide('publish', { setId }))).toEqual([
      400,
      'invalid-request',
      'confirmsShrink',
    ]);
    expect((await decide('publish', { setId, confirmsShrink: true })).status).toBe(200);
    expect(await shownIds()).toHaveLength(7);
  });

  it('VE-64 says why a file gives no set, and leaves the current one in use', async () => {
    await sent(rowsOf('a'));
    await updateFeed(database().db, { last: null });
    expect((await send('id,nom\n1,Lieu', 'court.csv')).status).toBe(200);
    expect(await settled()).toMatchObject({
      current: { counts: { accepted: 1 } },
      waiting: null,
      last: { origin: 'court.csv', outcome: { code: 'missing-columns' } },
    });
    expect(await database().db.$count(venueSet)).toBe(1);
    expect(await problemOf(await send('a', ''))).toEqual([400, 'invalid-request', 'x-file-name']);
    expect(await problemOf(await send('a', '/'))).toEqual([400, 'invalid-request', 'x-file-name']);
  });

  it('VE-64 takes a compressed file larger than other bodies, and none that is too large', async () => {
    const long = rowsOf(...idsFrom('v', 300)).map((row) => ({
      ...row,
      presentation_detail: Buffer.from(crypto.getRandomValues(new Uint8Array(6_000))).toString(
        'base64',
      ),
    }));
    const packed = new Uint8Array(gzipSync(venueCsv(long)));
    expect(packed.length).toBeGreaterThan(1024 * 1024);
    await updateFeed(database().db, { last: null });
    expect((await send(packed)).status).toBe(200);
    expect((await settled()).current?.counts.accepted).toBe(300);

    await updateFeed(database().db, { last: null });
    const tooLarge = await send(new Uint8Array(64_000_001));
    expect(await problemOf(tooLarge)).toEqual([413, 'too-large', undefined]);
    expect((await settled()).last?.outcome).toEqual({ code: 'too-large', detail: '64000000' });
  }, 60_000);

  it('VE-60 answers that another import runs, whichever hub runs it', async () => {
    const set = { id: v7(), origin: 'ailleurs.csv', importedAt: testPorts.clock() };
    await addVenueSet(database().db, set);
    expect(await problemOf(await send('id'))).toEqual([409, 'already-importing', 'importing']);
    expect(await problemOf(await desk().post('/api/venue-data/fetch', {}))).toEqual([
      409,
      'already-importing',
      'importing',
    ]);
    expect((await view()).importing).toEqual({ origin: 'ailleurs.csv', done: 0, total: null });
    await removeImport(database().db, set.id);
    expect((await sent(rowsOf('a'))).current).not.toBeNull();
  });

  it('VE-55 VE-63 gives the report, the difference and the files of a set', async () => {
    await sent(rowsOf('a', 'b'));
    const [a = {}, b = {}] = rowsOf('a', 'b');
    const formula = { ...b, frais_a_charge: '=cmd()', inconnue: 'x' };
    await sent([a, formula, { ...a, id: 'c', code_postal: '' }]);
    const setId = await waitingId();
    const at = (path: string) => desk().get(`/api/venue-data/${setId}/${path}`);

    const report = qualityReport.parse(await (await at('report')).json());
    expect(report.groups.reduce((sum, { counts }) => sum + counts.read, 0)).toBe(3);
    const difference = venueDifference.parse(await (await at('difference')).json());
    expect(difference.changed).toEqual([
      { id: 'b', name: 'Lieu b', commune: 'Mende', fields: ['fees'] },
    ]);

    const standard = await at('standard.csv');
    expect(standard.headers.get('content-disposition')).toMatch(/^attachment; filename="lieux-/);
    expect(standard.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = (await standard.text()).trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain(',=cmd(),');

    const findings = await (await at('findings.csv')).text();
    expect(findings).toContain("'=cmd()");
    expect(findings).not.toMatch(/[;,]"?=cmd/);
    const others = await (await at('findings.csv?source=Personne&departement=48')).text();
    expect(others.trim().split('\n')).toHaveLength(1);

    for (const path of ['report', 'difference', 'findings.csv', 'standard.csv']) {
      expect((await desk().get(`/api/venue-data/${v7()}/${path}`)).status).toBe(404);
      expect((await desk().get(`/api/venue-data/none/${path}`)).status).toBe(404);
    }
  });

  it('VE-65 reads the address when asked, publishes it, and asks only for what is newer', async () => {
    const asked: (string | undefined)[] = [];
    const file = (rows: readonly VenueRow[], etag: string) =>
      server.answers(({ headers }, response) => {
        asked.push(headers['if-none-match']);
        if (headers['if-none-match'] === etag) response.writeHead(304).end();
        else response.writeHead(200, { etag }).end(venueCsv(rows));
      });
    file(rowsOf('a', 'b'), '"1"');
    expect(await fetched()).toMatchObject({
      current: { origin: server.address(), counts: { accepted: 2 } },
      last: { outcome: { code: 'published' } },
    });
    expect((await fetched()).last?.outcome).toEqual({ code: 'not-newer' });
    file(rowsOf('a', 'b', 'c'), '"2"');
    expect(await fetched()).toMatchObject({ current: { counts: { accepted: 3 } }, waiting: null });
    expect(await shownIds()).toEqual(['a', 'b', 'c']);
    file(rowsOf('a', 'b'), '"3"');
    expect(await fetched()).toMatchObject({
      current: { counts: { accepted: 3 } },
      waiting: { counts: { accepted: 2 }, shrinks: true },
      last: { outcome: { code: 'waiting' } },
    });
    expect((await view()).address.checkedAt).not.toBeNull();
    expect(asked).toEqual([undefined, '"1"', '"1"', '"2"']);

    // What was sent by hand took its place: the address is read whole again.
    await decide('discard', { setId: await waitingId() });
    await sent(rowsOf('a', 'b', 'c', 'd'));
    await decide('publish', { setId: await waitingId() });
    await fetched();
    expect(asked.at(-1)).toBeUndefined();
  });

  it('VE-65 says what an address answers instead of a file', async () => {
    await sent(rowsOf('a'));
    const outcome = async () => (await fetched()).last?.outcome;
    server.answers((_request, response) => response.writeHead(404).end());
    expect(await outcome()).toEqual({ code: 'address-failed', detail: '404' });
    server.answers((_request, response) =>
      response.writeHead(302, { location: 'https://192.168.0.1/' }).end(),
    );
    expect(await outcome()).toEqual({ code: 'address-refused', detail: 'private' });
    server.answers((_request, response) => response.writeHead(200).end('<html></html>'));
    expect(await outcome()).toMatchObject({ code: 'missing-columns' });
    expect(await view()).toMatchObject({ current: { counts: { accepted: 1 } }, waiting: null });
    expect(await database().db.$count(venueSet)).toBe(1);
  });

  it('VE-65 VE-66 takes an address that is public, and forgets what it knew of another', async () => {
    const address = (url: string, isOn = true) =>
      desk().post('/api/venue-data/address', { url, isOn });
    await updateFeed(database().db, { etag: '"1"', checkedAt: testPorts.clock() });
    expect((await address(server.address())).status).toBe(200);
    expect((await view()).address).toMatchObject({ isOn: true, checkedAt: expect.any(String) });
    expect((await address('https://exemple.org/lieux.csv', false)).status).toBe(200);
    expect((await view()).address).toEqual({
      url: 'https://exemple.org/lieux.csv',
      isOn: false,
      checkedAt: null,
    });
    for (const url of ['http://exemple.org/', 'https://10.0.0.1/', 'file:///etc/passwd', 'lieux']) {
      expect(await problemOf(await address(url))).toEqual([400, 'invalid-request', 'url']);
    }
    expect((await view()).address.url).toBe('https://exemple.org/lieux.csv');
  });

  it('VE-60 leaves no file of an import in the temporary folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aiguillage-test-'));
    vi.stubEnv('TMPDIR', folder);
    await sent(rowsOf('a'));
    await sent([]);
    server.answers((_request, response) => response.writeHead(200).end('id'));
    await fetched();
    await expect.poll(() => readdir(folder)).toEqual([]);
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  it('VE-64 is nobody else’s to do', async () => {
    await sent(rowsOf('a'));
    for (const role of ['adviser', 'mediator', 'supervisor', 'authority'] as const) {
      const other = await openDesk(otherHub(), await addAccount(database(), role));
      expect((await send(venueCsv(rowsOf('b')), 'b.csv', other)).status).toBe(403);
      expect((await other.post('/api/venue-data/fetch', {})).status).toBe(403);
    }
    const nobody = await openDesk(hub(), null);
    expect((await send(venueCsv(rowsOf('b')), 'b.csv', nobody)).status).toBe(401);
    expect(await view()).toMatchObject({ waiting: null, importing: null });
  });

  it('VE-4 tells the desks of every hub by the version of the set', async () => {
    const other = await openDesk(otherHub(), await addAccount(database(), 'adviser'));
    const etagOf = async (desk: TestDesk) => {
      const answer = await desk.get('/api/venues', { 'accept-encoding': 'gzip' });
      gunzipSync(await answer.bytes());
      return answer.headers.get('etag');
    };
    await sent(rowsOf('a'));
    const before = await etagOf(other);
    expect(before).toBe(await etagOf(desk()));
    await sent(rowsOf('a', 'b'));
    await decide('publish', { setId: await waitingId() });
    expect(await etagOf(other)).not.toBe(before);
    expect(await etagOf(other)).toBe(await etagOf(desk()));
  });
});
