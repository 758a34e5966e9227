import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  formatMessage,
  header,
  type SipHeaders,
  type SipRequest,
} from '../../main/hub/telephony/sip/message.ts';
import { type LineBench, openLineBench, secret } from '../support/sip/line-bench.ts';
import { trunkRequest } from '../support/sip/peer.ts';

const needed = ['Via', 'From', 'To', 'Call-ID', 'CSeq'] as const;
const methods = ['INVITE', 'BYE', 'CANCEL', 'OPTIONS', 'INFO', 'UPDATE', 'REFER', 'XYZ'] as const;
const value = fc.stringMatching(/^[ -~]{0,40}$/);

/** A request with what may be wrong with one: a header missing, odd or twice, a method unknown, a body of anything. */
const request = fc.record({
  method: fc.constantFrom(...methods),
  missing: fc.subarray([...needed, 'Contact'], { maxLength: 2 }),
  odd: fc.dictionary(fc.constantFrom(...needed, 'Contact', 'Record-Route', 'Require'), value),
  knowsSecret: fc.boolean(),
  body: fc.string({ unit: 'grapheme', maxLength: 80 }),
});

let count = 0;
function build(
  wrong: typeof request extends fc.Arbitrary<infer Wrong> ? Wrong : never,
): SipRequest {
  count += 1;
  const good = trunkRequest(wrong.method, `odd-${count}`);
  const kept = good.headers.filter(
    ([name]) => !wrong.missing.some((one) => one === name) && !(name in wrong.odd),
  );
  const headers: SipHeaders = [
    ...kept,
    ...Object.entries(wrong.odd),
    ...(wrong.knowsSecret ? [['X-Aiguillage-Secret', secret] as const] : []),
  ];
  return { ...good, headers, body: wrong.body };
}

describe('a hub by SIP, whatever is said to it', () => {
  let bench: LineBench;
  beforeAll(async () => {
    bench = await openLineBench();
  });
  afterAll(() => bench.close());

  it('SI-5 answers every request that lacks nothing else than sense, and goes on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 4 }), async (wrongs) => {
        for (const wrong of wrongs) {
          const sent = build(wrong);
          const id = header(sent, 'call-id') ?? '';
          bench.peer.send(sent);
          const isTold =
            id.startsWith('odd-') && !('CSeq' in wrong.odd) && !wrong.missing.includes('CSeq');
          if (isTold)
            expect(await bench.peer.answered(id, wrong.method)).toBeGreaterThanOrEqual(200);
        }
        await bench.settled();
        expect(bench.errors).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('SI-5 outlives any bytes', async () => {
    const folded = (text: string) => text.replace(/: /g, ':\r\n ');
    const broken = fc
      .tuple(request, fc.nat(400), fc.uint8Array({ maxLength: 40 }), fc.boolean())
      .map(([wrong, at, noise, isFolded]) => {
        const text = formatMessage(build(wrong)).toString();
        const bytes = Buffer.from(isFolded ? folded(text) : text);
        return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken, fc.uint8Array().map(Buffer.from)), async (bytes) => {
        await bench.peer.sendBytes(bytes);
        await bench.settled();
        expect(bench.errors).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
