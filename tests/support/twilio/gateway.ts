import { once } from 'node:events';
import { createServer } from 'node:https';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { selfSignedCertificate } from './certificate.ts';
import type { ClientGateway, EndEvents, RungEnd } from './ends.ts';
import { openStun } from './stun.ts';
import { openVoicePeer, type VoicePeer } from './voice-peer.ts';

/** What the SDK says. Its protocol is not documented: what a new version says otherwise fails the tests here. */
const message = z.object({
  type: z.string(),
  payload: z
    .object({
      token: z.string(),
      callsid: z.string(),
      sdp: z.string(),
      dtmf: z.string(),
      reconnect: z.string(),
      media: z.object({ audio: z.boolean() }),
    })
    .partial(),
});
type Message = z.infer<typeof message>;
type Payload = Message['payload'];

/** A leg as a test of the softphone itself wants it. */
export type GatewayEnd = RungEnd &
  Pick<VoicePeer, 'setLoss'> & {
    /** Its voice is cut in both directions, and nobody says so. */
    readonly cutVoice: () => Promise<void>;
  };
type Ring = Parameters<ClientGateway['ring']>[0];

type Leg = {
  readonly ring: Ring;
  readonly events: EndEvents;
  readonly peer: VoicePeer;
  readonly sdp: Promise<string>;
  isAnswered: boolean;
};

/** A `ClientGateway` that says more of its ends. */
export type Gateway = {
  readonly port: number;
  /** What a browser is to trust. */
  readonly pin: string;
  readonly ring: (call: Ring, events: EndEvents) => GatewayEnd | null;
  /** Who can be rung now. */
  readonly registered: () => readonly string[];
  /** The tokens that were shown, in their order. */
  readonly tokens: readonly string[];
  /** Cuts every connection; the pages may come back at once. */
  readonly cut: () => void;
  /** Cuts every connection and takes no other until the function that it gives is called. The voices go on. */
  readonly goAway: () => () => void;
  /** Loses that share of the packets to every page in a call. */
  readonly setLoss: (share: number) => void;
  readonly close: () => Promise<void>;
};

/** Twilio's end of its Voice SDK: signalling as the SDK speaks it, and voice by WebRTC. On loopback only. */
export async function openGateway(parts: {
  /** Whom a token lets in, and for how long; `null`: nobody. */
  readonly readToken: (
    token: string,
  ) => { readonly identity: string; readonly lastsS: number } | null;
}): Promise<Gateway> {
  const { cert, key, pin } = await selfSignedCertificate();
  const stun = await openStun();
  // The SDK's reports on its own work end here.
  const server = createServer({ cert, key }, (_request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    response.end('{}');
  });
  const sockets = new WebSocketServer({ server, path: '/signal' });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens on a port.');

  /** Who is connected, and who of them takes calls: after a lost connection a call goes on before its desk takes others. */
  const connected = new Map<string, WebSocket>();
  const registered = new Set<string>();
  const legs = new Map<string, Leg>();
  const tokens: string[] = [];
  let isAway = false;

  const cut = () => {
    for (const socket of sockets.clients) socket.terminate();
  };
  const send = (socket: WebSocket | undefined, type: string, payload: object) =>
    socket?.send(JSON.stringify({ version: '1.6', type, payload }));
  const sendTo = (leg: Leg, type: string, payload: object = {}) =>
    send(connected.get(leg.ring.identity), type, { callsid: leg.ring.callSid, ...payload });

  async function invite(leg: Leg): Promise<void> {
    const { callSid, identity, from, parameters } = leg.ring;
    const sdp = await leg.sdp;
    if (!legs.has(callSid)) return;
    sendTo(leg, 'invite', {
      sdp,
      reconnect: `again-${callSid}`,
      parameters: {
        CallSid: callSid,
        From: from,
        To: `client:${identity}`,
        Params: new URLSearchParams(parameters).toString(),
      },
    });
  }

  async function end(leg: Leg): Promise<void> {
    legs.delete(leg.ring.callSid);
    await leg.peer.close();
  }

  /** What the SDK says of a call, by its kind. */
  const ofCall: Readonly<Record<string, (leg: Leg, payload: Payload) => Promise<void> | void>> = {
    answer: async (leg, { sdp = '' }) => {
      leg.isAnswered = true;
      await leg.peer.accept(sdp);
      // The SDK calls the leg open once it is told that its answer arrived.
      sendTo(leg, 'answer', { reconnect: `again-${leg.ring.callSid}` });
      leg.events.onAnswer();
    },
    // After a lost connection: the voice went on meanwhile.
    invite: (leg) => {
      sendTo(leg, 'answer', { reconnect: `again-${leg.ring.callSid}` });
    },
    dtmf: (leg, { dtmf = '' }) => leg.events.onDigits?.(dtmf),
    reject: async (leg) => {
      await end(leg);
      leg.events.onHangUp();
    },
    hangup: async (leg) => {
      await end(leg);
      leg.events.onHangUp();
    },
  };

  sockets.on('connection', (socket) => {
    if (isAway) socket.terminate();
    let identity: string | null = null;
    const heartbeat = setInterval(() => socket.send('\n'), 5_000);
    socket.on('close', () => {
      clearInterval(heartbeat);
      if (identity === null || connected.get(identity) !== socket) return;
      connected.delete(identity);
      registered.delete(identity);
    });
    const listen = (token: string) => {
      tokens.push(token);
      const access = parts.readToken(token);
      if (access === null) {
        send(socket, 'error', { error: { code: 31_204, message: 'JWT is invalid' } });
        return;
      }
      identity = access.identity;
      connected.set(identity, socket);
      send(socket, 'connected', {
        edge: 'dublin',
        region: 'EU_IRELAND',
        home: 'ie1',
        gateway: 'loopback',
        token: { identity, ttl: access.lastsS },
      });
    };
    const register = (takesCalls: boolean) => {
      if (identity === null) return;
      if (!takesCalls) {
        registered.delete(identity);
        send(socket, 'offline', {});
        return;
      }
      registered.add(identity);
      send(socket, 'ready', {});
      for (const leg of legs.values()) {
        if (!leg.isAnswered && leg.ring.identity === identity) void invite(leg);
      }
    };
    socket.on('message', (data) => {
      const text = String(data);
      if (text === '\n') return;
      const { type, payload } = message.parse(JSON.parse(text));
      if (type === 'listen') listen(payload.token ?? '');
      if (type === 'register') register(payload.media?.audio === true);
      const leg = legs.get(payload.callsid ?? '');
      if (leg !== undefined) void ofCall[type]?.(leg, payload);
    });
  });

  return {
    port: address.port,
    pin,
    tokens,
    registered: () => [...registered],
    ring: (ring, events) => {
      if (!registered.has(ring.identity)) return null;
      const peer = openVoicePeer(stun.url, events.onFrame);
      const leg: Leg = { ring, events, peer, sdp: peer.offer(), isAnswered: false };
      legs.set(ring.callSid, leg);
      void invite(leg);
      return {
        play: peer.play,
        setLoss: peer.setLoss,
        cutVoice: peer.close,
        hangUp: () => {
          if (!legs.has(ring.callSid)) return;
          sendTo(leg, leg.isAnswered ? 'hangup' : 'cancel');
          void end(leg);
        },
      };
    },
    cut,
    goAway: () => {
      isAway = true;
      cut();
      return () => {
        isAway = false;
      };
    },
    setLoss: (share) => {
      for (const { peer } of legs.values()) peer.setLoss(share);
    },
    close: async () => {
      await Promise.all([...legs.values()].map(end));
      cut();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      stun.close();
    },
  };
}
