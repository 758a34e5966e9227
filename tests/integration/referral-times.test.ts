import { and, eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { present } from '#src/kernel';
import type { Account } from '../../main/hub/operations/handler.ts';
import { sayOfReferral } from '../../main/hub/operations/say-of-referral.ts';
import { sweepReferrals } from '../../main/hub/operations/sweep-referrals.ts';
import { booking } from '../../main/hub/storage/schema.ts';
import { cutOff, openReferableCall } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { alone, venueDiary, weekly } from '../support/diaries.ts';

const hour = 60 * 60 * 1000;
const day = 24 * 60 * 60;

async function request(rig: DeskRig, by: Account = rig.lucie) {
  const callId = await openReferableCall(rig, by);
  const referralId = v7();
  const wish = { referralId, callId, venueId: rig.venueId, wishes: ['Mardi matin'] };
  expect(await rig.act(by, 'referral.request', wish)).toBe('applied');
  return { callId, referralId };
}

async function openDiary(rig: DeskRig, diaryId: string) {
  const ranges = [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekly(weekday, '00:00', '23:00'));
  const set = venueDiary({ diaryId, venueId: rig.venueId }, 60, ranges);
  expect(await rig.act(rig.mediator, 'diary.set', set)).toBe('applied');
}

/** An hour that begins so many hours after the next full one. */
function slot(rig: DeskRig, hoursAhead: number) {
  const begins = (Math.ceil(Date.parse(rig.now()) / hour) + hoursAhead) * hour;
  return {
    start: new Date(begins).toISOString(),
    end: new Date(begins + hour).toISOString(),
  };
}

async function book(rig: DeskRig, diaryId: string, hoursAhead: number) {
  const callId = await openReferableCall(rig, rig.lucie);
  const ids = { callId, bookingId: v7(), referralId: v7() };
  const wanted = { callId, bookingId: ids.bookingId, diaryId, ...alone, ...slot(rig, hoursAhead) };
  expect(await rig.act(rig.lucie, 'slot.hold', wanted)).toBe('applied');
  expect(await rig.act(rig.lucie, 'referral.book', ids)).toBe('applied');
  return ids;
}

/** What the diary has booked for the call. */
async function bookedOf(rig: DeskRig, callId: string): Promise<readonly string[]> {
  const rows = await rig.database.db
    .select({ id: booking.id })
    .from(booking)
    .where(and(eq(booking.callId, callId), eq(booking.state, 'booked')));
  return rows.map(({ id }) => id).toSorted();
}

/** What a runner does every few minutes. */
async function sweep(rig: DeskRig) {
  return rig.journal.write(rig.now(), async (tx) => {
    const changed = await sweepReferrals(tx, rig.now());
    return { value: changed, changed };
  });
}

onBothDatabases('the times of a referral', (database) => {
  const getRig = desksOn(database);
  const diaryId = v7();

  it('BO-91 is received by its own venue, which is told nothing the second time', async () => {
    const rig = getRig();
    const { referralId } = await request(rig);
    for (const other of [rig.otherMediator, rig.lucie, rig.supervisor, rig.administrator]) {
      expect(await rig.act(other, 'referral.receive', { referralId })).toBe('forbidden');
    }
    expect(await rig.act(rig.mediator, 'referral.receive', { referralId })).toBe('applied');
    expect(await rig.act(rig.mediator, 'referral.receive', { referralId })).toBe('applied');
    expect(await rig.see(rig.lucie, 'referral', referralId)).toMatchObject({ state: 'received' });
  });

  it('BO-92 a venue without a diary proposes, and the chosen time is the appointment', async () => {
    const rig = getRig();
    const { referralId } = await request(rig);
    const times = [24, 48].map((ahead) => ({ id: v7(), ...slot(rig, ahead) }));
    const proposal = { referralId, diaryId: null, times, note: 'Ou le soir' };
    for (const other of [rig.otherMediator, rig.lucie, rig.supervisor]) {
      expect(await rig.act(other, 'referral.propose', proposal)).toBe('forbidden');
    }
    expect(await rig.act(rig.mediator, 'referral.propose', proposal)).toBe('applied');
    expect(await rig.see(rig.lucie, 'referral', referralId)).toMatchObject({
      state: 'proposed',
      proposal: { times, note: 'Ou le soir' },
      appointment: null,
      awaitedSince: rig.now(),
    });
    const choice = { referralId, timeId: times[1]?.id ?? '' };
    for (const other of [rig.mediator, rig.karim, rig.farAdviser, rig.authority]) {
      expect(await rig.act(other, 'referral.choose-proposal', choice)).toBe('forbidden');
    }
    const unknown = { referralId, timeId: v7() };
    expect(await rig.act(rig.lucie, 'referral.choose-proposal', unknown)).toBe('time-not-proposed');
    expect(await rig.act(rig.lucie, 'referral.choose-proposal', choice)).toBe('applied');
    expect(await rig.see(rig.mediator, 'referral', referralId)).toMatchObject({
      state: 'accepted',
      proposal: null,
      appointment: { bookingId: null, ...slot(rig, 48), zone: 'Europe/Paris' },
    });
    const attend = () => rig.act(rig.mediator, 'referral.attend', { referralId });
    expect(await attend()).toBe('appointment-not-begun');
    rig.pass(3 * day);
    expect(await attend()).toBe('applied');
  });

  it('BO-92 BO-98 a diary keeps what is proposed until one is chosen, and gives the rest back', async () => {
    const rig = getRig();
    await openDiary(rig, diaryId);
    const { callId, referralId, bookingId } = await book(rig, diaryId, 30);
    const other = await book(rig, diaryId, 32);
    const [first, second] = [
      { id: v7(), ...slot(rig, 33) },
      { id: v7(), ...slot(rig, 34) },
    ];
    const propose = (times: readonly { id: string; start: string; end: string }[]) =>
      rig.act(rig.mediator, 'referral.propose', {
        referralId,
        diaryId,
        times: [...times],
        note: '',
      });
    expect(await propose([{ id: v7(), ...slot(rig, 32) }])).toBe('slot-taken');
    expect(await bookedOf(rig, callId)).toEqual([bookingId]);
    expect(await propose([first, second])).toBe('applied');
    expect(await bookedOf(rig, callId)).toEqual([bookingId, first.id, second.id].toSorted());
    const choice = { referralId, timeId: first.id };
    expect(await rig.act(rig.lucie, 'referral.choose-proposal', choice)).toBe('applied');
    expect(await bookedOf(rig, callId)).toEqual([first.id]);
    expect((await rig.see(rig.lucie, 'referral', referralId))?.appointment).toMatchObject({
      bookingId: first.id,
      ...slot(rig, 33),
    });
    expect(await bookedOf(rig, other.callId)).toEqual([other.bookingId]);
  });

  it('BO-92 none of them suits: the venue is asked again, and keeps the time that it had', async () => {
    const rig = getRig();
    await openDiary(rig, diaryId);
    const { callId, referralId, bookingId } = await book(rig, diaryId, 40);
    const times = [{ id: v7(), ...slot(rig, 42) }];
    const proposal = { referralId, diaryId, times, note: '' };
    expect(await rig.act(rig.mediator, 'referral.propose', proposal)).toBe('applied');
    expect(await rig.act(rig.supervisor, 'referral.decline-proposal', { referralId })).toBe(
      'applied',
    );
    expect(await bookedOf(rig, callId)).toEqual([bookingId]);
    const again = await rig.act(rig.lucie, 'referral.decline-proposal', { referralId });
    expect(again).toBe('time-not-proposed');
    // Proposed anew, and then refused after all: nothing stays booked.
    const anew = { ...proposal, times: [{ id: v7(), ...slot(rig, 43) }] };
    expect(await rig.act(rig.mediator, 'referral.propose', anew)).toBe('applied');
    const refuse = { referralId, reason: 'full', note: '' } as const;
    expect(await rig.act(rig.mediator, 'referral.refuse', refuse)).toBe('applied');
    expect(await bookedOf(rig, callId)).toEqual([]);
  });

  it('BO-94 BO-98 an appointment is moved in one act, or stays where it was', async () => {
    const rig = getRig();
    await openDiary(rig, diaryId);
    const { callId, referralId, bookingId } = await book(rig, diaryId, 50);
    await book(rig, diaryId, 52);
    const was = slot(rig, 50);
    const move = (by: Account, hoursAhead: number, who: 'person' | 'venue' = 'person') =>
      rig.act(by, 'referral.move', {
        referralId,
        by: who,
        reason: 'cannot-come',
        to: { bookingId: v7(), diaryId, ...slot(rig, hoursAhead) },
      });
    for (const other of [rig.karim, rig.farAdviser, rig.otherMediator, rig.authority]) {
      expect(await move(other, 54)).toBe('forbidden');
    }
    expect(await move(rig.lucie, 52)).toBe('slot-taken');
    expect(await bookedOf(rig, callId)).toEqual([bookingId]);
    expect(await move(rig.lucie, -3)).toBe('time-passed');
    // Another length: the diary offers no such time to an adviser, its mediator may give it.
    const { start } = slot(rig, 54);
    const to = { bookingId: v7(), diaryId, start, end: slot(rig, 55).end };
    const longer = { referralId, by: 'adviser', reason: null, to } as const;
    expect(await rig.act(rig.lucie, 'referral.move', longer)).toBe('slot-not-offered');
    expect(await move(rig.lucie, 54)).toBe('applied');
    const moved = await rig.see(rig.mediator, 'referral', referralId);
    expect(moved).toMatchObject({
      state: 'sent',
      appointment: slot(rig, 54),
      move: { by: 'person', reason: 'cannot-come', at: rig.now(), from: was, count: 1 },
    });
    expect(await bookedOf(rig, callId)).toEqual([moved?.appointment?.bookingId]);
    expect(await move(rig.mediator, 55.5, 'venue')).toBe('applied');
    expect(await rig.see(rig.lucie, 'referral', referralId)).toMatchObject({
      state: 'accepted',
      move: { by: 'venue', count: 2 },
    });
    rig.pass(60 * 60 * 60);
    expect(await move(rig.lucie, 2)).toBe('appointment-begun');
  });

  it('BO-94 of a venue without a diary only its own word gives a time', async () => {
    const rig = getRig();
    const { referralId } = await request(rig, rig.karim);
    const to = { bookingId: v7(), diaryId: v7(), ...slot(rig, 20) };
    const move = { referralId, by: 'venue', reason: null, to } as const;
    expect(await rig.act(rig.karim, 'referral.move', move)).toBe('unknown-diary');
  });

  it('BO-96 the adviser says what the person told, and nobody at the venue does', async () => {
    const rig = getRig();
    const { referralId } = await request(rig);
    const waiting = { referralId, news: 'waiting' } as const;
    for (const other of [rig.mediator, rig.karim, rig.authority]) {
      expect(await rig.act(other, 'referral.learn', waiting)).toBe('forbidden');
    }
    rig.pass(7 * day);
    expect(await rig.act(rig.lucie, 'referral.learn', waiting)).toBe('applied');
    expect(await rig.see(rig.lucie, 'referral', referralId)).toMatchObject({
      state: 'sent',
      heardAt: rig.now(),
    });
    const came = { referralId, news: 'attended' } as const;
    expect(await rig.act(rig.supervisor, 'referral.learn', came)).toBe('applied');
    expect(await rig.see(rig.lucie, 'referral', referralId)).toMatchObject({
      state: 'attended',
      decidedAt: rig.now(),
    });
  });

  it('a link says what an account may, by the same function', async () => {
    const rig = getRig();
    const { referralId } = await request(rig);
    const said = await rig.journal.write(rig.now(), async (tx) => {
      const value = await sayOfReferral(
        { tx, now: rig.now() },
        referralId,
        { type: 'accept' },
        ({ venueId }) => venueId === rig.venueId,
      );
      return { value, changed: value.ok ? value.value.changed : [] };
    });
    expect(said.ok).toBe(true);
    expect(await rig.see(rig.lucie, 'referral', referralId)).toMatchObject({ state: 'accepted' });
  });
});

onBothDatabases('a venue that does not answer', (database) => {
  const getRig = desksOn(database);

  it('BO-93 BO-95 is reminded twice, each once, then gives the person back', async () => {
    const rig = getRig();
    const { callId, referralId } = await request(rig);
    expect(await sweep(rig)).toEqual([]);
    rig.pass(2 * day);
    expect(await sweep(rig)).toHaveLength(1);
    expect(await sweep(rig)).toEqual([]);
    expect(await rig.see(rig.mediator, 'referral', referralId)).toMatchObject({ reminders: 1 });
    rig.pass(5 * day);
    expect(await sweep(rig)).toHaveLength(1);
    rig.pass(2 * day - 1);
    expect(await sweep(rig)).toEqual([]);
    rig.pass(1);
    expect((await sweep(rig)).map(({ entity }) => entity)).toEqual(['referral', 'call']);
    expect(await rig.see(rig.lucie, 'referral', referralId)).toMatchObject({ state: 'expired' });
    expect(await sweep(rig)).toEqual([]);
    const accept = await rig.act(rig.mediator, 'referral.accept', { referralId });
    expect(accept).toBe('referral-over');
    // PR-6: the venue keeps no way to reach the person.
    const seen = await rig.see(rig.mediator, 'referral', referralId);
    expect(seen?.summary.person.phone).toBeNull();
    const other = { referralId: v7(), callId, venueId: rig.venueId, wishes: ['Jeudi'] };
    expect(await rig.act(rig.lucie, 'referral.request', other)).toBe('applied');
  });

  it('BO-95 another may be sent from the call that was closed, with what it recorded', async () => {
    const rig = getRig();
    const { callId, referralId } = await request(rig);
    expect(await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff })).toBe('applied');
    const other = { referralId: v7(), callId, venueId: rig.venueId, wishes: ['Jeudi'] };
    expect(await rig.act(rig.lucie, 'referral.request', other)).toBe('call-over');
    expect((await rig.see(rig.lucie, 'call', callId))?.record).toBeNull();
    const refuse = { referralId, reason: 'full', note: '' } as const;
    expect(await rig.act(rig.mediator, 'referral.refuse', refuse)).toBe('applied');
    const call = await rig.see(rig.lucie, 'call', callId);
    expect(call?.state).toBe('closed');
    expect(call?.record?.answers.length).toBeGreaterThan(0);
    expect((await rig.see(rig.supervisor, 'call', callId))?.record).toBeNull();
    // Who it is, and how they are written to, is corrected before the next venue is asked.
    const people = present(call?.record, 'its adviser reads it');
    const caller = { ...present(people.caller, 'she is named'), phone: '+33639980088' };
    const named = { callId, caller, beneficiary: people.beneficiary };
    const written = { callId, language: 'en', channels: ['sms'] } as const;
    const choose = { ...written, channels: [...written.channels] };
    expect(await rig.act(rig.lucie, 'people.identify', named)).toBe('applied');
    expect(await rig.act(rig.lucie, 'message.choose', choose)).toBe('applied');
    expect(await rig.act(rig.karim, 'message.choose', choose)).toBe('forbidden');
    expect(await rig.act(rig.lucie, 'referral.request', other)).toBe('applied');
    expect(await rig.act(rig.lucie, 'people.identify', named)).toBe('call-over');
    expect((await rig.see(rig.lucie, 'call', callId))?.record).toBeNull();
  });

  it('BO-11 a call that sent nobody stays closed', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    expect(await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff })).toBe('applied');
    const late = { referralId: v7(), callId, venueId: rig.venueId, wishes: ['Jeudi'] };
    expect(await rig.act(rig.lucie, 'referral.request', late)).toBe('call-over');
  });
});
