import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ringCallId } from '#src/contract';
import { present } from '#src/kernel';
import type { GatewayEnd } from '../support/twilio/gateway.ts';
import { lately, loudnessOf, shareOf, startTone } from '../support/twilio/voice-frames.ts';
import { loudestIn } from '../support/voice/heard-in-page.ts';
import { spokenHertz } from '../support/voice/voice-browser.ts';
import { accessFor, identity, openVoiceRig, type VoiceRig } from '../support/voice/voice-rig.ts';

/* The softphone of a page by Twilio's own SDK, in a real browser, before a gateway that speaks as Twilio's does. */

let rig: VoiceRig;
let page: Page;
let context: BrowserContext;
let complaints: readonly string[];

beforeAll(async () => {
  rig = await openVoiceRig();
});
afterAll(() => rig.close());

beforeEach(async () => {
  ({ page, context, complaints } = await rig.openPage());
  await page.evaluate(() => void softphone.register());
  await expect.poll(() => state().then(({ registration }) => registration)).toBe('registered');
});
afterEach(async () => {
  rig.answerTokenWith(() => Response.json(accessFor(3_600)));
  await context.close();
});

const state = () => page.evaluate(() => softphone.getState());
const legs = () => state().then(({ legs }) => legs.map(({ callId, state }) => [callId, state]));

let calls = 0;

/** A call of the network to this page, with what happened at its end. */
function ring(callId: string) {
  calls += 1;
  const heard: number[] = [];
  const happened: string[] = [];
  const callSid = `CA${String(calls).padStart(32, '0')}`;
  const parameters = { [ringCallId]: callId };
  const end = rig.gateway.ring(
    { callSid, identity, from: '+33639980011', parameters },
    {
      onAnswer: () => happened.push('answered'),
      onHangUp: () => happened.push('hung up'),
      onFrame: (frame) => heard.push(...frame),
      onDigits: (digits) => happened.push(`digits ${digits}`),
    },
  );
  return { end: present(end, 'the page is registered'), heard, happened };
}

/** The same, once it was answered and both can speak. */
async function talk(callId: string) {
  const call = ring(callId);
  await expect.poll(legs).toContainEqual([callId, 'ringing']);
  await page.evaluate((id) => softphone.answer(id), callId);
  await expect.poll(legs).toContainEqual([callId, 'open']);
  return call;
}

const tones: (() => void)[] = [];
afterEach(() => {
  for (const stop of tones.splice(0)) stop();
});
const speakTo = (end: GatewayEnd, hertz: number) => {
  tones.push(startTone(hertz, end.play));
};

test('SO-11 it registers, under the policy of the desk’s page, and asks nothing of other servers', async () => {
  expect(rig.gateway.registered()).toEqual([identity]);
  expect(complaints).toEqual([]);
});

test('a call rings, is answered, and each hears the other', async () => {
  const { end, heard, happened } = await talk('call-1');
  speakTo(end, 440);
  expect(happened).toEqual(['answered']);
  await expect.poll(() => shareOf(spokenHertz, lately(heard))).toBeGreaterThan(0.02);
  expect(shareOf(440, lately(heard))).toBeLessThan(shareOf(spokenHertz, lately(heard)) / 4);
  await expect
    .poll(() => loudestIn(page).then(({ hertz }) => Math.abs(hertz - 440)))
    .toBeLessThan(10);
  await page.evaluate(() => softphone.hangUp('call-1'));
  await expect.poll(() => happened).toEqual(['answered', 'hung up']);
  expect(await legs()).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the keypad’s tones arrive, and a muted microphone is not heard', async () => {
  const { heard, happened } = await talk('call-2');
  await page.evaluate(() => softphone.sendDigits('call-2', '12#'));
  await expect.poll(() => happened).toContain('digits 12#');
  await expect.poll(() => loudnessOf(lately(heard))).toBeGreaterThan(0.02);
  await page.evaluate(() => softphone.mute('call-2', true));
  expect((await state()).legs[0]?.isMuted).toBe(true);
  await expect.poll(() => loudnessOf(lately(heard))).toBeLessThan(0.001);
  await page.evaluate(() => softphone.mute('call-2', false));
  await expect.poll(() => loudnessOf(lately(heard))).toBeGreaterThan(0.02);
});

test('SO-2 a lost connection is not a lost call: its voice goes on, and it is back by itself', async () => {
  const { end, heard, happened } = await talk('call-3');
  speakTo(end, 440);
  await page.evaluate(() => told.splice(0));
  rig.gateway.cut();
  await expect
    .poll(() => page.evaluate(() => told.map(({ legs }) => legs[0]?.state)))
    .toContain('reconnecting');
  const before = heard.length;
  await expect.poll(legs).toEqual([['call-3', 'open']]);
  await expect.poll(async () => (await state()).registration).toBe('registered');
  expect(heard.length).toBeGreaterThan(before);
  expect(await page.evaluate(() => told.every(({ legs }) => legs.length === 1))).toBe(true);
  expect(happened).toEqual(['answered']);
  await expect.poll(() => shareOf(spokenHertz, lately(heard))).toBeGreaterThan(0.02);
});

test('SO-8 what only rang when the connection was lost rings again', async () => {
  const { happened } = ring('call-4');
  await expect.poll(legs).toEqual([['call-4', 'ringing']]);
  await page.evaluate(() => told.splice(0));
  rig.gateway.cut();
  await expect
    .poll(() => page.evaluate(() => told.some(({ legs }) => legs.length === 0)))
    .toBe(true);
  await expect.poll(legs).toEqual([['call-4', 'ringing']]);
  await page.evaluate(() => softphone.answer('call-4'));
  await expect.poll(() => happened).toEqual(['answered']);
});

test('a caller who leaves while it rings takes the ring along', async () => {
  const { end } = ring('call-5');
  await expect.poll(legs).toEqual([['call-5', 'ringing']]);
  end.hangUp();
  await expect.poll(legs).toEqual([]);
});

test('a refused ring ends for the network too', async () => {
  const { happened } = ring('call-6');
  await expect.poll(legs).toEqual([['call-6', 'ringing']]);
  await page.evaluate(() => softphone.reject('call-6'));
  await expect.poll(() => happened).toEqual(['hung up']);
  expect(await legs()).toEqual([]);
});

test('SO-4 a second call shows itself beside the first, and to answer it ends the first', async () => {
  const first = await talk('call-7');
  ring('call-8');
  await expect.poll(legs).toEqual([
    ['call-7', 'open'],
    ['call-8', 'ringing'],
  ]);
  await page.evaluate(() => softphone.reject('call-8'));
  await expect.poll(legs).toEqual([['call-7', 'open']]);
  expect(first.happened).toEqual(['answered']);
  const third = await talk('call-9');
  await expect.poll(legs).toEqual([['call-9', 'open']]);
  expect(first.happened).toEqual(['answered', 'hung up']);
  expect(third.happened).toEqual(['answered']);
});

test('SO-12 lost packets are said in words, and no longer once they arrive', async () => {
  const { end } = await talk('call-10');
  speakTo(end, 440);
  end.setLoss(0.4);
  const warnings = async () => (await state()).legs[0]?.warnings;
  await expect.poll(warnings, { timeout: 20_000 }).toContain('other-voice-cut');
  end.setLoss(0);
  await expect.poll(warnings, { timeout: 30_000 }).toEqual([]);
});

test('a voice that is cut without a word is said to be reconnecting', async () => {
  const { end } = await talk('call-11');
  speakTo(end, 440);
  await expect.poll(() => loudestIn(page).then(({ db }) => db)).toBeGreaterThan(-60);
  await end.cutVoice();
  await expect.poll(legs, { timeout: 30_000 }).toEqual([['call-11', 'reconnecting']]);
});

test('SO-7 a ring that says of no call which it is is not shown', async () => {
  calls += 1;
  const nothing = () => undefined;
  rig.gateway.ring(
    {
      callSid: `CA${String(calls).padStart(32, '0')}`,
      identity,
      from: '+33639980011',
      parameters: {},
    },
    { onAnswer: nothing, onHangUp: nothing, onFrame: nothing },
  );
  await talk('call-12');
  expect(await legs()).toEqual([['call-12', 'open']]);
});

test('SO-3 a closed softphone is open nowhere', async () => {
  const { happened } = await talk('call-13');
  await page.evaluate(() => told.splice(0));
  await page.evaluate(() => softphone.close());
  await expect.poll(() => rig.gateway.registered()).toEqual([]);
  await expect.poll(() => happened).toEqual(['answered', 'hung up']);
  expect(await page.evaluate(() => told)).toEqual([]);
});

test('a page that is loaded again takes up its call where the network rings for it again', async () => {
  const { happened } = await talk('call-14');
  await page.reload();
  await expect.poll(() => happened).toEqual(['answered', 'hung up']);
  await page.evaluate(() => void softphone.register());
  await expect.poll(() => rig.gateway.registered()).toEqual([identity]);
  const { heard } = await talk('call-14');
  await expect.poll(() => shareOf(spokenHertz, lately(heard))).toBeGreaterThan(0.02);
});

describe('tokens', () => {
  test('SO-10 a token that ends in the middle of a call is replaced once the call is over', async () => {
    await page.evaluate(() => softphone.close());
    rig.answerTokenWith(() => Response.json(accessFor(6)));
    await rig.show(page);
    const shownBefore = rig.gateway.tokens.length;
    await page.evaluate(() => void softphone.register());
    await expect.poll(() => rig.gateway.registered()).toEqual([identity]);
    const { end } = await talk('call-15');
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    expect(rig.gateway.tokens.length).toBe(shownBefore + 1);
    rig.answerTokenWith(() => Response.json(accessFor(3_600)));
    end.hangUp();
    await expect.poll(() => rig.gateway.tokens.length).toBe(shownBefore + 2);
    await expect.poll(async () => (await state()).registration).toBe('registered');
  });

  test('a hub that lets nobody in is said, and so is one that does not answer', async () => {
    const failure = async () => (await state()).failure;
    rig.answerTokenWith(() => Response.json({ twilio: null }));
    await rig.show(page);
    await page.evaluate(() => void softphone.register());
    await expect.poll(failure).toBe('not-authorised');
    rig.answerTokenWith(() => new Response(null, { status: 502 }));
    await rig.show(page);
    await page.evaluate(() => void softphone.register());
    await expect.poll(failure).toBe('network');
  });

  test('SO-10 a token that Twilio does not believe is replaced at once', async () => {
    const [{ twilio: wrong }] = [accessFor(3_600)];
    let asked = 0;
    rig.answerTokenWith(() => {
      asked += 1;
      if (asked > 1) return Response.json(accessFor(3_600));
      return Response.json({ twilio: { ...wrong, token: `${wrong?.token.slice(0, -8)}AAAAAAAA` } });
    });
    await rig.show(page);
    await page.evaluate(() => void softphone.register());
    await expect.poll(async () => (await state()).registration).toBe('registered');
    expect(asked).toBe(2);
  });
});

test('SO-6 of two pages of one person one takes the calls, and the other as soon as it goes', async () => {
  const other = await context.newPage();
  await rig.show(other);
  await other.evaluate(() => void softphone.register());
  const stateOfOther = () => other.evaluate(() => softphone.getState());
  await expect.poll(async () => (await stateOfOther()).failure).toBe('another-desk');
  await page.close();
  await expect.poll(async () => (await stateOfOther()).registration).toBe('registered');
  expect(await stateOfOther()).toMatchObject({ failure: null });
});
