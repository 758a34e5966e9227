import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usualLineRules } from '#src/routing';
import { words } from '../../main/hub/telephony/sip/words.ts';
import { callerLeg, callId, type LineBench, openLineBench } from '../support/sip/line-bench.ts';

const withheld = '<sip:anonymous@anonymous.invalid>';

describe('a caller by SIP who asks to be called back', () => {
  let bench: LineBench;
  beforeEach(async () => {
    bench = await openLineBench();
  });
  afterEach(() => bench.close());

  const noted = (number: string | null) =>
    vi.waitFor(() => expect(bench.events).toEqual([{ kind: 'call-back-asked', callId, number }]));
  const hears = (text: string) => vi.waitFor(() => expect(bench.said.at(-1)).toBe(text));

  it('SI-14 presses 1 alone where their number is an ordinary one', async () => {
    await bench.callComes();
    await bench.press('41');
    await noted(null);
    await hears(words.noted);
  });

  it('SI-14 keys another number where theirs is withheld', async () => {
    await bench.callComes(callerLeg, withheld);
    await bench.press('1');
    await hears(words.keyNumber);
    await bench.press('0465710012');
    await noted('+33465710012');
  });

  it('SI-14 may try twice, and is called at no number that costs dear', async () => {
    await bench.callComes(callerLeg, '<sip:+33899000000@127.0.0.1>');
    await bench.press('1');
    await hears(words.keyNumber);
    await bench.press('0899000000');
    await hears(words.keyAgain);
    await bench.press('12#');
    await hears(words.notNoted);
    expect(bench.events).toEqual([]);
    expect(bench.saved.has(callerLeg)).toBe(true);
  });

  it('SI-14 has time to key a number on a line that is closed', async () => {
    bench.receiveAs({ kind: 'closed', callId, rules: usualLineRules });
    await bench.callComes(callerLeg, withheld);
    bench.pass(1_000);
    await hears(words.pressOneToKey);
    await bench.settled();
    bench.pass(1_000);
    await bench.press('1');
    await hears(words.keyNumber);
    bench.pass(15_000);
    await bench.press('0465710012');
    await noted('+33465710012');
  });

  it('SI-13 is hung up on where the line is closed and they key nothing, however soon they pressed 1', async () => {
    bench.receiveAs({ kind: 'closed', callId, rules: usualLineRules });
    await bench.callComes(callerLeg, withheld);
    await bench.press('1');
    await hears(words.keyNumber);
    bench.pass(30_000);
    await vi.waitFor(() => expect(bench.events).toEqual([{ kind: 'caller-left', callId }]));
  });
});
