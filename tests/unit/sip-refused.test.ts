import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usualLineRules } from '#src/routing';
import type { Reception } from '../../main/hub/queue/receive-call.ts';
import {
  callerLeg,
  callId,
  type LineBench,
  openLineBench,
  withSecret,
} from '../support/sip/line-bench.ts';
import { trunkRequest } from '../support/sip/peer.ts';

describe('what the hub refuses by SIP', () => {
  let bench: LineBench;
  beforeEach(async () => {
    bench = await openLineBench();
  });
  afterEach(() => bench.close());

  it.each(['From', 'CSeq', 'To'])('SI-5 answers 400 to a request without %s', async (missing) => {
    const whole = trunkRequest('BYE', 'lacking');
    const headers = whole.headers.filter(([name]) => name !== missing);
    bench.peer.send({ ...whole, headers });
    await bench.settled();
    const answers = bench.peer.said.filter(
      (one) => one.kind === 'response' && one.headers.some(([, value]) => value === 'lacking'),
    );
    expect(answers).toMatchObject([{ status: 400 }]);
  });

  it('SI-5 reads a header that is folded over lines, and refuses what it cannot do', async () => {
    const text =
      'REFER sip:hub@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/TCP a;branch=z9hG4bKx\r\nf:\r\n <sip:x@y>\r\n\t;tag=one\r\nt: <sip:z@y>\r\ni: folded\r\nCSeq: 7 REFER\r\nl: 0\r\n\r\n';
    await bench.peer.sendBytes(Buffer.from(text));
    expect(await bench.peer.answered('folded', 'REFER')).toBe(405);
  });

  it('SI-5 reads no further where a head or a body is longer than any, and hears others', async () => {
    const long = 'x'.repeat(70_000);
    await bench.peer.sendBytes(Buffer.from(`INVITE sip:a SIP/2.0\r\nSubject: ${long}`));
    const body = 'INVITE sip:a SIP/2.0\r\nContent-Length: 99999999\r\n\r\n';
    await bench.peer.sendBytes(Buffer.from(body));
    await bench.callComes();
    expect(bench.saved.has(callerLeg)).toBe(true);
  });

  it('SI-2 ends and changes nothing for who guesses a Call-ID, from wherever', async () => {
    await bench.callComes();
    const to = '<sip:+33199000010@127.0.0.1>;tag=guessed';
    for (const method of ['BYE', 'INVITE']) {
      bench.peer.send(trunkRequest(method, callerLeg, { to }));
    }
    expect(await bench.peer.answered(callerLeg, 'BYE')).toBe(481);
    await bench.settled();
    expect(bench.peer.said).toContainEqual(expect.objectContaining({ status: 403 }));
    expect([...bench.saved.keys()]).toEqual([callerLeg]);
    expect(bench.events).toEqual([]);
  });

  it('SI-2 takes a call back for who began it alone', async () => {
    const queued: Reception = { kind: 'queued', callId, rules: usualLineRules };
    for (const [id, via, status] of [
      ['foreign', 'SIP/2.0/TCP 127.0.0.1:5060;branch=z9hG4bKguessed', 200],
      ['own', null, 487],
    ] as const) {
      const received = Promise.withResolvers<Reception>();
      bench.receiveAs(received.promise);
      const invite = trunkRequest('INVITE', id, withSecret);
      bench.peer.send(invite);
      const cancel = trunkRequest('CANCEL', id);
      const own = invite.headers.find(([name]) => name === 'Via')?.[1] ?? '';
      const headers = cancel.headers.map(
        ([name, value]) => [name, name === 'Via' ? (via ?? own) : value] as const,
      );
      bench.peer.send({ ...cancel, headers });
      await bench.settled();
      received.resolve(queued);
      expect(await bench.peer.answered(id, 'INVITE')).toBe(status);
    }
    expect(bench.events).toEqual([{ kind: 'caller-left', callId }]);
  });

  it('SI-2 takes a call that comes by two ways once', async () => {
    await bench.callComes();
    bench.peer.said.length = 0;
    bench.peer.send(trunkRequest('INVITE', callerLeg, withSecret));
    expect(await bench.peer.answered(callerLeg, 'INVITE')).toBe(482);
    expect(bench.saved.size).toBe(1);
  });
});
