import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { act } from '../support/call-at-orientation.ts';
import { callerHertz } from '../support/sip/caller.ts';
import { type AdviserOnNetwork, adviserHertz, lineNumber } from '../support/sip/desk-on-network.ts';
import { findSipPrograms } from '../support/sip/programs.ts';
import {
  calledNumber,
  callerNumber,
  heardDb,
  openSipStage,
  poll,
  type SipStage,
  silentDb,
  waitHertz,
} from '../support/sip/stage.ts';

const programs = findSipPrograms();
const missing = typeof programs === 'string' ? `, skipped: ${programs}` : '';

describe.skipIf(typeof programs === 'string')(
  `a call over Kamailio and rtpengine${missing}`,
  () => {
    let stage: SipStage;
    let adviser: AdviserOnNetwork;

    beforeAll(async () => {
      if (typeof programs === 'string') return;
      stage = await openSipStage(programs);
      adviser = await stage.hub.openAdviser();
    });
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await stage.hub.photograph(`sip-${task.id}`);
    });
    afterAll(() => stage?.close());

    it('SI-20 comes through the queue to a desk, is spoken both ways, and leaves its record', async () => {
      await stage.speakWith(adviser);
      const found = await stage.newest();
      expect(found.number).toBe(callerNumber);
      expect(found.call.adviserId).toBe(adviser.accountId);
      await stage.caller.hangUp();
      await stage.finish(adviser);
    });

    it('SI-21 goes on while its hub is away, and is there when another one has taken its place', async () => {
      const { caller } = stage;
      const callId = await stage.speakWith(adviser);
      const startAgain = await stage.hub.stop();
      await expect.poll(() => stage.heardAt(adviser), poll).toBe(callerHertz);
      expect(await caller.hears(adviserHertz)).toBeGreaterThan(heardDb);
      await startAgain();
      expect((await stage.newest()).call).toMatchObject({ id: callId, state: 'live' });
      await stage.tell(adviser, act('call.hold', { callId, isHeld: true }));
      await expect.poll(() => caller.hears(adviserHertz), poll).toBeLessThan(silentDb);
      await expect.poll(() => caller.hears(waitHertz), poll).toBeGreaterThan(silentDb);
      await stage.tell(adviser, act('call.hold', { callId, isHeld: false }));
      await stage.speakTogether(adviser);
      await caller.hangUp();
      await stage.finish(adviser);
    });

    it('SI-22 is spoken of with somebody else, who hears the keys, and handed over to them', async () => {
      const { caller, called } = stage;
      const callId = await stage.speakWith(adviser);
      const partyId = crypto.randomUUID();
      const party = { number: calledNumber };
      await stage.tell(adviser, act('call.add-party', { callId, partyId, party }));
      await expect.poll(() => called.hears(adviserHertz), poll).toBeGreaterThan(heardDb);
      await expect.poll(() => caller.hears(adviserHertz), poll).toBeLessThan(silentDb);
      await adviser.page.getByRole('button', { name: 'Clavier' }).click();
      for (const key of ['4', '2', '#']) await adviser.page.keyboard.press(key);
      await expect.poll(called.keysHeard, poll).toBe('42#');
      await adviser.page.keyboard.press('Escape');
      await stage.tell(adviser, act('call.transfer', { callId, to: { partyId } }));
      await expect.poll(() => caller.hears(callerHertz), poll).toBeGreaterThan(heardDb);
      await expect.poll(() => called.hears(adviserHertz), poll).toBeLessThan(silentDb);
      await caller.hangUp();
      await stage.finish(adviser);
    });

    it('SI-14 and SI-9 keep the place of who presses 1 while they wait, and call them once somebody is free', async () => {
      const { caller, called } = stage;
      await stage.isFree(adviser, 'pause');
      await caller.dial(lineNumber);
      await expect.poll(() => caller.hears(waitHertz), poll).toBeGreaterThan(silentDb);
      expect(caller.isSpeaking()).toBe(true);
      await caller.press('1');
      await expect.poll(async () => (await stage.newest()).call.askedBackAt, poll).not.toBeNull();
      // They are told that it is noted, and hung up on.
      await expect.poll(caller.isSpeaking, poll).toBe(false);
      expect((await stage.newest()).call.state).toBe('waiting');
      expect(called.isSpeaking()).toBe(false);
      await stage.isFree(adviser);
      await stage.answerAt(adviser).press('Enter');
      await stage.speakTogether(adviser, called);
      expect(called.isSpeaking()).toBe(true);
      expect((await stage.newest()).call).toMatchObject({
        state: 'live',
        adviserId: adviser.accountId,
      });
      await adviser.page.getByRole('button', { name: 'Raccrocher' }).press('Enter');
      await expect.poll(called.isSpeaking, poll).toBe(false);
      await stage.finish(adviser);
    });
  },
);
