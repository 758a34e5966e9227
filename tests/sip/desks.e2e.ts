import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { act } from '../support/call-at-orientation.ts';
import { callerHertz } from '../support/sip/caller.ts';
import { type AdviserOnNetwork, adviserHertz, lineNumber } from '../support/sip/desk-on-network.ts';
import { findSipPrograms } from '../support/sip/programs.ts';
import {
  heardDb,
  openSipStage,
  poll,
  type SipStage,
  silentDb,
  waitHertz,
} from '../support/sip/stage.ts';

const programs = findSipPrograms();
const missing = typeof programs === 'string' ? `, skipped: ${programs}` : '';

describe.skipIf(typeof programs === 'string')(`two desks by SIP${missing}`, () => {
  let stage: SipStage;
  let lucie: AdviserOnNetwork;
  let jean: AdviserOnNetwork;

  beforeAll(async () => {
    if (typeof programs === 'string') return;
    stage = await openSipStage(programs);
    lucie = await stage.hub.openAdviser('Lucie Rey');
    jean = await stage.hub.openAdviser('Jean Prat');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.hub.photograph(`sip-${task.id}`);
  });
  afterAll(() => stage?.close());

  const rings = ({ page }: AdviserOnNetwork) => stage.answerAt({ ...lucie, page }).isVisible();
  const holder = async () => (await stage.newest()).call.adviserId;
  /** Whoever handed a call on stays before a record that is theirs no longer. */
  const goHome = async ({ page }: AdviserOnNetwork) => {
    await stage.isFree(lucie, 'pause');
    await page.getByRole('button', { name: 'Revenir à l’accueil' }).click();
  };
  const waits = () =>
    expect.poll(() => stage.caller.hears(waitHertz), poll).toBeGreaterThan(silentDb);

  it('SI-8 rings at the next desk where the first leaves the call, and where it does not answer in time', async () => {
    await stage.hub.setRules({ offerS: 6 });
    await stage.isFree(lucie);
    await stage.caller.dial(lineNumber);
    await expect.poll(() => rings(lucie), poll).toBe(true);
    await waits();
    await stage.isFree(jean);
    // Lucie lets it ring.
    await expect.poll(() => rings(jean), poll).toBe(true);
    expect(await rings(lucie)).toBe(false);
    await stage.hub.setRules({ offerS: 120 });
    await stage.isFree(lucie, 'pause');
    await jean.page.getByRole('button', { name: 'Laisser à un collègue' }).click();
    await expect.poll(() => rings(jean), poll).toBe(false);
    await stage.isFree(lucie);
    await stage.answerAt(lucie).press('Enter', poll);
    await stage.speakTogether(lucie);
    expect(await holder()).toBe(lucie.accountId);
    await stage.isFree(jean, 'pause');
    await stage.caller.hangUp();
    await stage.finish(lucie);
  });

  it('SI-12 stops ringing at the desk where the caller gives up, and the call is missed', async () => {
    await stage.isFree(lucie);
    await stage.caller.dial(lineNumber);
    await expect.poll(() => rings(lucie), poll).toBe(true);
    await stage.caller.hangUp();
    await expect.poll(() => rings(lucie), poll).toBe(false);
    await expect.poll(stage.state, poll).toBe('missed');
    await stage.isFree(lucie, 'pause');
  });

  it('SI-24 is spoken of with a colleague, who then has the call and its record', async () => {
    const callId = await stage.speakWith(lucie);
    await stage.isFree(jean);
    const partyId = crypto.randomUUID();
    const party = { adviserId: jean.accountId };
    await stage.tell(lucie, act('call.add-party', { callId, partyId, party }));
    await jean.page.getByRole('button', { name: 'Répondre' }).press('Enter', poll);
    await expect.poll(() => stage.heardAt(jean), poll).toBe(adviserHertz);
    await waits();
    await stage.tell(lucie, act('call.transfer', { callId, to: { partyId } }));
    await stage.speakTogether(jean);
    expect((await stage.newest()).call).toMatchObject({ id: callId, adviserId: jean.accountId });
    await stage.caller.hangUp();
    await stage.finish(jean);
    await goHome(lucie);
  });

  it('TE-34 rings at the colleague to whom a call is passed on, while the caller hears that they wait', async () => {
    const callId = await stage.speakWith(lucie);
    await stage.isFree(jean);
    await stage.tell(lucie, act('call.transfer', { callId, to: { adviserId: jean.accountId } }));
    await expect.poll(() => rings(jean), poll).toBe(true);
    await waits();
    await stage.answerAt(jean).press('Enter');
    await stage.speakTogether(jean);
    expect((await stage.newest()).call).toMatchObject({ id: callId, adviserId: jean.accountId });
    await stage.caller.hangUp();
    await stage.finish(jean);
    await goHome(lucie);
  });

  it('SO-2 goes on while the desk’s connection is lost, and hangs up by the one that it has next', async () => {
    const callId = await stage.speakWith(lucie);
    const isBack = stage.hub.isRegistered(lucie);
    const mend = stage.network.cutDesks();
    expect(await stage.heardAt(lucie)).toBe(callerHertz);
    expect(await stage.caller.hears(adviserHertz)).toBeGreaterThan(heardDb);
    mend();
    await isBack;
    await stage.speakTogether(lucie);
    expect((await stage.newest()).call).toMatchObject({ id: callId, state: 'live' });
    await lucie.page.getByRole('button', { name: /Raccrocher/ }).press('Enter');
    await expect.poll(stage.caller.isSpeaking, poll).toBe(false);
    await stage.finish(lucie);
  });

  it('SI-27 rings again where a hub stopped while it rang', async () => {
    await stage.isFree(lucie);
    await stage.caller.dial(lineNumber);
    await expect.poll(() => rings(lucie), poll).toBe(true);
    const startAgain = await stage.hub.stop();
    await startAgain();
    await stage.answerAt(lucie).press('Enter', poll);
    await stage.speakTogether(lucie);
    await stage.caller.hangUp();
    await stage.finish(lucie);
  });

  it('SI-15 and SI-25 notice a desk that lost its power, and let the caller hear that they wait', async () => {
    const callId = await stage.speakWith(lucie);
    await stage.hub.breakDown(lucie);
    await expect.poll(async () => (await stage.newest()).call.rejoinUntil, poll).not.toBeNull();
    await waits();
    await stage.isFree(jean);
    // RO-46: it stays Lucie's for half a minute.
    await expect.poll(() => rings(jean), { ...poll, timeout: 60_000 }).toBe(true);
    await stage.answerAt(jean).press('Enter');
    await stage.speakTogether(jean);
    expect((await stage.newest()).call).toMatchObject({ id: callId, adviserId: jean.accountId });
    await stage.caller.hangUp();
    await stage.finish(jean);
  });
});
