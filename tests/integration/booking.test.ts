import { and, count, eq, inArray } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { booking } from '../../main/hub/storage/schema.ts';
import { details, openCall, openReferableCall, say } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { alone, rulesFor, venueDiary, weekly } from '../support/diaries.ts';

const tuesday = weekly(2, '09:00', '11:00');
const halfHours = ({ venueId }: DeskRig, diaryId: string) =>
  venueDiary({ diaryId, venueId }, 30, [tuesday]);

/** Half hours on Tuesdays, nine to eleven in Mende. */
async function setDiary(rig: DeskRig, diaryId: string) {
  return rig.act(rig.mediator, 'diary.set', halfHours(rig, diaryId));
}

/** The slots of Tuesday 13 January 2026, in UTC. */
const nine = { start: '2026-01-13T08:00:00Z', end: '2026-01-13T08:30:00Z' };
const halfPastNine = { start: '2026-01-13T08:30:00Z', end: '2026-01-13T09:00:00Z' };
const ten = { start: '2026-01-13T09:00:00Z', end: '2026-01-13T09:30:00Z' };
const halfPastTen = { start: '2026-01-13T09:30:00Z', end: '2026-01-13T10:00:00Z' };

onBothDatabases('a diary', (database) => {
  const getRig = desksOn(database);
  const diaryId = v7();

  it('BO-8 is set by its own mediator, and by nobody else', async () => {
    const rig = getRig();
    const wanted = halfHours(rig, diaryId);
    for (const other of [rig.otherMediator, rig.lucie, rig.supervisor, rig.authority]) {
      expect(await rig.act(other, 'diary.set', wanted)).toBe('forbidden');
    }
    const overlapping = [weekly(1, '09:00', '12:00'), weekly(1, '11:00', '13:00')];
    expect(await rig.act(rig.mediator, 'diary.set', { ...wanted, ranges: overlapping })).toBe(
      'ranges-overlap',
    );
    const elsewhere = { ...wanted, venueId: 'lieu-de-florac' };
    expect(await rig.act(rig.otherMediator, 'diary.set', elsewhere)).toBe('unknown-venue');
    expect(await setDiary(rig, diaryId)).toBe('applied');
    expect(await setDiary(rig, diaryId)).toBe('applied');
    for (const reader of [rig.lucie, rig.mediator]) {
      expect(await rig.see(reader, 'diary', diaryId)).toEqual({
        ...rulesFor(30, [tuesday]),
        id: diaryId,
        venueId: rig.venueId,
        mediator: null,
        zone: 'Europe/Paris',
        territory: 'mainland',
      });
    }
    expect(await rig.see(rig.otherMediator, 'diary', diaryId)).toBeNull();
  });

  it('BO-7 lets one of two desks have a slot, and tells the other', async () => {
    const rig = getRig();
    const [first, second] = [await openCall(rig, rig.lucie), await openCall(rig, rig.karim)];
    const results = await Promise.all([
      rig.act(rig.lucie, 'slot.hold', {
        bookingId: v7(),
        callId: first,
        diaryId,
        ...alone,
        ...nine,
      }),
      rig.act(rig.karim, 'slot.hold', {
        bookingId: v7(),
        callId: second,
        diaryId,
        ...alone,
        ...nine,
      }),
    ]);
    expect(results.toSorted()).toEqual(['applied', 'slot-taken']);
  });

  it('BO-7 lets one of ten desks have a slot', async () => {
    const rig = getRig();
    const calls = await Promise.all(Array.from({ length: 10 }, () => openCall(rig, rig.lucie)));
    const holds = calls.map((callId) => {
      const wanted = { bookingId: v7(), callId, diaryId, ...alone, ...halfPastNine };
      return rig.act(rig.lucie, 'slot.hold', wanted);
    });
    const results = await Promise.all(holds);
    expect(results.filter((result) => result === 'applied')).toHaveLength(1);
    expect(results.filter((result) => result === 'slot-taken')).toHaveLength(9);
    const [standing] = await database()
      .db.select({ bookings: count() })
      .from(booking)
      .where(and(inArray(booking.callId, calls), eq(booking.state, 'held')));
    expect(standing?.bookings).toBe(1);
  });

  it('BO-9 holds only what the diary offers, for the adviser’s own call', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie);
    for (const other of [rig.karim, rig.supervisor, rig.mediator, rig.authority]) {
      const foreign = { bookingId: v7(), callId, diaryId, ...alone, ...ten };
      expect(await rig.act(other, 'slot.hold', foreign)).toBe('forbidden');
    }
    const hold = (slot: { start: string; end: string }, inDiary = diaryId) =>
      rig.act(rig.lucie, 'slot.hold', {
        bookingId: v7(),
        callId,
        diaryId: inDiary,
        ...alone,
        ...slot,
      });
    expect(await hold({ start: ten.start, end: '2026-01-13T10:00:00Z' })).toBe('slot-not-offered');
    const early = { start: '2026-01-13T07:30:00Z', end: '2026-01-13T08:00:00Z' };
    expect(await hold(early)).toBe('slot-not-offered');
    // Somebody holds from nine on.
    const earlyAndTaken = { start: '2026-01-13T07:50:00Z', end: '2026-01-13T08:20:00Z' };
    expect(await hold(earlyAndTaken)).toBe('slot-taken');
    const lastWeek = { start: '2026-01-06T09:00:00Z', end: '2026-01-06T09:30:00Z' };
    expect(await hold(lastWeek)).toBe('slot-not-offered');
    expect(await hold(ten, v7())).toBe('unknown-diary');
  });

  it('BO-7 says that a time is taken to whom the call is, and to nobody else', async () => {
    const rig = getRig();
    const slot = { diaryId, ...alone, ...halfPastNine };
    const callId = await openCall(rig, rig.lucie);
    for (const other of [rig.karim, rig.supervisor, rig.mediator, rig.authority]) {
      const foreign = { bookingId: v7(), callId, ...slot };
      expect(await rig.act(other, 'slot.hold', foreign)).toBe('forbidden');
    }
    const nowhere = { bookingId: v7(), callId: v7(), ...slot };
    expect(await rig.act(rig.lucie, 'slot.hold', nowhere)).toBe('unknown-call');
  });

  it('SY-22 says of a hold that comes again what became of it, whoever has the time by then', async () => {
    const rig = getRig();
    const [first, second] = [await openCall(rig, rig.lucie), await openCall(rig, rig.karim)];
    const own = { bookingId: v7(), callId: first, diaryId, ...alone, ...ten };
    const other = { ...own, bookingId: v7(), callId: second };
    const [early, late] = [v7(), v7()];
    const hold = (wanted: typeof own, id: string) => rig.act(rig.lucie, 'slot.hold', wanted, id);
    const holdOther = (id = v7()) => rig.act(rig.karim, 'slot.hold', other, id);
    expect(await hold(own, early)).toBe('applied');
    expect(await holdOther(late)).toBe('slot-taken');
    expect(await rig.act(rig.lucie, 'slot.release', { bookingId: own.bookingId })).toBe('applied');
    expect(await holdOther(late)).toBe('slot-taken');
    expect(await holdOther()).toBe('applied');
    expect(await hold(own, early)).toBe('already-applied');
    expect(await hold({ ...own, bookingId: v7() }, early)).toBe('id-reused');
    expect(await rig.act(rig.karim, 'slot.release', { bookingId: other.bookingId })).toBe(
      'applied',
    );
  });

  it('BO-6 gives a slot back when its hold expires, to whoever comes next', async () => {
    const rig = getRig();
    const [first, second] = [await openCall(rig, rig.lucie), await openCall(rig, rig.karim)];
    const held = v7();
    const own = { bookingId: held, callId: first, diaryId, ...alone, ...ten };
    const other = () =>
      rig.act(rig.karim, 'slot.hold', {
        bookingId: v7(),
        callId: second,
        diaryId,
        ...alone,
        ...ten,
      });
    expect(await rig.act(rig.lucie, 'slot.hold', own)).toBe('applied');
    rig.pass(299);
    expect(await other()).toBe('slot-taken');
    rig.pass(1);
    expect(await other()).toBe('applied');
    expect((await rig.see(rig.karim, 'booking', held))?.state).toBe('released');
  });

  it('gives a slot back when its adviser lets it go', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie);
    const bookingId = v7();
    const slot = { callId, diaryId, ...alone, ...halfPastTen };
    expect(await rig.act(rig.lucie, 'slot.hold', { bookingId, ...slot })).toBe('applied');
    expect(await rig.act(rig.karim, 'slot.release', { bookingId })).toBe('forbidden');
    expect(await rig.act(rig.lucie, 'slot.release', { bookingId: v7() })).toBe('unknown-booking');
    expect(await rig.act(rig.lucie, 'slot.release', { bookingId })).toBe('applied');
    expect(await rig.act(rig.lucie, 'slot.hold', { bookingId, ...slot })).toBe('id-reused');
    expect(await rig.act(rig.lucie, 'slot.hold', { ...slot, bookingId: v7() })).toBe('applied');
  });

  it('gives a held slot back when the call is closed', async () => {
    const rig = getRig();
    rig.pass(600);
    const callId = await openCall(rig, rig.lucie);
    const bookingId = v7();
    await rig.act(rig.lucie, 'slot.hold', { bookingId, callId, diaryId, ...alone, ...ten });
    await rig.act(rig.lucie, 'call.close', { callId, ending: { kind: 'cut-off' } });
    expect((await rig.see(rig.lucie, 'booking', bookingId))?.state).toBe('released');
  });
});

onBothDatabases('an appointment', (database) => {
  const getRig = desksOn(database);
  const diaryId = v7();

  it('BO-12 needs consent, somebody it is for, and a hold that stands', async () => {
    const rig = getRig();
    await setDiary(rig, diaryId);
    const callId = await openCall(rig, rig.lucie);
    const bookingId = v7();
    await rig.act(rig.lucie, 'slot.hold', { bookingId, callId, diaryId, ...alone, ...nine });
    const book = () => rig.act(rig.lucie, 'referral.book', { referralId: v7(), callId, bookingId });
    expect(await book()).toBe('consent-missing');
    await say(rig, rig.lucie, callId, 'consent', 'yes');
    expect(await book()).toBe('beneficiary-missing');
    const people = { callId, caller: details('Rose Blanc'), beneficiary: null };
    await rig.act(rig.lucie, 'people.identify', people);
    rig.pass(300);
    expect(await book()).toBe('hold-expired');
  });

  it('is booked once, and shown as taken to every adviser, without a name', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    const bookingId = v7();
    const referralId = v7();
    await rig.act(rig.lucie, 'slot.hold', { bookingId, callId, diaryId, ...alone, ...nine });
    const foreign = {
      referralId: v7(),
      callId: await openReferableCall(rig, rig.karim),
      bookingId,
    };
    expect(await rig.act(rig.karim, 'referral.book', foreign)).toBe('unknown-booking');
    expect(await rig.act(rig.karim, 'referral.book', { ...foreign, callId })).toBe('forbidden');
    const book = { referralId, callId, bookingId };
    expect(await rig.act(rig.lucie, 'referral.book', book)).toBe('applied');
    const again = { ...book, referralId: v7() };
    expect(await rig.act(rig.lucie, 'referral.book', again)).toBe('already-referred');
    expect(await rig.act(rig.lucie, 'slot.release', { bookingId })).toBe('already-referred');
    rig.pass(3600);
    const taken = await rig.see(rig.karim, 'booking', bookingId);
    expect(taken).toMatchObject({ state: 'booked', holdExpiresAt: null });
    const late = { bookingId: v7(), callId: foreign.callId, diaryId, ...alone, ...nine };
    expect(await rig.act(rig.karim, 'slot.hold', late)).toBe('slot-taken');
  });
});
