import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ensureProgram, type SystemProgram } from './system-package.ts';

const postgres: SystemProgram = {
  title: 'PostgreSQL',
  names: ['initdb'],
  folders: [18, 17, 16, 15].map((version) => `/usr/lib/postgresql/${version}/bin`),
  aptPackage: 'postgresql',
  variable: 'AIGUILLAGE_INITDB',
};

export type PostgresServer = {
  readonly url: string;
  /** The folder of its programs. */
  readonly programs: string;
  readonly stop: () => Promise<void>;
};

/**
 * Starts a PostgreSQL server on loopback, its data in `data`, which is inside `owned`. Tests need no durable commit;
 * what is measured does.
 */
export async function startPostgres(
  data: string,
  owned: string,
  fsync: 'on' | 'off' = 'off',
): Promise<PostgresServer> {
  // On some machines the name found is a link into the folder that has all the programs.
  const initdb = realpathSync(ensureProgram(postgres));
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? unprivileged() : null;
  if (user !== null) chownSync(owned, user.uid, user.gid);
  const options = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  execFileSync(initdb, options, { ...user, cwd: owned, stdio: ['ignore', 'ignore', 'inherit'] });
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: owned, fsync };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(
    join(dirname(initdb), 'postgres'),
    ['-D', data, '-p', String(port), ...flags],
    {
      ...user,
      cwd: owned,
      stdio: 'ignore',
    },
  );
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  await answers(url, server);
  return {
    url,
    programs: dirname(initdb),
    stop: async () => {
      const exit = once(server, 'exit');
      server.kill('SIGINT');
      await exit;
    },
  };
}

/** The user that the package made, else the one that owns nothing. */
function unprivileged(): { readonly uid: number; readonly gid: number } {
  for (const name of ['postgres', 'nobody']) {
    try {
      const ids = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name]).toString()));
      const [uid, gid] = ids;
      if (uid !== undefined && gid !== undefined) return { uid, gid };
    } catch {
      // No such user: the next one.
    }
  }
  throw new Error('PostgreSQL refuses to run as root, and this machine has no user nobody.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL stopped with ${server.exitCode}.`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error('PostgreSQL did not answer within 30 seconds.');
}
