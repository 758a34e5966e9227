import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSessionStore, type Vault } from '../../main/desktop/session-store.ts';

const hub = 'http://127.0.0.1:47001';
/** Not a cipher: what the system's own does is not ours to test. */
const vault: Vault = {
  encrypt: async (text) => Buffer.from(text).reverse(),
  decrypt: async (bytes) => Buffer.from(bytes).reverse().toString(),
};
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aiguillage-session-'));
  file = join(folder, 'session');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (now: number) => ({ file, hub, vault, now: () => now });

test('a session outlives the program', async () => {
  const first = await openSessionStore(at(0));
  await first.accept(['a=1; Max-Age=60; HttpOnly', 'b=x=y; Expires=Thu, 01 Jan 1970 00:01:00 GMT']);
  expect((await openSessionStore(at(59_000))).header()).toBe('a=1; b=x=y');
  expect((await openSessionStore(at(61_000))).header()).toBe('');
});

test('another hub never gets it', async () => {
  const first = await openSessionStore(at(0));
  await first.accept(['a=1; Max-Age=60']);
  const other = await openSessionStore({ ...at(0), hub: 'http://127.0.0.1:47002' });
  expect(other.header()).toBe('');
});

test('without a vault nothing is written, and what an earlier one wrote goes', async () => {
  await (await openSessionStore(at(0))).accept(['a=1; Max-Age=60']);
  const store = await openSessionStore({ ...at(0), vault: null });
  await store.accept(['a=2; Max-Age=60']);
  expect(store.header()).toBe('a=2');
  expect(await readdir(folder)).toEqual([]);
});

test('a file that cannot be read is a session to open again', async () => {
  await writeFile(file, 'not what we wrote');
  const store = await openSessionStore(at(0));
  expect(store.header()).toBe('');
  await store.accept(['a=1; Max-Age=60']);
  expect((await openSessionStore(at(0))).header()).toBe('a=1');
});

test('the last of several answers at once is the one kept', async () => {
  const store = await openSessionStore(at(0));
  await Promise.all([1, 2, 3, 4].map((n) => store.accept([`a=${n}; Max-Age=60`])));
  expect(JSON.parse(await vault.decrypt(await readFile(file)))).toMatchObject({
    cookies: [{ name: 'a', value: '4' }],
  });
});

test.each(['', 'novalue', '=1; Max-Age=60', 'a=1; Max-Age=never'])(
  'the line %j keeps nothing',
  async (line) => {
    const store = await openSessionStore(at(0));
    await store.accept([line]);
    expect(store.header()).toBe('');
  },
);
