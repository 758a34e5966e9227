import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { setupView } from '#src/contract';
import { type Started, startProgram } from '../support/started.ts';

const name = `test_${randomUUID().replaceAll('-', '')}`;
const secret = 'a-secret-that-is-only-for-this-test';
const running: Started[] = [];
let databaseUrl: string;

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

beforeAll(async () => {
  await onServer(`create database ${name}`);
  databaseUrl = inject('postgresUrl').replace(/\/postgres$/, `/${name}`);
});

afterEach(async () => {
  for (const { process, ended } of running.splice(0)) {
    process.kill('SIGTERM');
    await ended;
  }
});

afterAll(() => onServer(`drop database ${name} with (force)`));

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return String(address.port);
}

/** Speaks just enough of PostgreSQL's protocol to say that it is version 14. */
async function serveOldPostgres(heard: string[]) {
  const message = (type: string, ...parts: readonly (string | Buffer)[]) => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const ready = message('Z', 'I');
  const column = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0]);
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]));
      socket.on('data', (sent) => {
        if (sent[0] !== 'Q'.charCodeAt(0)) return;
        heard.push(sent.toString('utf8', 5, sent.length - 1));
        socket.write(
          Buffer.concat([
            message('T', Buffer.from([0, 1]), 'server_version_num\0', column),
            message('D', Buffer.from([0, 1, 0, 0, 0, 6]), '140011'),
            message('C', 'SHOW\0'),
            ready,
          ]),
        );
      });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return { port: address.port, close: () => server.close() };
}

function startHub(environment: Readonly<Record<string, string>>): Started {
  const started = startProgram('hub.ts', { AIGUILLAGE_SECRET: secret, ...environment });
  running.push(started);
  return started;
}

describe('npm run hub', () => {
  test('serves an empty PostgreSQL server, and a second hub joins it', async () => {
    const first = startHub({ DATABASE_URL: databaseUrl, PORT: await freePort() });
    const [, address = ''] = await first.says(/^Hub : (http:\/\/127\.0\.0\.1:\d+)$/m);
    const [, token = ''] = await first.says(/administrateur : (\S+)/);
    expect(token.length).toBeGreaterThan(20);
    const setup = setupView.parse(await (await fetch(`${address}/api/setup`)).json());
    expect(setup).toMatchObject({ state: 'needs-administrator', canOpenDemonstration: false });

    const second = startHub({ DATABASE_URL: databaseUrl, PORT: await freePort() });
    const [, other = ''] = await second.says(/^Hub : (http:\/\/127\.0\.0\.1:\d+)$/m);
    expect(second.said()).not.toContain('Import des lieux');
    expect((await fetch(`${other}/api/setup`)).status).toBe(200);

    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect((await fetch(`${other}/api/setup`)).status).toBe(200);
  });

  test('a port that is taken is said', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const address = squatter.address();
    if (address === null || typeof address === 'string') throw new Error('No port was given.');
    const hub = startHub({ DATABASE_URL: databaseUrl, PORT: String(address.port) });
    expect(await hub.ended).toBe(1);
    expect(hub.said()).toContain(`Le port ${address.port} est pris`);
    squatter.close();
  });

  test('a server older than 15 is refused before anything is written to it', async () => {
    const heard: string[] = [];
    const old = await serveOldPostgres(heard);
    const hub = startHub({ DATABASE_URL: `postgresql://a@127.0.0.1:${old.port}/b` });
    expect(await hub.ended).toBe(1);
    expect(hub.said()).toContain('la version 15');
    expect(heard).toEqual(['show server_version_num']);
    old.close();
  });

  test.each([
    ['no address', {}, 'DATABASE_URL'],
    [
      'another kind of server',
      { DATABASE_URL: 'mysql://a:secret-word@127.0.0.1/b' },
      'postgresql://',
    ],
    [
      'a server that is not there',
      { DATABASE_URL: 'postgresql://a:secret-word@127.0.0.1:1/b' },
      'ne répond pas',
    ],
    [
      'a short secret',
      { DATABASE_URL: 'postgresql://127.0.0.1/b', AIGUILLAGE_SECRET: 'short' },
      '32 caractères',
    ],
    ['no port number', { DATABASE_URL: 'postgresql://127.0.0.1/b', PORT: 'http' }, 'PORT'],
  ] as const)(
    '%s is refused with a sentence, and no password in it',
    async (_, environment, says) => {
      const hub = startHub(environment);
      expect(await hub.ended).toBe(1);
      expect(hub.said()).toContain(says);
      expect(hub.said()).not.toContain('secret-word');
      expect(hub.said()).not.toMatch(/^\s+at /m);
    },
  );
});
