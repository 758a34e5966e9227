import { createSocket } from 'node:dgram';
import { vi } from 'vitest';
import { ok } from '#src/kernel';
import { usualLineRules } from '#src/routing';
import type { Reception } from '../../../main/hub/queue/receive-call.ts';
import type { SavedLeg } from '../../../main/hub/telephony/sip/leg.ts';
import { openSipLine, type SipParts } from '../../../main/hub/telephony/sip/line.ts';
import type { Media } from '../../../main/hub/telephony/sip/media.ts';
import type { LineEvent, Telephony } from '../../../main/hub/telephony/telephony.port.ts';
import { handTimers } from '../hand-timers.ts';
import { freePorts } from './network.ts';
import { type Heard, openPeer, type SipPeer, trunkRequest } from './peer.ts';

export const secret = 'a-secret-of-the-tests-of-forty-characters';
export const withSecret = { headers: [['X-Aiguillage-Secret', secret]] } as const;
export const callId = '01890000-0000-7000-8000-000000000001';
/** The Call-ID of the caller's end. */
export const callerLeg = 'from-the-trunk';

/** A line by SIP between a proxy by hand and voices that nobody hears. */
export type LineBench = {
  readonly peer: SipPeer;
  /** The line as it is now: `openAgain` puts another hub in its place. */
  readonly line: () => Telephony;
  readonly openAgain: () => Promise<void>;
  readonly events: LineEvent[];
  readonly errors: unknown[];
  /** What callers were told. */
  readonly said: string[];
  readonly saved: Map<string, SavedLeg>;
  readonly voices: ReturnType<typeof silentMedia>;
  readonly pass: (ms: number) => void;
  /** Once what was sent was heard, and what follows from it. */
  readonly settled: () => Promise<void>;
  /** What the queue says of the next caller. */
  readonly receiveAs: (reception: Reception | Promise<Reception>) => void;
  readonly callComes: (id?: string, from?: string) => Promise<void>;
  /** The caller presses keys, as rtpengine tells it. */
  readonly press: (keys: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openLineBench(onRequest?: Heard): Promise<LineBench> {
  const [proxy = 0, listen = 0, keys = 0] = await freePorts(3);
  const at = (port: number) => `127.0.0.1:${port}`;
  const network = {
    ...{ domain: 'sip.exemple.invalid', socket: 'wss://exemple.invalid/sip', secret, relay: null },
    ...{ proxy: at(proxy), listen: at(listen), keys: at(keys), media: 'http://127.0.0.1:9' },
  };
  const clock = handTimers();
  const voices = silentMedia();
  const saved = new Map<string, SavedLeg>();
  const events: LineEvent[] = [];
  const errors: unknown[] = [];
  const said: string[] = [];
  let reception: Reception | Promise<Reception> = { kind: 'queued', callId, rules: usualLineRules };
  const parts: SipParts = {
    network,
    media: voices.media,
    store: {
      save: async (leg) => {
        voices.may('save');
        saved.set(leg.id, leg);
      },
      forget: async (id) => void saved.delete(id),
      read: async () => [...saved.values()],
    },
    timers: clock.timers,
    speak: async (text) => {
      said.push(text);
      return Buffer.from(text);
    },
    clock: () => '2026-03-02T09:00:00Z',
    receive: async () => reception,
    onEvent: (event) => events.push(event),
    onError: (error) => errors.push(error),
  };
  const peer = await openPeer(network, onRequest);
  let line = await openSipLine(parts);
  let asked = 0;
  let isClosed = false;
  const closeLine = async () => {
    if (!isClosed) await line.close();
    isClosed = true;
  };
  return {
    ...{ peer, events, errors, said, saved, voices },
    line: () => ({ ...line, close: closeLine }),
    openAgain: async () => {
      await closeLine();
      line = await openSipLine(parts);
      isClosed = false;
    },
    pass: clock.pass,
    settled: async () => {
      if (isClosed) return;
      // Twice: what the first one was behind may have been said again by the hub, and answered.
      for (const _time of [1, 2]) {
        asked += 1;
        const id = `sign-of-life-${asked}`;
        peer.send(trunkRequest('OPTIONS', id));
        await peer.answered(id, 'OPTIONS');
      }
    },
    receiveAs: (next) => {
      reception = next;
    },
    press: async (pressed) => {
      const socket = createSocket('udp4');
      for (const key of pressed) {
        const callid = saved.get(callerLeg)?.voiceId;
        const told = JSON.stringify({ callid, event: '0123456789*#'.indexOf(key) });
        const sent = Promise.withResolvers<void>();
        socket.send(told, keys, '127.0.0.1', () => sent.resolve());
        await sent.promise;
      }
      socket.close();
    },
    callComes: async (id = callerLeg, from) => {
      const invite = trunkRequest('INVITE', id, withSecret);
      const shown = from === undefined ? [] : [['P-Asserted-Identity', from] as const];
      peer.send({ ...invite, headers: [...invite.headers, ...shown] });
      if ((await peer.answered(id, 'INVITE')) !== 200) throw new Error('the call was refused');
      peer.send(trunkRequest('ACK', id));
      await vi.waitFor(() => {
        if (!saved.has(id)) throw new Error('the caller has not joined');
      });
    },
    close: async () => {
      await closeLine();
      await peer.close();
    },
  };
}

/** Voices that are never heard, and whom each end was plugged to last: by the port inside. */
function silentMedia() {
  const plugs = new Map<string, number | null>();
  const playing = new Set<string>();
  const dropped = new Set<string>();
  const silent = new Set<string>();
  let packets = 0;
  /** What goes wrong as nobody foresaw, while it is in here. */
  const failing = new Set<'pulse' | 'save'>();
  const may = (what: 'pulse' | 'save') => {
    if (failing.has(what)) throw new Error(`${what} failed`);
  };
  let port = 40_000;
  const media: Media = {
    accept: async () => ok({ sdp: 'v=0\r\n', inside: { host: '127.0.0.1', port: ++port } }),
    offer: async () => ok({ sdp: 'v=0\r\n', inside: null }),
    complete: async () => ok({ host: '127.0.0.1', port: ++port }),
    plug: async (id, _sdp, to) => {
      plugs.set(id, to?.port ?? null);
      return ok(undefined);
    },
    play: async (id) => {
      playing.add(id);
      return ok(1_000);
    },
    stopPlaying: async (id) => {
      playing.delete(id);
      return ok(undefined);
    },
    pulse: async (id) => {
      may('pulse');
      if (dropped.has(id)) return 'gone';
      if (!silent.has(id)) packets += 1;
      return { mark: silent.has(id) ? 'last' : String(packets) };
    },
    drop: async () => ok(undefined),
  };
  return { media, plugs, playing, dropped, silent, failing, may };
}
