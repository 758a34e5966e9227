import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import type { SipNetwork } from '../../../main/hub/telephony/sip/config.ts';
import type { SipPrograms } from './programs.ts';

const shipped = fileURLToPath(new URL('../../../data/sip/', import.meta.url));

/** A network as an operator has it: our own configuration of Kamailio, and rtpengine, on loopback. */
export type SipTestNetwork = {
  readonly network: SipNetwork;
  /** Where telephones reach it, as a trunk would: `host:port`, by UDP. */
  readonly trunk: string;
  /** The port at which the trunk takes the calls that go out. */
  readonly trunkPort: number;
  readonly folder: string;
  /** Ends the connections of all desks and lets none come. Gives the way to let them come again. */
  readonly cutDesks: () => () => void;
  /** Starts a program whose words are kept beside the others'. */
  readonly start: (name: string, program: string, args: readonly string[]) => Promise<ChildProcess>;
  readonly close: () => Promise<void>;
};

const secret = 'secret-of-the-tests-of-thirty-two-bytes';
const domain = 'sip.exemple.invalid';

export async function openSipNetwork(programs: SipPrograms): Promise<SipTestNetwork> {
  const folder = await mkdtemp(join(tmpdir(), 'aiguillage-sip-'));
  const [sip = 0, web = 0, hub = 0, commands = 0, keys = 0, trunkPort = 0] = await freePorts(6);
  const started: ChildProcess[] = [];
  const start = async (name: string, program: string, args: readonly string[]) => {
    const log = await open(join(folder, `${name}.log`), 'w');
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', log.fd, log.fd] });
    started.push(child);
    child.once('close', () => void log.close());
    return child;
  };

  await copyFile(join(shipped, 'kamailio.cfg'), join(folder, 'kamailio.cfg'));
  await writeFile(
    join(folder, 'aiguillage-local.cfg'),
    [
      ...['udp', 'tcp'].map((by) => `listen=${by}:127.0.0.1:${sip}`),
      `listen=tcp:127.0.0.1:${web}`,
      'log_stderror=yes',
      `#!substdef "!LOCAL_SECRET!${secret}!g"`,
      `#!substdef "!LOCAL_DOMAIN!${domain}!g"`,
      '#!substdef "!LOCAL_HUB_HOST!127.0.0.1!g"',
      `#!substdef "!LOCAL_HUB_PORT!${hub}!g"`,
      '#!substdef "!LOCAL_TRUNK_HOST!127.0.0.1!g"',
      `#!substdef "!LOCAL_TRUNK_PORT!${trunkPort}!g"`,
      '',
    ].join('\n'),
  );
  await start('rtpengine', programs.rtpengine, [
    '--interface=127.0.0.1',
    `--listen-http=127.0.0.1:${commands}`,
    `--dtmf-log-dest=127.0.0.1:${keys}`,
    '--table=-1',
    '--foreground',
    '--log-stderr',
    '--log-level=6',
    '--timeout=10',
    '--port-min=30000',
    '--port-max=30400',
    `--pidfile=${join(folder, 'rtpengine.pid')}`,
  ]);
  await start('kamailio', programs.kamailio, [
    ...['-f', join(folder, 'kamailio.cfg'), '-DD', '-E', '-m', '32', '-M', '4'],
    ...['-P', join(folder, 'kamailio.pid'), '-Y', folder, '-w', folder],
  ]);
  await vi.waitFor(
    async () => {
      await fetch(`http://127.0.0.1:${commands}/ping`);
      await fetch(`http://127.0.0.1:${web}/`);
    },
    { timeout: 15_000, interval: 200 },
  );
  const way = await openWay(web);
  return {
    network: {
      domain,
      socket: `ws://127.0.0.1:${way.port}`,
      proxy: `127.0.0.1:${sip}`,
      listen: `127.0.0.1:${hub}`,
      media: `http://127.0.0.1:${commands}`,
      keys: `127.0.0.1:${keys}`,
      secret,
      relay: null,
    },
    trunk: `127.0.0.1:${sip}`,
    trunkPort,
    folder,
    cutDesks: way.cut,
    start,
    close: async () => {
      await way.close();
      for (const child of started) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const ended = once(child, 'close');
        // baresip does not hear a polite end.
        child.kill(child.spawnfile.endsWith('baresip') ? 'SIGKILL' : 'SIGTERM');
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The way between desks and a port, as a network that may fail. */
async function openWay(to: number) {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(to, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  const [port = 0] = await freePorts(1);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
    return () => {
      isCut = false;
    };
  };
  return {
    port,
    cut,
    close: async () => {
      cut();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

/** Ports that nobody listens on now. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const bound = server.address();
    if (bound !== null && typeof bound === 'object') ports.push(bound.port);
  }
  for (const server of servers) server.close();
  return ports;
}
