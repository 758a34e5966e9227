import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSipNetwork, type SipTestNetwork } from '../support/sip/network.ts';
import { findSipPrograms } from '../support/sip/programs.ts';

const programs = findSipPrograms();
const missing = typeof programs === 'string' ? `, skipped: ${programs}` : '';
const methods = ['INVITE', 'MESSAGE', 'REFER', 'BYE'] as const;

describe.skipIf(typeof programs === 'string')(
  `who reaches the trunk over Kamailio${missing}`,
  () => {
    let network: SipTestNetwork;
    let trunk: Socket;
    let hub: Server;
    const heardByTrunk: string[] = [];
    const heardByHub: string[] = [];

    beforeAll(async () => {
      if (typeof programs === 'string') return;
      network = await openSipNetwork(programs);
      trunk = createSocket('udp4', (bytes) => heardByTrunk.push(bytes.toString()));
      trunk.bind(network.trunkPort, '127.0.0.1');
      hub = createServer((socket) => {
        socket.on('error', () => undefined);
        socket.on('data', (bytes) => heardByHub.push(bytes.toString()));
      });
      hub.listen(Number(network.network.listen.split(':')[1]), '127.0.0.1');
      await once(hub, 'listening');
    });
    afterAll(async () => {
      trunk?.close();
      await network?.close();
      hub?.close();
    });

    /** A page that never registered claims to be within a call of the trunk's. */
    async function claim(method: string): Promise<void> {
      const socket = new WebSocket(network.network.socket, 'sip');
      await once(socket, 'open');
      socket.send(
        [
          `${method} sip:+33899000000@127.0.0.1:${network.trunkPort} SIP/2.0`,
          `Via: SIP/2.0/WS page.invalid;branch=z9hG4bK${crypto.randomUUID()}`,
          `Route: <sip:${network.trunk};lr>`,
          'Max-Forwards: 70',
          'From: <sip:page@sip.exemple.invalid>;tag=one',
          'To: <sip:+33899000000@sip.exemple.invalid>;tag=other',
          `Call-ID: claimed-${method}`,
          `CSeq: 1 ${method}`,
          'Contact: <sip:page@page.invalid;transport=ws>',
          'Content-Length: 0',
          '\r\n',
        ].join('\r\n'),
      );
      await expect
        .poll(() =>
          [...heardByTrunk, ...heardByHub].some((heard) => heard.includes(`claimed-${method}`)),
        )
        .toBe(true);
      socket.close();
    }

    it.each(methods)(
      'SI-2 brings a %s that claims to be within a call to the hub, wherever it wants to go',
      async (method) => {
        await claim(method);
        expect(heardByTrunk).toEqual([]);
        expect(heardByHub.join('')).toContain(`claimed-${method}`);
      },
    );
  },
);
