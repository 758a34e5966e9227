import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type FetchOptions, fetchFile, usualLimits } from '../../main/hub/imports/fetch-file.ts';
import { withTemporaryFile } from '../../main/hub/imports/kept-file.ts';
import { checkAddress, isPublicAddress } from '../../main/hub/imports/public-address.ts';
import { fileServer } from '../support/file-server.ts';

const nothingKnown = { etag: null, lastModified: null };

describe('VE-66 an address', () => {
  const server = fileServer();
  const fetched = (given: Partial<FetchOptions> = {}, address = server.address()) =>
    withTemporaryFile(async (path) => {
      const result = await fetchFile(address, path, {
        policy: { allowsLoopback: true },
        validators: nothingKnown,
        limits: usualLimits,
        signal: new AbortController().signal,
        onProgress: () => undefined,
        ...given,
      });
      const isThere = result.ok && result.value !== 'not-newer';
      return { result, text: isThere ? await readFile(path, 'utf8') : null };
    });
  const fails = (code: string, detail: string) => ({
    result: { ok: false, error: { code, detail } },
    text: null,
  });

  it('gives its file, and what tells whether it is another one', async () => {
    server.answers((_request, response) =>
      response
        .writeHead(200, { etag: '"1"', 'last-modified': 'Sun, 01 Mar 2026 00:00:00 GMT' })
        .end('id,nom'),
    );
    expect(await fetched()).toEqual({
      result: {
        ok: true,
        value: { etag: '"1"', lastModified: 'Sun, 01 Mar 2026 00:00:00 GMT' },
      },
      text: 'id,nom',
    });
  });

  it('is asked only for what is newer', async () => {
    server.answers(({ headers }, response) =>
      response.writeHead(headers['if-none-match'] === '"1"' ? 304 : 200).end(),
    );
    const { result } = await fetched({ validators: { etag: '"1"', lastModified: null } });
    expect(result).toEqual({ ok: true, value: 'not-newer' });
  });

  it('may send it compressed on the way', async () => {
    server.answers(({ headers }, response) => {
      expect(headers['accept-encoding']).toBe('gzip');
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('id,nom'));
    });
    expect((await fetched()).text).toBe('id,nom');
    server.answers((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'br' }).end('?'),
    );
    expect(await fetched()).toEqual(fails('address-failed', 'content-encoding br'));
    server.answers((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip'),
    );
    expect(await fetched()).toEqual(fails('address-unreachable', 'Z_DATA_ERROR'));
  });

  it.each([404, 500, 204, 302])('that answers %i gives nothing', async (status) => {
    server.answers((_request, response) => response.writeHead(status).end());
    expect(await fetched()).toEqual(fails('address-failed', String(status)));
  });

  it('is followed where it leads, five times, and only to where it might have been given', async () => {
    server.answers(({ url = '' }, response) => {
      const left = Number(url.slice(1));
      if (left === 0) response.writeHead(200).end('there');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    expect((await fetched({}, `${server.address()}/5`)).text).toBe('there');
    expect(await fetched({}, `${server.address()}/6`)).toEqual(
      fails('address-refused', 'too-many-redirects'),
    );
    for (const [location, why] of [
      ['https://10.0.0.1/venues.csv', 'private'],
      ['https://[fe80::1]/venues.csv', 'private'],
      ['http://192.0.2.1/venues.csv', 'private'],
      ['http://8.8.8.8/venues.csv', 'not-https'],
      ['file:///etc/hosts', 'not-a-web-address'],
      ['https://user:secret@example.org/', 'with-credentials'],
    ] as const) {
      server.answers((_request, response) => response.writeHead(301, { location }).end());
      expect(await fetched()).toEqual(fails('address-refused', why));
    }
  });

  it('is not asked on this machine, nor by a name that leads there', async () => {
    server.answers((_request, response) => response.writeHead(200).end('a secret'));
    const policy = { allowsLoopback: false };
    expect(await fetched({ policy })).toEqual(fails('address-refused', 'private'));
    const named = server.address().replace('http://127.0.0.1', 'https://localhost');
    expect(await fetched({ policy }, named)).toEqual(fails('address-refused', 'private'));
  });

  it('that never ends is left, whether it says its length or not, packed or not', async () => {
    const limits = { ...usualLimits, largestBytes: 1_000_000, largestUnpackedBytes: 2_000_000 };
    server.answers((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        if (!response.destroyed) response.once('drain', more);
      };
      response.writeHead(200);
      more();
    });
    expect(await fetched({ limits })).toEqual(fails('too-large', '1000000'));
    server.answers((_request, response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(50_000_000))),
    );
    expect(await fetched({ limits })).toEqual(fails('too-large', '2000000'));
  });

  it('that is silent, breaks off or is not there is said not to answer', async () => {
    const limits = { ...usualLimits, idleMs: 100 };
    server.answers(() => undefined);
    expect(await fetched({ limits })).toEqual(fails('address-unreachable', 'timeout'));
    server.answers((_request, response) => response.writeHead(200).write('id,'));
    expect(await fetched({ limits })).toEqual(fails('address-unreachable', 'timeout'));
    expect(await fetched({ limits: { ...usualLimits, wholeMs: 100 } })).toEqual(
      fails('address-unreachable', 'timeout'),
    );
    server.answers((_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('id,', () => response.destroy());
    });
    expect((await fetched()).result).toMatchObject({ error: { code: 'address-unreachable' } });
    expect(await fetched({}, 'http://127.0.0.1:9/')).toEqual(
      fails('address-unreachable', 'ECONNREFUSED'),
    );
  });
});

it.each([
  ['93.184.216.34', true],
  ['8.8.8.8', true],
  ['2a00:1450:4007:80c::200e', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['ff02::1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::a00:1', false],
  ['2001:db8::1', false],
  ['2002:a00:1::', false],
  ['localhost', false],
])('VE-66 %s: public is %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

it.each([
  ['http://0x7f.1/', 'private'],
  ['https://2130706433/', 'private'],
  ['https://[::ffff:127.0.0.1]/', 'private'],
  ['http://localhost/', 'not-https'],
  ['https:/', 'not-a-web-address'],
  ['ftp://example.org/', 'not-a-web-address'],
])('VE-66 %s is refused: %s', (text, why) => {
  expect(checkAddress(text, { allowsLoopback: false })).toBe(why);
});
