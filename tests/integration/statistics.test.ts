import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { tally } from '#src/statistics';
import { countCalls } from '../../main/hub/storage/statistics-store.ts';
import { cutOff, openCall, openReferableCall } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import { type DeskRig, persona } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { alone, venueDiary, weekly } from '../support/diaries.ts';

const today = { from: '2026-01-12', to: '2026-01-12' };
const thisMonth = { from: '2026-01-01', to: '2026-01-31' };

async function figures(
  rig: DeskRig,
  over: Partial<Parameters<typeof countCalls>[1]> = {},
): Promise<ReturnType<typeof tally>> {
  const counted = { ...today, territories: 'all' as const, withTraining: false, ...over };
  return tally(await countCalls(rig.database.db, counted, rig.now()));
}

const nobody = {
  solved: 0,
  'partly-solved': 0,
  'next-appointment': 0,
  'passed-on': 0,
  attended: 0,
  missed: 0,
  cancelled: 0,
  refused: 0,
  expired: 0,
  ahead: 0,
  'without-news': 0,
};

onBothDatabases('the figures', (database) => {
  const getRig = desksOn(database);

  it('ST-4 count one call once: open, referred, refused, referred again, closed', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    expect((await figures(rig)).calls).toBe(0);
    const wish = () => ({ referralId: v7(), callId, venueId: rig.venueId, wishes: ['Lundi'] });
    const first = wish();
    await rig.act(rig.lucie, 'referral.request', first);
    const refusal = { referralId: first.referralId, reason: 'full', note: '' } as const;
    await rig.act(rig.mediator, 'referral.refuse', refusal);
    expect(await rig.act(rig.lucie, 'referral.request', wish())).toBe('applied');
    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });

    expect(await figures(rig)).toEqual({
      calls: 1,
      withoutRequest: 0,
      requests: 1,
      byOutcome: { solved: 0, 'partly-solved': 0, referred: 1, unsolved: 0, 'cut-off': 0 },
      referrals: 1,
      booked: 0,
      byFate: { ...nobody, 'without-news': 1 },
      byLevel: { E0: 0, E1: 0, E2: 0, E3: 1, none: 0 },
      byService: [{ service: 'Aide aux démarches administratives', requests: 1 }],
    });
  });

  it('ST-6 keep to the territory asked for', async () => {
    const rig = getRig();
    expect((await figures(rig, { territories: [rig.gard] })).calls).toBe(0);
    expect((await figures(rig, { territories: [rig.lozere] })).calls).toBe(1);
    expect((await figures(rig, { territories: [] })).calls).toBe(0);
  });

  it('ST-5 count training calls in a demonstration only', async () => {
    const rig = getRig();
    const callId = v7();
    await rig.act(rig.lucie, 'training.ring', {
      callId,
      lineId: rig.trainingLine,
      personaId: persona.id,
    });
    await rig.act(rig.lucie, 'call.answer', { callId, script: rig.script });
    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
    expect((await figures(rig)).calls).toBe(1);
    expect((await figures(rig, { withTraining: true })).calls).toBe(2);
  });

  it('cut the days on the clock of Paris', async () => {
    const rig = getRig();
    rig.pass(14 * 3600 + 1800);
    const lateInParis = await openCall(rig, rig.lucie);
    rig.pass(1800);
    const afterMidnight = await openCall(rig, rig.lucie);
    for (const callId of [lateInParis, afterMidnight]) {
      await rig.act(rig.lucie, 'call.close', {
        callId,
        ending: { kind: 'no-request', reason: 'silent' },
      });
    }
    expect((await figures(rig)).withoutRequest).toBe(1);
    const tomorrow = { from: '2026-01-13', to: '2026-01-13' };
    expect((await figures(rig, tomorrow)).withoutRequest).toBe(1);
  });

  it('ST-17 follow each referral to what became of it', async () => {
    const rig = getRig();
    const before = await figures(rig, thisMonth);
    const sent = async () => {
      const callId = await openReferableCall(rig, rig.lucie);
      const referralId = v7();
      const wish = { referralId, callId, venueId: rig.venueId, wishes: ['Lundi'] };
      await rig.act(rig.lucie, 'referral.request', wish);
      await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
      return { referralId };
    };
    const received = async () => {
      const one = await sent();
      await rig.act(rig.mediator, 'referral.accept', one);
      await rig.act(rig.mediator, 'referral.attend', one);
      return one;
    };
    await received();
    await rig.act(rig.mediator, 'referral.result', { ...(await received()), result: 'passed-on' });
    const missed = await sent();
    await rig.act(rig.mediator, 'referral.accept', missed);
    await rig.act(rig.mediator, 'referral.miss', missed);
    const why = { by: 'person', reason: null } as const;
    await rig.act(rig.lucie, 'referral.cancel', { ...(await sent()), ...why });

    const { referrals, byFate } = await figures(rig, thisMonth);
    expect(referrals).toBe(before.referrals + 4);
    expect(byFate).toEqual({
      ...before.byFate,
      attended: 1,
      'passed-on': 1,
      missed: 1,
      cancelled: 1,
    });
  });

  it('ST-3 count a time agreed on with a venue that has no diary here as an appointment', async () => {
    const rig = getRig();
    const before = await figures(rig, thisMonth);
    const callId = await openReferableCall(rig, rig.lucie);
    const referralId = v7();
    const wish = { referralId, callId, venueId: rig.venueId, wishes: ['Lundi'] };
    await rig.act(rig.lucie, 'referral.request', wish);
    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
    expect((await figures(rig, thisMonth)).booked).toBe(before.booked);
    const slot = { start: '2026-01-20T13:00:00Z', end: '2026-01-20T14:00:00Z' };
    const to = { bookingId: v7(), diaryId: null, ...slot };
    const agreed = { referralId, by: 'venue', reason: null, to } as const;
    expect(await rig.act(rig.lucie, 'referral.move', agreed)).toBe('applied');
    expect((await figures(rig, thisMonth)).booked).toBe(before.booked + 1);
  });

  it('ST-17 expect no news of an accepted appointment before it is over', async () => {
    const rig = getRig();
    const before = await figures(rig, thisMonth);
    const diaryId = v7();
    const ranges = [weekly(3, '14:00', '15:00')];
    const { venueId } = rig;
    await rig.act(rig.mediator, 'diary.set', venueDiary({ diaryId, venueId }, 60, ranges));
    const callId = await openReferableCall(rig, rig.lucie);
    const ids = { callId, bookingId: v7(), referralId: v7() };
    const slot = { start: '2026-01-14T13:00:00Z', end: '2026-01-14T14:00:00Z' };
    const hold = { callId, bookingId: ids.bookingId, diaryId, ...alone, ...slot };
    expect(await rig.act(rig.lucie, 'slot.hold', hold)).toBe('applied');
    expect(await rig.act(rig.lucie, 'referral.book', ids)).toBe('applied');
    await rig.act(rig.mediator, 'referral.accept', { referralId: ids.referralId });
    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
    const counted = { ...thisMonth, territories: 'all' as const, withTraining: false };
    const at = async (now: string) => tally(await countCalls(rig.database.db, counted, now)).byFate;
    expect(await at('2026-01-14T13:59:59Z')).toEqual({
      ...before.byFate,
      ahead: before.byFate.ahead + 1,
    });
    expect(await at(slot.end)).toEqual({
      ...before.byFate,
      'without-news': before.byFate['without-news'] + 1,
    });
  });
});
