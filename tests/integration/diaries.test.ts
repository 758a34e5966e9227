import { and, eq, inArray } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type AppointmentKind,
  computeSlots,
  type DiaryRules,
  mostHolds,
  usualRules,
} from '#src/booking';
import { present } from '#src/kernel';
import { openDatabase } from '../../main/hub/storage/database.ts';
import { booking } from '../../main/hub/storage/schema.ts';
import { openCall, openReferableCall } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { alone, aloneKind, venueDiary, weekly } from '../support/diaries.ts';

const half: AppointmentKind = { ...aloneKind, id: v7(), minutes: 30, restMinutes: 15 };
const workshop: AppointmentKind = {
  ...aloneKind,
  id: v7(),
  name: 'Atelier',
  minutes: 60,
  restMinutes: 15,
  places: 5,
  where: ['venue'],
};
/** Tuesdays, nine to noon in Mende: eight to eleven in UTC. */
const rules: DiaryRules = {
  ...usualRules,
  kinds: [half, workshop],
  ranges: [weekly(2, '09:00', '12:00')],
};
const tuesday = (from: string, to: string) => ({
  start: `2026-01-13T${from}:00Z`,
  end: `2026-01-13T${to}:00Z`,
});

onBothDatabases('the times of a diary', (database) => {
  const getRig = desksOn(database);
  /** Two hubs where the database is a server. */
  const hubs: Pick<DeskRig, 'act'>[] = [];
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const rig = getRig();
    hubs.push(rig);
    const { url } = database();
    if (url === null) return;
    const other = await openDatabase({ url });
    const second = await rig.besides(other);
    hubs.push(second);
    closing.push(second.close, other.close);
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  /** A diary of its own for each test, so that none is in another's way. */
  const openDiary = async (set = rules) => {
    const rig = getRig();
    const diaryId = v7();
    const own = { diaryId, venueId: rig.venueId, mediatorId: null, ...set };
    expect(await rig.act(rig.mediator, 'diary.set', own)).toBe('applied');
    return diaryId;
  };
  type Wanted = {
    readonly diaryId: string;
    readonly kindId: string;
    readonly start: string;
    readonly end: string;
  };
  const holdAs = async (hub: Pick<DeskRig, 'act'>, wanted: Wanted, callId?: string) => {
    const rig = getRig();
    const call = callId ?? (await openCall(rig, rig.lucie));
    const bookingId = v7();
    const said = await hub.act(rig.lucie, 'slot.hold', {
      bookingId,
      callId: call,
      where: 'venue',
      ...wanted,
    });
    return { said, bookingId };
  };
  const hold = (wanted: Wanted, callId?: string) => holdAs(getRig(), wanted, callId);

  it('BO-33 keeps an appointment’s rest free, before it and after it', async () => {
    const diaryId = await openDiary();
    const at = async (from: string, to: string) =>
      (await hold({ diaryId, kindId: half.id, ...tuesday(from, to) })).said;
    expect(await at('09:00', '09:30')).toBe('applied');
    expect(await at('09:30', '10:00')).toBe('slot-taken');
    expect(await at('09:44', '10:14')).toBe('slot-taken');
    expect(await at('08:30', '09:00')).toBe('slot-taken');
    expect(await at('09:45', '10:15')).toBe('applied');
    expect(await at('08:15', '08:45')).toBe('applied');
    // Whose rest would end after the diary closes.
    expect(await at('10:31', '11:01')).toBe('slot-not-offered');
    expect(await at('10:30', '11:00')).toBe('applied');
  });

  it('BO-34 gives a workshop as many people as it has places, whichever hub they come through', async () => {
    const rig = getRig();
    const diaryId = await openDiary();
    const wanted = { diaryId, kindId: workshop.id, ...tuesday('09:00', '10:00') };
    const calls = await Promise.all(Array.from({ length: 12 }, () => openCall(rig, rig.lucie)));
    const results = await Promise.all(
      calls.map((callId, index) => holdAs(hubs[index % hubs.length] ?? rig, wanted, callId)),
    );
    const said = results.map((result) => result.said);
    expect(said.filter((one) => one === 'applied')).toHaveLength(workshop.places);
    expect(said.filter((one) => one === 'slot-taken')).toHaveLength(12 - workshop.places);
    const seats = await database()
      .db.select({ seat: booking.seat })
      .from(booking)
      .where(and(eq(booking.diaryId, diaryId), inArray(booking.state, ['held', 'booked'])))
      .orderBy(booking.seat);
    expect(seats.map(({ seat }) => seat)).toEqual([1, 2, 3, 4, 5]);
    const won = results.find((result) => result.said === 'applied');
    const bookingId = won?.bookingId ?? '';
    expect(await rig.act(rig.lucie, 'slot.release', { bookingId })).toBe('applied');
    expect((await hold(wanted)).said).toBe('applied');
    expect((await hold(wanted)).said).toBe('slot-taken');
  });

  it('BO-34 gives no seat of a session that has more people than it has places now', async () => {
    const rig = getRig();
    const diaryId = await openDiary();
    const wanted = { diaryId, kindId: workshop.id, ...tuesday('09:00', '10:00') };
    const [first, ...others] = [await hold(wanted), await hold(wanted), await hold(wanted)];
    const smaller = { ...rules, kinds: [half, { ...workshop, places: 2 }] };
    const own = { diaryId, venueId: rig.venueId, mediatorId: null, ...smaller };
    expect(await rig.act(rig.mediator, 'diary.set', own)).toBe('applied');
    const give = (bookingId = '') => rig.act(rig.lucie, 'slot.release', { bookingId });
    expect(await give(first?.bookingId)).toBe('applied');
    expect((await hold(wanted)).said).toBe('slot-taken');
    expect(await give(others[0]?.bookingId)).toBe('applied');
    expect((await hold(wanted)).said).toBe('applied');
  });

  it('BO-34 takes its time once for all who come: no other appointment, and no other workshop, touches it', async () => {
    const diaryId = await openDiary();
    const join = (from: string, to: string) =>
      hold({ diaryId, kindId: workshop.id, ...tuesday(from, to) });
    expect((await join('09:00', '10:00')).said).toBe('applied');
    expect((await join('09:00', '10:00')).said).toBe('applied');
    expect((await join('09:30', '10:30')).said).toBe('slot-taken');
    const during = { diaryId, kindId: half.id, ...tuesday('09:30', '10:00') };
    expect((await hold(during)).said).toBe('slot-taken');
    const after = { diaryId, kindId: half.id, ...tuesday('10:15', '10:45') };
    expect((await hold(after)).said).toBe('applied');
  });

  it('BO-34 shows the time of a kind that is made a workshop as taken where one person has it, as the hub does', async () => {
    const rig = getRig();
    const diaryId = await openDiary({ ...rules, kinds: [{ ...workshop, places: 1 }] });
    const at = (from: string, to: string) =>
      hold({ diaryId, kindId: workshop.id, ...tuesday(from, to) });
    const alone = await at('08:00', '09:00');
    const shared = { ...rules, kinds: [workshop] };
    const own = { diaryId, venueId: rig.venueId, mediatorId: null, ...shared };
    expect(await rig.act(rig.mediator, 'diary.set', own)).toBe('applied');
    const first = await at('09:15', '10:15');
    const seen = async ({ bookingId }: { readonly bookingId: string }) =>
      present(await rig.see(rig.karim, 'booking', bookingId), 'it is in a diary that he reads');
    const bookings = [await seen(alone), await seen(first)];
    const diary = present(await rig.see(rig.karim, 'diary', diaryId), 'he reads it');
    const day = { from: '2026-01-13', to: '2026-01-14' };
    const shown = computeSlots(diary, workshop, bookings, day, rig.now());
    expect(shown).toMatchObject([
      { ...tuesday('08:00', '09:00'), state: 'held', placesLeft: 0 },
      { ...tuesday('09:15', '10:15'), state: 'free', placesLeft: 4 },
    ]);
    expect((await at('08:00', '09:00')).said).toBe('slot-taken');
    expect((await at('09:15', '10:15')).said).toBe('applied');
  });

  it('BO-36 a call holds one slot: the last that it asked for, and the former where that is taken', async () => {
    const rig = getRig();
    const diaryId = await openDiary();
    const callId = await openCall(rig, rig.lucie);
    const at = (from: string, to: string, call?: string) =>
      hold({ diaryId, kindId: half.id, ...tuesday(from, to) }, call);
    const first = await at('08:00', '08:30', callId);
    const second = await at('09:00', '09:30', callId);
    const state = async (id: string) => (await rig.see(rig.karim, 'booking', id))?.state;
    expect(await state(first.bookingId)).toBe('released');
    expect(await state(second.bookingId)).toBe('held');
    await at('10:00', '10:30');
    expect((await at('10:00', '10:30', callId)).said).toBe('slot-taken');
    expect(await state(second.bookingId)).toBe('held');
  });

  it('BO-36 an account holds so many slots at once, until they run out', async () => {
    const rig = getRig();
    const adviser = rig.karim;
    const diaryIds = await Promise.all(Array.from({ length: mostHolds + 1 }, () => openDiary()));
    const holdIn = async (diaryId: string) =>
      rig.act(adviser, 'slot.hold', {
        bookingId: v7(),
        callId: await openCall(rig, adviser),
        diaryId,
        kindId: half.id,
        where: 'venue',
        ...tuesday('08:00', '08:30'),
      });
    const [last = '', ...others] = diaryIds;
    for (const diaryId of others) expect(await holdIn(diaryId)).toBe('applied');
    expect(await holdIn(last)).toBe('too-many-holds');
    rig.pass(300);
    expect(await holdIn(last)).toBe('applied');
  });

  it('BO-9 holds only what is for that kind, where it takes place, on an open day', async () => {
    const diaryId = await openDiary({
      ...rules,
      ranges: [...rules.ranges, { ...weekly(2, '14:00', '15:00'), kindId: workshop.id }],
      absences: [{ from: '2026-01-20', until: '2026-01-20' }],
    });
    const at = async (over: Partial<Wanted>) =>
      (await hold({ diaryId, kindId: half.id, ...tuesday('08:00', '08:30'), ...over })).said;
    expect(await at({ kindId: v7() })).toBe('slot-not-offered');
    expect(await at(tuesday('13:00', '13:30'))).toBe('slot-not-offered');
    expect(await at({ kindId: workshop.id, ...tuesday('13:00', '14:00') })).toBe('applied');
    const away = { start: '2026-01-20T08:00:00Z', end: '2026-01-20T08:30:00Z' };
    expect(await at(away)).toBe('slot-not-offered');
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie);
    const slot = { callId, diaryId, kindId: half.id, ...tuesday('08:00', '08:30') };
    const by = (where: 'home' | 'phone') =>
      rig.act(rig.lucie, 'slot.hold', { bookingId: v7(), ...slot, where });
    expect(await by('home')).toBe('slot-not-offered');
    expect(await by('phone')).toBe('applied');
  });

  it('BO-35 is the venue’s or one mediator’s own, which no colleague sets', async () => {
    const rig = getRig();
    const [own, shared] = [v7(), v7()];
    const colleague = { ...rig.otherMediator, venueId: rig.venueId };
    const mediatorId = rig.mediator.accountId;
    const set = (diaryId: string, by: typeof rig.mediator, whose: string | null) =>
      rig.act(by, 'diary.set', { diaryId, venueId: rig.venueId, mediatorId: whose, ...rules });
    expect(await set(own, colleague, mediatorId)).toBe('forbidden');
    expect(await set(own, rig.mediator, mediatorId)).toBe('applied');
    expect(await set(own, colleague, null)).toBe('forbidden');
    expect(await set(shared, rig.mediator, null)).toBe('applied');
    expect(await set(shared, colleague, null)).toBe('applied');
    expect((await rig.see(rig.lucie, 'diary', own))?.mediator).toEqual({
      id: mediatorId,
      name: 'mediator',
    });
    const kept = { ...rules, ranges: [{ ...weekly(1, '09:00', '10:00'), kindId: v7() }] };
    const wrong = { diaryId: own, venueId: rig.venueId, mediatorId, ...kept };
    expect(await rig.act(rig.mediator, 'diary.set', wrong)).toBe('unknown-kind');
  });

  it('BO-38 leaves the appointments that a new absence falls on', async () => {
    const rig = getRig();
    const diaryId = v7();
    const ranges = [weekly(3, '09:00', '12:00')];
    const open = venueDiary({ diaryId, venueId: rig.venueId }, 60, ranges);
    expect(await rig.act(rig.mediator, 'diary.set', open)).toBe('applied');
    const callId = await openReferableCall(rig, rig.lucie);
    const [bookingId, referralId] = [v7(), v7()];
    const slot = { start: '2026-01-14T08:00:00Z', end: '2026-01-14T09:00:00Z' };
    const held = { bookingId, callId, diaryId, ...alone, ...slot };
    expect(await rig.act(rig.lucie, 'slot.hold', held)).toBe('applied');
    expect(await rig.act(rig.lucie, 'referral.book', { referralId, callId, bookingId })).toBe(
      'applied',
    );
    const away = { ...open, absences: [{ from: '2026-01-14', until: '2026-01-16' }] };
    expect(await rig.act(rig.mediator, 'diary.set', away)).toBe('applied');
    expect((await rig.see(rig.mediator, 'booking', bookingId))?.state).toBe('booked');
    expect((await hold({ diaryId, kindId: alone.kindId, ...slot })).said).toBe('slot-taken');
    const later = { start: '2026-01-14T09:00:00Z', end: '2026-01-14T10:00:00Z' };
    expect((await hold({ diaryId, kindId: alone.kindId, ...later })).said).toBe('slot-not-offered');
  });
});
