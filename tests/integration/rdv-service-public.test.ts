import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { present } from '#src/kernel';
import { sweepReferrals } from '../../main/hub/operations/sweep-referrals.ts';
import { openDraft, type RdvParts } from '../../main/hub/rdv-service-public/draft.ts';
import { lookAtAnnounced, lookAtDue } from '../../main/hub/rdv-service-public/follow.ts';
import { rdvOverHttp } from '../../main/hub/rdv-service-public/http-client.ts';
import { webhookBody } from '../../main/hub/rdv-service-public/rdv-api.ts';
import { cutOff, openReferableCall, say } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { testPorts } from '../support/hub.ts';
import { type RdvStandIn, rdvStandIn } from '../support/rdv-stand-in.ts';
import { putVenueSet } from '../support/venue-sets.ts';
import { someVenue } from '../support/venues.ts';

const there = 'lieu-sur-rdv';
const ownPage = 'lieu-avec-sa-page';
const minute = 60;
const day = 24 * 60 * minute;

onBothDatabases('an appointment on RDV Service Public', (database) => {
  const getRig = desksOn(database);
  const opened: RdvStandIn[] = [];
  let parts: RdvParts;
  const getSite = () => present(opened[0], 'the stand-in is opened before the first test');

  beforeAll(async () => {
    const rig = getRig();
    const site = await rdvStandIn();
    opened.push(site);
    const rdv = rdvOverHttp(site.settings, rig.now, { readMs: 10_000, createMs: 3000 });
    const ports = { ...testPorts, clock: rig.now };
    parts = { journal: rig.journal, ports, rdv, publicUrl: 'https://aide.exemple.invalid' };
    await database().transaction((tx) =>
      putVenueSet(
        tx,
        [
          someVenue({ id: rig.venueId }),
          someVenue({ id: there, bookingUrl: 'https://rdv.anct.gouv.fr/prendre/12' }),
          someVenue({ id: ownPage, bookingUrl: 'https://rdv.exemple.invalid/mediation' }),
        ],
        rig.now(),
      ),
    );
  });
  afterAll(() => getSite().close());

  async function plan(rig: DeskRig) {
    const callId = await openReferableCall(rig, rig.lucie);
    const referralId = v7();
    const sent = { referralId, callId, venueId: there };
    expect(await rig.act(rig.lucie, 'referral.plan', sent)).toBe('applied');
    return referralId;
  }
  /** A referral whose draft is made, with the number of the draft. */
  async function planned(rig: DeskRig) {
    const referralId = await plan(rig);
    expect((await openDraft(parts, referralId)).ok).toBe(true);
    return { referralId, draft: getSite().made() };
  }
  const looksAt = (draft: number) =>
    getSite().asked.filter((path) => path === `GET /api/v1/rdv_plans/${draft}`).length;
  const see = (rig: DeskRig, id: string) => rig.see(rig.lucie, 'referral', id);
  const announced = (draft: number, given = {}) =>
    lookAtAnnounced(parts, webhookBody.parse(JSON.parse(getSite().announce(draft, given).body)));
  const inDays = (rig: DeskRig, days: number) =>
    new Date(Date.parse(rig.now()) + days * day * 1000).toISOString();

  it('BO-60 is sent only to a venue that takes its appointments there', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    const to = (venueId: string) => ({ referralId: v7(), callId, venueId });
    for (const venueId of [rig.venueId, ownPage]) {
      expect(await rig.act(rig.lucie, 'referral.plan', to(venueId))).toBe('not-booked-there');
    }
    const agreed = { start: null, words: 'Ils rappellent mardi' };
    const away = { ...to(rig.venueId), ...agreed };
    expect(await rig.act(rig.lucie, 'referral.agree', away)).toBe('not-booked-there');
    expect(await rig.act(rig.karim, 'referral.plan', to(there))).toBe('forbidden');
    expect(await rig.act(rig.lucie, 'referral.plan', to('nulle-part'))).toBe('unknown-venue');
  });

  it('BO-62 BO-68 notes what was agreed on the venue’s own page, a time or words, and writes to nobody of it', async () => {
    const rig = getRig();
    const start = inDays(rig, 2);
    const agree = async (agreed: { start: string | null; words: string }) => {
      const callId = await openReferableCall(rig, rig.lucie);
      const referralId = v7();
      const sent = { referralId, callId, venueId: ownPage, ...agreed };
      expect(await rig.act(rig.lucie, 'referral.agree', sent)).toBe('applied');
      return see(rig, referralId);
    };
    expect(await agree({ start, words: '' })).toMatchObject({
      state: 'accepted',
      elsewhere: { way: 'own-page', draft: null },
      appointment: { bookingId: null, start },
      messages: [],
    });
    expect(await agree({ start: null, words: 'Ils rappellent mardi' })).toMatchObject({
      state: 'sent',
      appointment: null,
      wishes: ['Ils rappellent mardi'],
    });
    const callId = await openReferableCall(rig, rig.lucie);
    const nothing = { referralId: v7(), callId, venueId: ownPage, start: null, words: ' ' };
    expect(await rig.act(rig.lucie, 'referral.agree', nothing)).toBe('invalid-payload');
  });

  it('BO-63 makes one draft, whoever asks how often and at once', async () => {
    const rig = getRig();
    const referralId = await plan(rig);
    const before = getSite().made();
    const answers = await Promise.all([1, 2, 3].map(() => openDraft(parts, referralId)));
    // Who asks while it is being made is told so; who comes after it is given the one draft.
    const given = await openDraft(parts, referralId);
    expect(given.ok).toBe(true);
    for (const answer of answers) {
      if (answer.ok) expect(answer).toEqual(given);
      else expect(answer.error.code).toBe('being-made');
    }
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(getSite().made()).toBe(before + 1);
    expect(getSite().bodies.at(-1)).toEqual({
      user: { first_name: 'Émile', last_name: 'Blanc' },
      return_url: 'https://aide.exemple.invalid/suivi',
    });
    expect((await see(rig, referralId))?.elsewhere?.draft).toEqual({
      state: 'open',
      url: `${getSite().settings.address}/agents/rdv_plans/${before + 1}`,
    });
  });

  it.each(['too-many', 'rejected', 'broken'] as const)(
    'BO-63 BO-64 asks again after an answer that says that nothing was made: %s',
    async (fault) => {
      const rig = getRig();
      const referralId = await plan(rig);
      const before = getSite().made();
      getSite().failNext(fault);
      const code = fault === 'broken' ? 'unreachable' : fault;
      const said = fault === 'rejected' ? 'Nom de famille doit être rempli' : '';
      expect(await openDraft(parts, referralId)).toEqual({ ok: false, error: { code, said } });
      expect((await see(rig, referralId))?.elsewhere?.draft?.state).toBe('wanted');
      expect((await openDraft(parts, referralId)).ok).toBe(true);
      expect(getSite().made()).toBe(before + 1);
    },
  );

  it.each(['late', 'gateway', 'elsewhere'] as const)(
    'BO-63 never asks again for what may have been made: %s',
    async (fault) => {
      const rig = getRig();
      const referralId = await plan(rig);
      const before = getSite().made();
      getSite().failNext(fault);
      const unsure = { ok: false, error: { code: 'unsure', said: '' } };
      for (const _ of [1, 2, 3]) expect(await openDraft(parts, referralId)).toEqual(unsure);
      expect(getSite().made()).toBe(before + 1);
      expect((await see(rig, referralId))?.elsewhere?.draft).toEqual({
        state: 'unsure',
        url: null,
      });
    },
  );

  it('PR-1 passes on no name of who took their consent back, also once the call is closed', async () => {
    const rig = getRig();
    const referralId = await plan(rig);
    const callId = present((await see(rig, referralId))?.callId, 'it was just sent');
    const before = getSite().made();
    const refused = { ok: false, error: { code: 'consent-missing', said: '' } };
    await say(rig, rig.lucie, callId, 'consent', 'no');
    expect(await openDraft(parts, referralId)).toEqual(refused);
    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
    expect(await openDraft(parts, referralId)).toEqual(refused);
    expect(getSite().made()).toBe(before);
  });

  it('BO-63 gives up on who stopped in the middle of asking', async () => {
    const rig = getRig();
    const referralId = await plan(rig);
    const before = getSite().made();
    const stopped = {
      ...parts,
      rdv: { ...parts.rdv, createPlan: () => Promise.reject(new Error('stopped')) },
    };
    await expect(openDraft(stopped, referralId)).rejects.toThrow('stopped');
    const refused = (code: string) => ({ ok: false, error: { code, said: '' } });
    expect(await openDraft(parts, referralId)).toEqual(refused('being-made'));
    rig.pass(minute);
    expect(await openDraft(parts, referralId)).toEqual(refused('unsure'));
    expect(getSite().made()).toBe(before);
  });

  it('BO-57 BO-66 follows the appointment: chosen, moved, and the person came', async () => {
    const rig = getRig();
    const { referralId, draft } = await planned(rig);
    await announced(draft);
    expect(await see(rig, referralId)).toMatchObject({ state: 'sent', appointment: null });
    for (const start of [inDays(rig, 3), inDays(rig, 2)]) {
      getSite().choose(draft, start);
      await announced(draft);
      expect(await see(rig, referralId)).toMatchObject({
        state: 'accepted',
        appointment: { bookingId: null, start },
      });
    }
    const { move } = present(await see(rig, referralId), 'it is followed');
    expect(move).toMatchObject({ by: 'venue', count: 1 });
    getSite().say(draft, 'seen');
    await announced(draft);
    // The day has not come: nobody can have been seen.
    expect((await see(rig, referralId))?.state).toBe('accepted');
    rig.pass(2 * day + minute);
    await lookAtDue(parts);
    expect((await see(rig, referralId))?.state).toBe('attended');
  });

  it.each([
    ['excused', { state: 'cancelled', cancellation: { by: 'person', reason: null } }],
    ['revoked', { state: 'cancelled', cancellation: { by: 'venue', reason: null } }],
    ['noshow', { state: 'missed' }],
  ] as const)('BO-66 says %s in the words of a referral', async (status, expected) => {
    const rig = getRig();
    const { referralId, draft } = await planned(rig);
    getSite().choose(draft, rig.now());
    await announced(draft);
    rig.pass(1);
    getSite().say(draft, status);
    await announced(draft);
    expect(await see(rig, referralId)).toMatchObject(expected);
    const looks = looksAt(draft);
    rig.pass(day);
    await lookAtDue(parts);
    expect(looksAt(draft)).toBe(looks);
  });

  it('BO-66 is cancelled by the venue where the appointment or its draft is there no more', async () => {
    const rig = getRig();
    const { referralId, draft } = await planned(rig);
    getSite().choose(draft, inDays(rig, 1));
    await announced(draft);
    getSite().takeBack(draft);
    await announced(draft);
    expect(await see(rig, referralId)).toMatchObject({
      state: 'cancelled',
      cancellation: { by: 'venue' },
    });
    const other = await planned(rig);
    getSite().remove(other.draft);
    await announced(other.draft);
    expect(await see(rig, other.referralId)).toMatchObject({
      state: 'sent',
      elsewhere: { draft: { state: 'gone' } },
    });
  });

  it('BO-65 believes no announcement: late, twice, in another order or of somebody unknown, it reads what is so', async () => {
    const rig = getRig();
    const { referralId, draft } = await planned(rig);
    getSite().choose(draft, inDays(rig, 2));
    // Every announcement says "excused"; the site itself says otherwise.
    for (const _ of [1, 2, 3]) await announced(draft);
    await Promise.all([announced(draft), announced(draft)]);
    expect((await see(rig, referralId))?.state).toBe('accepted');
    const asked = getSite().asked.length;
    await announced(draft, { rdvId: 77_777, userId: 88_888 });
    expect(getSite().asked.length).toBe(asked);
  });

  it('BO-67 is looked at without announcements, ever more seldom, and stops where the site asks for rest', async () => {
    const rig = getRig();
    // What the tests before left is looked at first.
    rig.pass(7 * day);
    await lookAtDue(parts);
    const { referralId, draft } = await planned(rig);
    getSite().choose(draft, inDays(rig, 9));
    await lookAtDue(parts);
    expect(looksAt(draft)).toBe(0);
    getSite().failNext('too-many');
    rig.pass(minute);
    await lookAtDue(parts);
    expect((await see(rig, referralId))?.state).toBe('sent');
    const refused = looksAt(draft);
    rig.pass(minute);
    await lookAtDue(parts);
    expect(looksAt(draft)).toBe(refused);
    rig.pass(2 * minute);
    await lookAtDue(parts);
    expect((await see(rig, referralId))?.state).toBe('accepted');
  });

  it('BO-93 BO-95 is not reminded of here, and given back where no time was fixed', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    const referralId = v7();
    const agreed = { callId, venueId: ownPage, start: null, words: 'Ils rappellent mardi' };
    await rig.act(rig.lucie, 'referral.agree', { referralId, ...agreed });
    const sweep = () =>
      rig.journal.write(rig.now(), async (tx) => ({
        value: null,
        changed: await sweepReferrals(tx, rig.now()),
      }));
    rig.pass(4 * day);
    await sweep();
    expect(await see(rig, referralId)).toMatchObject({ state: 'sent', reminders: 0 });
    rig.pass(8 * day);
    await sweep();
    expect(await see(rig, referralId)).toMatchObject({ state: 'expired', reminders: 0 });
  });
});
