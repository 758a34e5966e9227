import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { present } from '#src/kernel';
import { act, send } from '../support/call-at-orientation.ts';
import { type Caller, callerHertz, openCaller } from '../support/sip/caller.ts';
import { adviserHertz, lineNumber, openHubOnNetwork } from '../support/sip/desk-on-network.ts';
import { openSipNetwork, type SipTestNetwork } from '../support/sip/network.ts';
import { findSipPrograms } from '../support/sip/programs.ts';
import { loudestIn } from '../support/voice/heard-in-page.ts';

const programs = findSipPrograms();
const missing = typeof programs === 'string' ? `, skipped: ${programs}` : '';

/** Louder than this it is heard, softer than that it is not; in decibels. */
const heardDb = -35;
const silentDb = -50;
/** The first note of the sound of waiting. */
const waitHertz = 523;
const callerNumber = '+33639980142';
const colleagueNumber = '+33465710012';
const poll = { timeout: 60_000, interval: 250 };

describe.skipIf(typeof programs === 'string')(
  `a call over Kamailio and rtpengine${missing}`,
  () => {
    let network: SipTestNetwork;
    let hub: Awaited<ReturnType<typeof openHubOnNetwork>>;
    let caller: Caller;
    let colleague: Caller;
    let adviser: Awaited<ReturnType<typeof hub.openAdviser>>;

    beforeAll(async () => {
      if (typeof programs === 'string') return;
      network = await openSipNetwork(programs);
      const { baresip } = programs;
      caller = await openCaller(network, baresip, { number: callerNumber, answers: false });
      colleague = await openCaller(network, baresip, { number: colleagueNumber, answers: true });
      hub = await openHubOnNetwork(network);
      adviser = await hub.openAdviser();
    });
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await hub.photograph(`sip-${task.id}`);
    });
    afterAll(async () => {
      await hub?.close();
      await network?.close();
    });

    const tell = (...acts: Parameters<typeof send>[2]) =>
      send(adviser.page.context(), hub.address, acts);
    const newest = async () => present((await hub.newestCall()) ?? null, 'a call has come');
    const state = async () => (await hub.newestCall())?.call.state;
    const heardAtDesk = async () => Math.round((await loudestIn(adviser.page)).hertz / 20) * 20;

    /** Calls the line and has the adviser answer. */
    async function speak(): Promise<string> {
      await tell(act('presence.set', { presence: 'available' }));
      await caller.dial(lineNumber);
      await adviser.page.getByRole('button', { name: 'Décrocher' }).press('Enter');
      await expect.poll(state, poll).toBe('live');
      await expect.poll(heardAtDesk, poll).toBe(callerHertz);
      await expect.poll(() => caller.hears(adviserHertz), poll).toBeGreaterThan(heardDb);
      return (await newest()).call.id;
    }

    /** Ends the record, so that the adviser is free for the next test. */
    async function finish(callId: string): Promise<void> {
      await expect.poll(state, poll).toBe('wrap-up');
      await tell(
        act('call.close', { callId, ending: { kind: 'no-request', reason: 'wrong-number' } }),
      );
    }

    it('SI-20 comes through the queue to a desk, is spoken both ways, and leaves its record', async () => {
      const callId = await speak();
      const found = await newest();
      expect(found.number).toBe(callerNumber);
      expect(found.call.adviserId).toBe(adviser.accountId);
      await caller.hangUp();
      await finish(callId);
    });

    it('SI-21 goes on while its hub is away, and is there when another one has taken its place', async () => {
      const callId = await speak();
      const startAgain = await hub.stop();
      await expect.poll(heardAtDesk, poll).toBe(callerHertz);
      expect(await caller.hears(adviserHertz)).toBeGreaterThan(heardDb);
      await startAgain();
      expect((await newest()).call).toMatchObject({ id: callId, state: 'live' });
      await tell(act('call.hold', { callId, isHeld: true }));
      await expect.poll(() => caller.hears(adviserHertz), poll).toBeLessThan(silentDb);
      await expect.poll(() => caller.hears(waitHertz), poll).toBeGreaterThan(silentDb);
      await tell(act('call.hold', { callId, isHeld: false }));
      await expect.poll(() => caller.hears(adviserHertz), poll).toBeGreaterThan(heardDb);
      await caller.hangUp();
      await finish(callId);
    });

    it('SI-22 is spoken of with somebody else, and handed over to them', async () => {
      const callId = await speak();
      const partyId = crypto.randomUUID();
      await tell(act('call.add-party', { callId, partyId, party: { number: colleagueNumber } }));
      await expect.poll(() => colleague.hears(adviserHertz), poll).toBeGreaterThan(heardDb);
      await expect.poll(() => caller.hears(adviserHertz), poll).toBeLessThan(silentDb);
      await tell(act('call.transfer', { callId, to: { partyId } }));
      await expect.poll(() => caller.hears(callerHertz), poll).toBeGreaterThan(heardDb);
      await expect.poll(() => colleague.hears(adviserHertz), poll).toBeLessThan(silentDb);
      await caller.hangUp();
      await finish(callId);
    });

    it('SI-14 keeps the place of who presses 1 while they wait', async () => {
      await tell(act('presence.set', { presence: 'pause' }));
      await caller.dial(lineNumber);
      await expect.poll(() => caller.hears(waitHertz), poll).toBeGreaterThan(silentDb);
      await caller.press('1');
      await expect.poll(async () => (await newest()).call.askedBackAt, poll).not.toBeNull();
      expect((await newest()).call.state).toBe('waiting');
    });
  },
);
