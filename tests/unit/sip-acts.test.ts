import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { present } from '#src/kernel';
import { header, type SipRequest } from '../../main/hub/telephony/sip/message.ts';
import { callerLeg, callId, type LineBench, openLineBench } from '../support/sip/line-bench.ts';
import { trunkRequest } from '../support/sip/peer.ts';

const lucie = 'lucie';
const jean = 'jean';
const ringing = { callId, adviserId: lucie, ringsForMs: 20_000, staysForMs: null };
const back = { callId, adviserId: lucie, number: '+33639980142', from: '+33199000010' };

describe('what the hub does by SIP', () => {
  let bench: LineBench;
  beforeEach(async () => {
    bench = await openLineBench();
  });
  afterEach(() => bench.close());

  const asked = (method: string) =>
    bench.peer.said.filter((one): one is SipRequest => 'method' in one && one.method === method);
  const calls = () => asked('INVITE');
  const kinds = () => bench.events.map(({ kind }) => kind);
  /** The hub's call to that address, once it makes one. */
  const callTo = (user: string) =>
    vi.waitFor(() =>
      present(
        calls().find(({ uri }) => uri.startsWith(`sip:${user}@`)),
        `calls ${user}`,
      ),
    );
  const answers = async (user: string) => bench.peer.answer(await callTo(user), 200, 'v=0\r\n');
  const joined = (count: number) => vi.waitFor(() => expect(bench.saved.size).toBe(count));
  const leaves = async (user: string) => {
    const dialog = [...bench.saved.values()].find((leg) =>
      leg.dialog.remote.includes(user),
    )?.dialog;
    const { callId: id, local, remote } = present(dialog, `${user} has joined`);
    const headers = trunkRequest('BYE', id, { to: local }).headers.map(
      ([name, value]) => [name, name === 'From' ? remote : value] as const,
    );
    bench.peer.send({ ...trunkRequest('BYE', id), headers });
    await vi.waitFor(() => expect(bench.saved.has(id)).toBe(false));
  };

  it('SI-9 calls a person back once the adviser has joined, with the line’s number', async () => {
    await bench.line().callOut(back);
    await bench.line().callOut(back);
    await callTo(lucie);
    await bench.settled();
    expect(calls()).toHaveLength(1);
    await answers(lucie);
    const invite = await callTo('+33639980142');
    expect(header(invite, 'from')).toContain('sip:+33199000010@');
    bench.peer.answer(invite, 200, 'v=0\r\n');
    await joined(2);
    expect(calls()).toHaveLength(2);
    expect(kinds()).toEqual(['adviser-joined']);
  });

  it('SI-9 rings a desk for a caller who hung up and is called back', async () => {
    await bench.line().ring(ringing);
    await answers(lucie);
    await vi.waitFor(() => expect(kinds()).toEqual(['adviser-joined']));
    await bench.line().callOut(back);
    bench.peer.answer(await callTo('+33639980142'), 486);
    await vi.waitFor(() => expect(kinds()).toEqual(['adviser-joined', 'caller-left']));
  });

  it('TE-2 rings nowhere once the ring was taken back, however soon', async () => {
    await bench.line().ring(ringing);
    await bench.line().stopRinging(callId, lucie);
    await bench.line().ring({ ...ringing, adviserId: jean });
    await bench.line().hangUp(callId);
    await bench.settled();
    expect(calls()).toEqual([]);
    expect(bench.events).toEqual([]);
  });

  it('SI-8 lets the second of two pages go that answer in one moment', async () => {
    await bench.callComes();
    await bench.line().ring(ringing);
    const invite = await callTo(lucie);
    bench.peer.answer(invite, 200, 'v=0\r\n');
    const second = invite.headers.map(
      ([name, value]) => [name, name === 'To' ? `${value};tag=other-page` : value] as const,
    );
    bench.peer.answer({ ...invite, headers: second }, 200, 'v=0\r\n');
    const bye = await bench.peer.asked('BYE');
    expect(header(bye, 'to')).toContain('tag=other-page');
    expect(kinds()).toEqual(['adviser-joined']);
    expect(bench.saved.size).toBe(2);
  });

  it('SI-24 has a colleague who was brought in hold the call once the adviser is gone', async () => {
    await bench.callComes();
    await bench.line().ring(ringing);
    await answers(lucie);
    await joined(2);
    await bench.line().addParty(callId, 'party-1', { adviserId: jean });
    await answers(jean);
    await joined(3);
    await bench.line().letGo(callId, lucie);
    await joined(2);
    bench.events.length = 0;
    await leaves(jean);
    await vi.waitFor(() =>
      expect(bench.events).toEqual([{ kind: 'adviser-left', callId, adviserId: jean }]),
    );
    expect(bench.saved.has(callerLeg)).toBe(true);
  });

  it('SI-25 plays the sound of waiting while the adviser’s end is lost, and ends it when they are back', async () => {
    await bench.callComes();
    await bench.line().ring(ringing);
    await answers(lucie);
    await joined(2);
    const caller = present(bench.saved.get(callerLeg), 'the caller has joined');
    await vi.waitFor(() => expect(bench.voices.playing.has(caller.voiceId)).toBe(false));
    await leaves(lucie);
    await vi.waitFor(() => expect(bench.voices.playing.has(caller.voiceId)).toBe(true));
    bench.peer.said.length = 0;
    await bench.line().ring(ringing);
    await answers(lucie);
    await vi.waitFor(() => expect(bench.voices.playing.has(caller.voiceId)).toBe(false));
    expect(kinds()).toEqual(['adviser-joined', 'adviser-left', 'adviser-joined']);
  });

  it('SI-15 looks again after a look that failed', async () => {
    await bench.callComes();
    bench.voices.failing.add('pulse');
    bench.pass(15_000);
    await vi.waitFor(() => expect(bench.errors).toHaveLength(1));
    bench.voices.failing.clear();
    bench.voices.dropped.add(present(bench.saved.get(callerLeg), 'saved').voiceId);
    await vi.waitFor(() => {
      bench.pass(15_000);
      expect(kinds()).toEqual(['caller-left']);
    });
  });

  it('SI-15 takes a desk that is silent for a quarter of a minute for gone, a telephone much later', async () => {
    await bench.callComes();
    await bench.line().ring(ringing);
    await answers(lucie);
    await joined(2);
    bench.events.length = 0;
    for (const { voiceId } of bench.saved.values()) bench.voices.silent.add(voiceId);
    const look = async () => {
      bench.pass(5_000);
      await bench.settled();
    };
    for (const _look of [1, 2, 3]) await look();
    expect(kinds()).toEqual([]);
    await look();
    expect(kinds()).toEqual(['adviser-left']);
    expect(asked('BYE')).toHaveLength(1);
    for (const _look of [1, 2, 3, 4, 5, 6, 7, 8]) await look();
    expect(kinds()).toEqual(['adviser-left']);
    await look();
    expect(kinds()).toEqual(['adviser-left', 'caller-left']);
  });

  it('SI-26 leads a call that cannot be kept', async () => {
    await bench.callComes();
    bench.voices.failing.add('save');
    await bench.line().ring(ringing);
    await answers(lucie);
    await vi.waitFor(() => expect(kinds()).toEqual(['adviser-joined']));
    expect(bench.errors).toHaveLength(1);
    expect([...bench.voices.plugs.values()]).toEqual([40_002, 40_001]);
    await bench.line().hangUp(callId);
    await bench.settled();
    expect(asked('BYE')).toHaveLength(2);
  });
});
