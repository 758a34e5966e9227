import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { vi } from 'vitest';
import { splitAddress } from '../../../main/hub/telephony/sip/config.ts';
import {
  formatMessage,
  header,
  messageReader,
  type SipHeaders,
  type SipMessage,
  type SipRequest,
} from '../../../main/hub/telephony/sip/message.ts';

/** A proxy by hand, without any telephone behind it: what the hub says to it is kept, and a test answers. */
export type SipPeer = {
  readonly said: SipMessage[];
  /** The first request of that method that the hub has made, or makes soon. */
  readonly asked: (method: string) => Promise<SipRequest>;
  /** The status of the hub's answer to what was sent with that Call-ID and method. */
  readonly answered: (callId: string, method: string) => Promise<number>;
  readonly send: (message: SipMessage) => void;
  /** Sends bytes as they are, over a connection of their own. */
  readonly sendBytes: (bytes: Buffer) => Promise<void>;
  /** Answers a request of the hub. */
  readonly answer: (request: SipRequest, status: number, sdp?: string) => void;
  readonly close: () => Promise<void>;
};

/** How often a test looks whether something was said: what is waited for is here in a moment. */
const soon = { interval: 5, timeout: 5_000 };

/** What a peer does by itself with a request of the hub. */
export type Heard = (request: SipRequest, peer: Pick<SipPeer, 'answer' | 'said'>) => void;

/** Listens where the hub looks for its proxy, and reaches it where it listens. */
export async function openPeer(
  addresses: { readonly proxy: string; readonly listen: string },
  heard?: Heard,
): Promise<SipPeer> {
  const said: SipMessage[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    const read = messageReader();
    socket.on('data', (bytes: Buffer) => {
      for (const message of read(bytes) ?? []) {
        said.push(message);
        if (message.kind === 'request') heard?.(message, { said, answer });
      }
    });
  });
  server.listen(splitAddress(addresses.proxy));
  await once(server, 'listening');
  let outward: Socket | null = null;
  const send = (message: SipMessage) => {
    outward ??= reach();
    outward.write(formatMessage(message));
  };
  const reach = () => {
    const socket = connect(splitAddress(addresses.listen));
    // A hub that stops ends it; the next one is reached anew.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (outward === socket) outward = null;
    });
    return socket;
  };
  const answer: SipPeer['answer'] = (request, status, sdp = '') => {
    const to = header(request, 'to') ?? '';
    const kept = request.headers.filter(([name]) => /^(via|from|call-id|cseq)$/i.test(name));
    const headers: SipHeaders = [
      ...kept,
      ['To', /;tag=/.test(to) ? to : `${to};tag=desk`],
      ['Contact', '<sip:desk@127.0.0.1>'],
    ];
    send({ kind: 'response', status, reason: 'x', headers, body: sdp });
  };
  return {
    said,
    send,
    asked: (method) =>
      vi.waitFor(() => {
        const found = said.find((one) => one.kind === 'request' && one.method === method);
        if (found?.kind !== 'request') throw new Error(`no ${method} was sent`);
        return found;
      }, soon),
    answered: (callId, method) =>
      vi.waitFor(() => {
        const found = said.find(
          (one) =>
            one.kind === 'response' &&
            header(one, 'call-id') === callId &&
            (header(one, 'cseq') ?? '').endsWith(method),
        );
        if (found?.kind !== 'response') throw new Error(`no answer to ${method}`);
        return found.status;
      }, soon),
    answer,
    sendBytes: async (bytes) => {
      const socket = connect(splitAddress(addresses.listen));
      // A hub that reads no further ends the connection.
      socket.on('error', () => undefined);
      socket.resume();
      socket.end(bytes);
      await once(socket, 'close');
    },
    close: async () => {
      outward?.destroy();
      for (const socket of sockets) socket.destroy();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

/** A request as a trunk makes it. */
export function trunkRequest(
  method: string,
  callId: string,
  more: { readonly headers?: SipHeaders; readonly to?: string } = {},
): SipRequest {
  return {
    kind: 'request',
    method,
    uri: 'sip:+33199000010@127.0.0.1',
    headers: [
      ['Via', `SIP/2.0/TCP 127.0.0.1:5060;branch=z9hG4bK${callId}${method}`],
      ['From', '<sip:+33639980142@127.0.0.1>;tag=caller'],
      ['To', more.to ?? '<sip:+33199000010@127.0.0.1>'],
      ['Call-ID', callId],
      ['CSeq', `1 ${method}`],
      ['Contact', '<sip:+33639980142@127.0.0.1:5082>'],
      ...(more.headers ?? []),
    ],
    body: method === 'INVITE' ? 'v=0\r\nm=audio 4000 RTP/AVP 8\r\n' : '',
  };
}
