import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok, present } from '#src/kernel';
import { usualLineRules } from '#src/routing';
import type { Reception } from '../../main/hub/queue/receive-call.ts';
import type { SavedLeg } from '../../main/hub/telephony/sip/leg.ts';
import { openSipLine } from '../../main/hub/telephony/sip/line.ts';
import type { Media } from '../../main/hub/telephony/sip/media.ts';
import { header } from '../../main/hub/telephony/sip/message.ts';
import type { LineEvent, Telephony } from '../../main/hub/telephony/telephony.port.ts';
import { handTimers } from '../support/hand-timers.ts';
import { freePorts } from '../support/sip/network.ts';
import { openPeer, type SipPeer, trunkRequest } from '../support/sip/peer.ts';

const secret = 'a-secret-of-the-tests-of-forty-characters';
const withSecret = { headers: [['X-Aiguillage-Secret', secret]] } as const;
const callId = '01890000-0000-7000-8000-000000000001';
const lucie = 'lucie';
const ringing = { callId, adviserId: lucie, ringsForMs: 20_000, staysForMs: null };

/** Voices that are never heard, and whom each end was plugged to last: by the port inside. */
function silentMedia() {
  const plugs = new Map<string, number | null>();
  const dropped = new Set<string>();
  let port = 40_000;
  const media: Media = {
    accept: async () => ok({ sdp: 'v=0\r\n', inside: { host: '127.0.0.1', port: ++port } }),
    offer: async () => ok({ sdp: 'v=0\r\n', inside: null }),
    complete: async () => ok({ host: '127.0.0.1', port: ++port }),
    plug: async (id, _sdp, to) => {
      plugs.set(id, to?.port ?? null);
      return ok(undefined);
    },
    play: async () => ok(1_000),
    stopPlaying: async () => ok(undefined),
    isKnown: async (id) => !dropped.has(id),
    drop: async () => ok(undefined),
  };
  return { media, plugs, dropped };
}

describe('a line by SIP', () => {
  let peer: SipPeer;
  let line: Telephony;
  let events: LineEvent[];
  let said: string[];
  let saved: Map<string, SavedLeg>;
  let clock: ReturnType<typeof handTimers>;
  let voices: ReturnType<typeof silentMedia>;
  let reception: Reception;
  let open: () => Promise<Telephony>;

  beforeEach(async () => {
    const [proxy = 0, listen = 0, keys = 0] = await freePorts(3);
    const at = (port: number) => `127.0.0.1:${port}`;
    const network = {
      ...{ domain: 'sip.exemple.invalid', socket: 'wss://exemple.invalid/sip', secret },
      ...{ proxy: at(proxy), listen: at(listen), keys: at(keys), media: 'http://127.0.0.1:9' },
    };
    events = [];
    said = [];
    saved = new Map();
    clock = handTimers();
    voices = silentMedia();
    reception = { kind: 'queued', callId, rules: usualLineRules };
    peer = await openPeer(network);
    open = () =>
      openSipLine({
        network,
        media: voices.media,
        store: {
          save: async (leg) => void saved.set(leg.id, leg),
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
        onError: (error) => {
          throw error;
        },
      });
    line = await open();
  });
  afterEach(async () => {
    await line.close();
    await peer.close();
  });

  const told = (kind: LineEvent['kind']) =>
    vi.waitFor(() => expect(events.map((event) => event.kind)).toContain(kind));

  async function callComes(id = 'from-the-trunk'): Promise<string> {
    peer.send(trunkRequest('INVITE', id, withSecret));
    expect(await peer.answered(id, 'INVITE')).toBe(200);
    peer.send(trunkRequest('ACK', id));
    await vi.waitFor(() => expect(saved.has(id)).toBe(true));
    return id;
  }

  async function adviserAnswers(): Promise<void> {
    await line.ring(ringing);
    peer.answer(await peer.asked('INVITE'), 200, 'v=0\r\n');
    await told('adviser-joined');
  }

  it('SI-2 refuses a call that does not say the secret', async () => {
    peer.send(trunkRequest('INVITE', 'without'));
    expect(await peer.answered('without', 'INVITE')).toBe(403);
    const wrong = { headers: [['X-Aiguillage-Secret', `${secret}.`]] } as const;
    peer.send(trunkRequest('INVITE', 'wrong', wrong));
    expect(await peer.answered('wrong', 'INVITE')).toBe(403);
    expect(saved.size).toBe(0);
  });

  it('SI-7 greets a caller, and SI-8 rings a desk with the call’s id', async () => {
    await callComes();
    expect(said).toEqual([usualLineRules.greeting]);
    await line.ring(ringing);
    const invite = await peer.asked('INVITE');
    expect(invite.uri).toBe('sip:lucie@sip.exemple.invalid');
    expect(header(invite, 'x-aiguillage-call')).toBe(callId);
    expect(events).toEqual([]);
    peer.answer(invite, 200, 'v=0\r\n');
    await told('adviser-joined');
    await vi.waitFor(() => expect([...voices.plugs.values()].sort()).toEqual([40_001, 40_002]));
  });

  it('TE-3 rings once, however often it is asked, and for no call that it does not have', async () => {
    await line.ring(ringing);
    await callComes();
    await line.ring(ringing);
    await line.ring(ringing);
    await peer.asked('INVITE');
    await line.hangUp('another');
    const invites = peer.said.filter((one) => one.kind === 'request' && one.method === 'INVITE');
    expect(invites).toHaveLength(1);
  });

  it('TE-2 takes a ring back only once it was heard of, and says nothing of it', async () => {
    await callComes();
    await line.ring(ringing);
    const invite = await peer.asked('INVITE');
    await line.stopRinging(callId, lucie);
    expect(peer.said.some((one) => one.kind === 'request' && one.method === 'CANCEL')).toBe(false);
    peer.answer(invite, 180);
    const cancel = await peer.asked('CANCEL');
    expect(header(cancel, 'via')).toBe(header(invite, 'via'));
    peer.answer(invite, 487);
    await peer.asked('ACK');
    expect(events).toEqual([]);
  });

  it('SI-8 tells the queue of a desk that cannot be reached', async () => {
    await callComes();
    await line.ring(ringing);
    peer.answer(await peer.asked('INVITE'), 480);
    await told('adviser-unreachable');
  });

  it('SI-12 lets the desk go when the caller leaves', async () => {
    const id = await callComes();
    await adviserAnswers();
    const to = saved.get(id)?.dialog.local ?? '';
    peer.send(trunkRequest('BYE', id, { to }));
    await told('caller-left');
    await peer.asked('BYE');
    await vi.waitFor(() => expect(saved.size).toBe(0));
    expect(events.filter(({ kind }) => kind === 'adviser-left')).toEqual([]);
  });

  it('SI-2 ends nothing for who does not know a call’s tags', async () => {
    const id = await callComes();
    peer.send(trunkRequest('BYE', id, { to: '<sip:+33199000010@127.0.0.1>;tag=guessed' }));
    expect(await peer.answered(id, 'BYE')).toBe(481);
    expect(saved.has(id)).toBe(true);
    expect(events).toEqual([]);
  });

  it('SI-13 says why to a caller who is turned away, and hangs up after the last word', async () => {
    reception = { kind: 'closed', callId, rules: usualLineRules };
    await callComes();
    expect(said).toEqual([usualLineRules.closed]);
    clock.pass(1_000);
    await vi.waitFor(() => expect(said).toHaveLength(2));
    await vi.waitFor(() => {
      clock.pass(2_000);
      expect(events).toEqual([{ kind: 'caller-left', callId }]);
    });
    await peer.asked('BYE');
  });

  it('SI-23 leads on a call that another hub had, and SI-15 notices who is gone meanwhile', async () => {
    const id = await callComes();
    await adviserAnswers();
    await line.close();
    const here = present(saved.get(id), 'it was saved');
    voices.dropped.add(here.voiceId);
    events.length = 0;
    line = await open();
    clock.pass(0);
    await told('caller-left');
    const bye = await peer.asked('BYE');
    expect(header(bye, 'to')).toContain('tag=desk');
  });
});
