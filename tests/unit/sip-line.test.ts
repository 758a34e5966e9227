import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { present } from '#src/kernel';
import { usualLineRules } from '#src/routing';
import { header } from '../../main/hub/telephony/sip/message.ts';
import type { LineEvent } from '../../main/hub/telephony/telephony.port.ts';
import {
  callerLeg,
  callId,
  type LineBench,
  openLineBench,
  secret,
} from '../support/sip/line-bench.ts';
import { trunkRequest } from '../support/sip/peer.ts';

const lucie = 'lucie';
const ringing = { callId, adviserId: lucie, ringsForMs: 20_000, staysForMs: null };

describe('a line by SIP', () => {
  let bench: LineBench;
  beforeEach(async () => {
    bench = await openLineBench();
  });
  afterEach(async () => {
    await bench.close();
    expect(bench.errors).toEqual([]);
  });

  const told = (kind: LineEvent['kind']) =>
    vi.waitFor(() => expect(bench.events.map((event) => event.kind)).toContain(kind));
  const saidBy = (method: string) =>
    bench.peer.said.filter((one) => one.kind === 'request' && one.method === method);

  async function adviserAnswers(): Promise<void> {
    await bench.line().ring(ringing);
    bench.peer.answer(await bench.peer.asked('INVITE'), 200, 'v=0\r\n');
    await told('adviser-joined');
  }

  it('SI-2 refuses a call that does not say the secret', async () => {
    bench.peer.send(trunkRequest('INVITE', 'without'));
    expect(await bench.peer.answered('without', 'INVITE')).toBe(403);
    const wrong = { headers: [['X-Aiguillage-Secret', `${secret}.`]] } as const;
    bench.peer.send(trunkRequest('INVITE', 'wrong', wrong));
    expect(await bench.peer.answered('wrong', 'INVITE')).toBe(403);
    expect(bench.saved.size).toBe(0);
  });

  it('SI-7 greets a caller, and SI-8 rings a desk with the call’s id', async () => {
    await bench.callComes();
    expect(bench.said).toEqual([usualLineRules.greeting]);
    await bench.line().ring(ringing);
    const invite = await bench.peer.asked('INVITE');
    expect(invite.uri).toBe('sip:lucie@sip.exemple.invalid');
    expect(header(invite, 'x-aiguillage-call')).toBe(callId);
    expect(bench.events).toEqual([]);
    bench.peer.answer(invite, 200, 'v=0\r\n');
    await told('adviser-joined');
    await vi.waitFor(() =>
      expect([...bench.voices.plugs.values()].sort()).toEqual([40_001, 40_002]),
    );
  });

  it('TE-3 rings once, however often it is asked, and for no call that it does not have', async () => {
    await bench.line().ring(ringing);
    await bench.callComes();
    await bench.line().ring(ringing);
    await bench.line().ring(ringing);
    await bench.peer.asked('INVITE');
    await bench.line().hangUp('another');
    await bench.settled();
    expect(saidBy('INVITE')).toHaveLength(1);
  });

  it('TE-2 takes a ring back only once it was heard of, and says nothing of it', async () => {
    await bench.callComes();
    await bench.line().ring(ringing);
    const invite = await bench.peer.asked('INVITE');
    await bench.line().stopRinging(callId, lucie);
    expect(saidBy('CANCEL')).toEqual([]);
    bench.peer.answer(invite, 180);
    const cancel = await bench.peer.asked('CANCEL');
    expect(header(cancel, 'via')).toBe(header(invite, 'via'));
    bench.peer.answer(invite, 487);
    await bench.peer.asked('ACK');
    expect(bench.events).toEqual([]);
  });

  it('SI-8 tells the queue of a desk that cannot be reached', async () => {
    await bench.callComes();
    await bench.line().ring(ringing);
    bench.peer.answer(await bench.peer.asked('INVITE'), 480);
    await told('adviser-unreachable');
  });

  it('SI-12 lets the desk go when the caller leaves', async () => {
    await bench.callComes();
    await adviserAnswers();
    const to = bench.saved.get(callerLeg)?.dialog.local ?? '';
    bench.peer.send(trunkRequest('BYE', callerLeg, { to }));
    await told('caller-left');
    await bench.peer.asked('BYE');
    await vi.waitFor(() => expect(bench.saved.size).toBe(0));
    expect(bench.events.filter(({ kind }) => kind === 'adviser-left')).toEqual([]);
  });

  it('SI-2 ends nothing for who does not know a call’s tags', async () => {
    await bench.callComes();
    bench.peer.send(
      trunkRequest('BYE', callerLeg, { to: '<sip:+33199000010@127.0.0.1>;tag=guessed' }),
    );
    expect(await bench.peer.answered(callerLeg, 'BYE')).toBe(481);
    expect(bench.saved.has(callerLeg)).toBe(true);
    expect(bench.events).toEqual([]);
  });

  it('SI-13 says why to a caller who is turned away, and hangs up after the last word', async () => {
    bench.receiveAs({ kind: 'closed', callId, rules: usualLineRules });
    await bench.callComes();
    expect(bench.said).toEqual([usualLineRules.closed]);
    bench.pass(1_000);
    await vi.waitFor(() => expect(bench.said).toHaveLength(2));
    await vi.waitFor(() => {
      bench.pass(2_000);
      expect(bench.events).toEqual([{ kind: 'caller-left', callId }]);
    });
    await bench.peer.asked('BYE');
  });

  it('SI-23 leads on a call that another hub had, and SI-15 notices who is gone meanwhile', async () => {
    await bench.callComes();
    await adviserAnswers();
    const here = present(bench.saved.get(callerLeg), 'it was saved');
    bench.voices.dropped.add(here.voiceId);
    bench.events.length = 0;
    await bench.openAgain();
    bench.pass(0);
    await told('caller-left');
    await vi.waitFor(() =>
      expect(saidBy('BYE').map((bye) => header(bye, 'to'))).toContainEqual(
        expect.stringContaining('tag=desk'),
      ),
    );
  });
});
