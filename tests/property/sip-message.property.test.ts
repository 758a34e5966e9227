import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOf,
  formatMessage,
  headers,
  messageReader,
  type SipMessage,
  tagOf,
  userOf,
} from '../../main/hub/telephony/sip/message.ts';
import { decodeTable, encodeWire } from '../../main/hub/telephony/sip/rtpengine.ts';

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}$/);
const value = fc.stringMatching(/^[!-~]([ -~]{0,30}[!-~])?$/);
const fields = fc
  .array(fc.tuple(word, value), { maxLength: 6 })
  .map((pairs) => pairs.filter(([name]) => !/^(content-length|l)$/i.test(name)));
const body = fc.string({ unit: 'grapheme', maxLength: 200 });
const message: fc.Arbitrary<SipMessage> = fc.oneof(
  fc.record({
    kind: fc.constant('request' as const),
    method: fc.constantFrom('INVITE', 'ACK', 'BYE', 'CANCEL'),
    uri: fc.constant('sip:hub@127.0.0.1:5090;transport=tcp'),
    headers: fields,
    body,
  }),
  fc.record({
    kind: fc.constant('response' as const),
    status: fc.integer({ min: 100, max: 699 }),
    reason: fc.constantFrom('OK', 'Ringing', 'Busy Here', ''),
    headers: fields,
    body,
  }),
);

const bare = (read: SipMessage) => ({
  ...read,
  headers: read.headers.filter(([name]) => name !== 'Content-Length'),
});

describe('SIP over a stream', () => {
  it('SI-5 reads what was written, however the network cuts it', () => {
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (messages, sizes) => {
          const bytes = Buffer.concat(messages.map(formatMessage));
          const read = messageReader();
          const found: SipMessage[] = [];
          for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            found.push(...(read(bytes.subarray(at, at + size)) ?? []));
            at += size;
          }
          expect(found.map(bare)).toEqual(messages);
        },
      ),
    );
  });

  it('SI-5 takes any bytes without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        const read = messageReader()(Buffer.from(bytes));
        expect(read === null || Array.isArray(read)).toBe(true);
      }),
    );
  });

  it.each(['<', '"', '"\\', ',<', ';tag=<', '<"'])(
    'SI-5 reads what is never closed once, and not once for each of them: %s',
    (sign) => {
      const hostile = sign.repeat(60_000 / sign.length);
      const bytes = Buffer.from(`BYE sip:a@b SIP/2.0\r\nFrom: ${hostile}\r\n\r\n`);
      const [read] = messageReader()(bytes) ?? [];
      if (read === undefined) throw new Error('nothing was read');
      expect(headers(read, 'from').join('').length).toBeGreaterThan(0);
      expect(addressOf(hostile).length).toBeLessThanOrEqual(hostile.length);
      expect(tagOf(hostile)).toBeUndefined();
    },
  );

  it('reads several values of a name, one a line or after commas, by its short name too', () => {
    const read = messageReader()(
      Buffer.from(
        'SIP/2.0 200 OK\r\nv: SIP/2.0/TCP a\r\nRecord-Route: <sip:a;lr>, <sip:b,c;lr>\r\nrecord-route: <sip:d>\r\nf: "A, B" <sip:x@y>;tag=one\r\n\r\n',
      ),
    );
    const [first] = read ?? [];
    if (first === undefined) throw new Error('nothing was read');
    expect(headers(first, 'record-route')).toEqual(['<sip:a;lr>', '<sip:b,c;lr>', '<sip:d>']);
    expect(headers(first, 'via')).toEqual(['SIP/2.0/TCP a']);
    const [from = ''] = headers(first, 'from');
    expect([addressOf(from), tagOf(from), userOf(addressOf(from))]).toEqual([
      'sip:x@y',
      'one',
      'x',
    ]);
  });
});

describe('what rtpengine reads', () => {
  const scalar = fc.oneof(fc.string({ maxLength: 20 }), fc.integer());

  it('SI-6 gives a table back, numbers as they are written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 10 }), scalar), (table) => {
        const read = decodeTable(encodeWire({ ...table, deeper: ['x', { y: 1 }] }));
        const wanted = new Map<string, unknown>(
          Object.entries(table).map(([key, found]) => [key, String(found)]),
        );
        expect(read).toEqual(wanted.set('deeper', ['x', new Map([['y', '1']])]));
      }),
    );
  });

  it('SI-6 takes any bytes without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = decodeTable(Buffer.from(bytes));
        expect(read === null || read instanceof Map).toBe(true);
      }),
    );
  });
});
