import { v7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import type { Suits } from '#src/booking';
import { present } from '#src/kernel';
import type { Account } from '../../main/hub/operations/handler.ts';
import { endExpiredOffers } from '../../main/hub/operations/wait-offers.ts';
import { line } from '../../main/hub/storage/schema.ts';
import { cutOff, openReferableCall } from '../support/calls-at-desk.ts';
import { carrierDouble } from '../support/carrier-double.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { alone, aloneKind, venueDiary, weekly } from '../support/diaries.ts';
import { messagesOf, sendAll, sendingOn } from '../support/told-person.ts';

const anyTime: Suits = { weekdays: [1, 2, 3, 4, 5, 6, 7], halves: ['morning', 'afternoon'] };
const hour = 60 * 60;
const day = 24 * hour;

onBothDatabases('the wait list', (database) => {
  const getRig = desksOn(database);
  const diaryId = v7();

  beforeAll(async () => {
    const { act, mediator, venueId } = getRig();
    const ranges = [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekly(weekday, '08:00', '20:00'));
    const set = venueDiary({ diaryId, venueId }, 60, ranges);
    expect(await act(mediator, 'diary.set', set)).toBe('applied');
  });

  /** So many days from the present one, at that hour in Paris, in winter. */
  const at = (rig: DeskRig, days: number, clock: number) => {
    const date = new Date(Date.parse(rig.now()) + days * day * 1000).toISOString().slice(0, 10);
    return new Date(Date.parse(`${date}T00:00:00+01:00`) + clock * hour * 1000).toISOString();
  };
  const end = (start: string) => new Date(Date.parse(start) + hour * 1000).toISOString();

  const hold = async (rig: DeskRig, start: string, by: Account = rig.lucie) => {
    const callId = await openReferableCall(rig, by);
    const bookingId = v7();
    const slot = { bookingId, callId, diaryId, start, end: end(start), ...alone };
    return { callId, bookingId, said: await rig.act(by, 'slot.hold', slot) };
  };
  const book = async (rig: DeskRig, start: string, by: Account = rig.lucie) => {
    const { callId, bookingId, said } = await hold(rig, start, by);
    expect(said).toBe('applied');
    const referralId = v7();
    const sent = { referralId, callId, bookingId };
    expect(await rig.act(by, 'referral.book', sent)).toBe('applied');
    return referralId;
  };
  const cancel = async (rig: DeskRig, referralId: string, by: Account = rig.lucie) => {
    const why = { referralId, by: 'person', reason: null } as const;
    expect(await rig.act(by, 'referral.cancel', why)).toBe('applied');
  };
  const join = (rig: DeskRig, referralId: string, suits = anyTime, by: Account = rig.lucie) =>
    rig.act(by, 'wait.join', {
      referralId,
      suits: { weekdays: [...suits.weekdays], halves: [...suits.halves] },
    });
  const wait = async (rig: DeskRig, start: string, suits = anyTime) => {
    const referralId = await book(rig, start);
    expect(await join(rig, referralId, suits)).toBe('applied');
    rig.pass(1);
    return referralId;
  };
  const see = async (rig: DeskRig, referralId: string) =>
    present(await rig.see(rig.lucie, 'referral', referralId), 'its adviser sees it');
  const offerOf = async (rig: DeskRig, referralId: string) =>
    (await see(rig, referralId)).waiting?.offer ?? null;
  const answer = (
    rig: DeskRig,
    kind: 'wait.accept' | 'wait.decline',
    referralId: string,
    bookingId: string,
  ) => rig.act(rig.lucie, kind, { referralId, bookingId });
  const passOn = (rig: DeskRig) =>
    rig.journal.write(rig.now(), async (tx) => ({
      value: undefined,
      changed: await endExpiredOffers({ tx, now: rig.now() }),
    }));
  /** Nobody is on the list any more. */
  const leave = async (rig: DeskRig, ...referralIds: readonly string[]) => {
    for (const referralId of referralIds) {
      expect(await rig.act(rig.lucie, 'wait.leave', { referralId })).toBe('applied');
    }
  };

  it('BO-70 takes who has an appointment to come or awaits one, and speaks with who sent them', async () => {
    const rig = getRig();
    const referralId = await book(rig, at(rig, 9, 9));
    for (const other of [
      rig.karim,
      rig.farAdviser,
      rig.mediator,
      rig.otherMediator,
      rig.authority,
    ]) {
      expect(await join(rig, referralId, anyTime, other)).toBe('forbidden');
    }
    expect(await join(rig, v7())).toBe('unknown-referral');
    expect(await join(rig, referralId, anyTime, rig.supervisor)).toBe('applied');
    const { since } = present((await see(rig, referralId)).waiting, 'it has joined');
    rig.pass(60);
    const mornings: Suits = { weekdays: [2], halves: ['morning'] };
    expect(await join(rig, referralId, mornings)).toBe('applied');
    expect((await see(rig, referralId)).waiting).toEqual({
      since,
      suits: mornings,
      offersLeft: 3,
      offer: null,
    });
    await leave(rig, referralId);
    expect((await see(rig, referralId)).waiting).toBeNull();
    await cancel(rig, referralId);
    expect(await join(rig, referralId)).toBe('referral-over');
  });

  it('BO-71 BO-73 offers a freed time to the first whom it suits, and holds it against all others', async () => {
    const rig = getRig();
    const freed = at(rig, 4, 10);
    const losing = await book(rig, freed);
    const afternoons = await wait(rig, at(rig, 9, 9), { ...anyTime, halves: ['afternoon'] });
    const first = await wait(rig, at(rig, 9, 10));
    const second = await wait(rig, at(rig, 9, 11));
    await cancel(rig, losing);
    expect(await offerOf(rig, first)).toMatchObject({ start: freed, end: end(freed) });
    expect(await offerOf(rig, second)).toBeNull();
    expect(await offerOf(rig, afternoons)).toBeNull();
    expect((await hold(rig, freed, rig.karim)).said).toBe('slot-taken');
    await leave(rig, second, afternoons, first);
    expect((await hold(rig, freed, rig.karim)).said).toBe('applied');
  });

  it('BO-75 moves who accepts, and offers the time that they had to the next', async () => {
    const rig = getRig();
    const freed = at(rig, 4, 11);
    const losing = await book(rig, freed);
    const had = at(rig, 9, 12);
    const first = await wait(rig, had);
    const second = await wait(rig, at(rig, 9, 13));
    await cancel(rig, losing);
    const offer = present(await offerOf(rig, first), 'it is offered');
    expect(await answer(rig, 'wait.accept', second, offer.bookingId)).toBe('offer-over');
    expect(
      await rig.act(rig.karim, 'wait.accept', { referralId: first, bookingId: offer.bookingId }),
    ).toBe('forbidden');
    expect(await answer(rig, 'wait.accept', first, offer.bookingId)).toBe('applied');
    expect(await answer(rig, 'wait.accept', first, offer.bookingId)).toBe('offer-over');
    expect(await see(rig, first)).toMatchObject({
      state: 'sent',
      appointment: { start: freed },
      move: { by: 'person', reason: 'earlier-time', count: 1 },
      waiting: null,
    });
    expect(await offerOf(rig, second)).toMatchObject({ start: had });
    await leave(rig, second);
  });

  it('BO-77 writes to the person of the time that is kept for them, as long as it is', async () => {
    const rig = getRig();
    const { carrier, taken } = carrierDouble();
    const parts = sendingOn(rig, { sms: carrier });
    await rig.database.db.update(line).set({ number: '+33466490001' });
    const freed = at(rig, 4, 15);
    const losing = await book(rig, freed);
    const waiting = await wait(rig, at(rig, 13, 9));
    const callId = (await see(rig, waiting)).callId;
    const sms = { callId, language: 'fr', channels: ['sms'] } as const;
    const people = present((await rig.see(rig.lucie, 'call', callId))?.record, 'its adviser’s');
    const caller = { ...present(people.caller, 'she is named'), phone: '+33639980012' };
    const named = { callId, caller, beneficiary: people.beneficiary };
    expect(await rig.act(rig.lucie, 'people.identify', named)).toBe('applied');
    expect(await rig.act(rig.lucie, 'message.choose', { ...sms, channels: ['sms'] })).toBe(
      'applied',
    );
    const offers = async () =>
      (await messagesOf(rig, waiting)).filter(({ kind }) => kind === 'earlier-offer');
    await cancel(rig, losing);
    const { bookingId, until } = present(await offerOf(rig, waiting), 'it is offered');
    expect(await offers()).toMatchObject([
      { channel: 'sms', state: 'planned', appointment: { start: freed }, keptUntil: until },
    ]);
    await sendAll(parts, rig, waiting);
    const text = taken.find((parcel) => parcel.text.startsWith('Une place plus tot'))?.text;
    expect(text).toMatch(/Gardée pour vous jusqu'au lundi .* Pour dire oui ou non : https:/);
    expect(text).not.toMatch(/Blanc|E3|Impôts/);
    expect(await answer(rig, 'wait.decline', waiting, bookingId)).toBe('applied');

    // What was not sent before the end is not sent after it.
    const other = at(rig, 4, 16);
    await cancel(rig, await book(rig, other));
    const second = present(await offerOf(rig, waiting), 'another is offered');
    expect(await answer(rig, 'wait.decline', waiting, second.bookingId)).toBe('applied');
    expect((await offers()).map(({ state }) => state)).toEqual(['sent', 'cancelled']);
    await leave(rig, waiting);
  });

  it('BO-72 asks a person three times at most, and never twice for one time', async () => {
    const rig = getRig();
    const waiting = await wait(rig, at(rig, 12, 9));
    for (const clock of [14, 15, 16, 17]) {
      const freed = at(rig, 5, clock);
      await cancel(rig, await book(rig, freed));
      const offer = await offerOf(rig, waiting);
      if (clock === 17) expect(offer).toBeNull();
      else {
        expect(offer).toMatchObject({ start: freed });
        const { bookingId } = present(offer, 'it was just seen');
        expect(await answer(rig, 'wait.decline', waiting, bookingId)).toBe('applied');
        await cancel(rig, await book(rig, freed));
        expect(await offerOf(rig, waiting)).toBeNull();
      }
    }
    expect((await see(rig, waiting)).waiting?.offersLeft).toBe(0);
    await leave(rig, waiting);
    expect(await join(rig, waiting)).toBe('applied');
    expect((await see(rig, waiting)).waiting?.offersLeft).toBe(0);
    await leave(rig, waiting);
  });

  it('BO-72 offers nothing under a day’s notice, nor a time later than the one they have', async () => {
    const rig = getRig();
    const waiting = await wait(rig, at(rig, 6, 12));
    await cancel(rig, await book(rig, at(rig, 1, 9)));
    await cancel(rig, await book(rig, at(rig, 6, 13)));
    expect(await offerOf(rig, waiting)).toBeNull();
    await leave(rig, waiting);
  });

  it('BO-74 ends an offer after four hours of the day, and passes it on once, whichever hub does', async () => {
    const rig = getRig();
    const freed = at(rig, 6, 18);
    const losing = await book(rig, freed);
    const first = await wait(rig, at(rig, 9, 14));
    const second = await wait(rig, at(rig, 9, 15));
    await cancel(rig, losing);
    const offer = present(await offerOf(rig, first), 'it is offered');
    await passOn(rig);
    expect(await offerOf(rig, first)).toEqual(offer);
    rig.pass((Date.parse(offer.until) - Date.parse(rig.now())) / 1000);
    expect(await answer(rig, 'wait.accept', first, offer.bookingId)).toBe('offer-over');
    await Promise.all([passOn(rig), passOn(rig)]);
    expect(await offerOf(rig, first)).toBeNull();
    expect(await offerOf(rig, second)).toMatchObject({ start: freed });
    expect((await see(rig, second)).waiting?.offersLeft).toBe(2);
    await leave(rig, first, second);
  });

  it('BO-70 gives a first appointment to who only awaits one', async () => {
    const rig = getRig();
    const freed = at(rig, 6, 19);
    const losing = await book(rig, freed);
    const callId = await openReferableCall(rig, rig.lucie);
    const referralId = v7();
    const wish = { referralId, callId, venueId: rig.venueId, wishes: ['Bientôt'] };
    expect(await rig.act(rig.lucie, 'referral.request', wish)).toBe('applied');
    expect(await join(rig, referralId)).toBe('applied');
    await cancel(rig, losing);
    const { bookingId } = present(await offerOf(rig, referralId), 'it is offered');
    expect(await answer(rig, 'wait.accept', referralId, bookingId)).toBe('applied');
    expect((await see(rig, referralId)).appointment?.start).toBe(freed);
  });

  it('BO-76 withdraws an offer from who is not expected any more, and offers it to the next', async () => {
    const rig = getRig();
    const freed = at(rig, 7, 9);
    const losing = await book(rig, freed);
    const first = await wait(rig, at(rig, 10, 14));
    const second = await wait(rig, at(rig, 10, 15));
    await cancel(rig, losing);
    expect(await offerOf(rig, first)).not.toBeNull();
    await cancel(rig, first);
    expect(await offerOf(rig, first)).toBeNull();
    expect(await offerOf(rig, second)).toMatchObject({ start: freed });
    await leave(rig, second);
  });

  it('BO-73 keeps the time of an offer when the call is closed, released or sends elsewhere', async () => {
    const rig = getRig();
    const losing = await book(rig, at(rig, 7, 12));
    const start = at(rig, 10, 9);
    const { callId, bookingId } = await hold(rig, start);
    const referralId = v7();
    expect(await rig.act(rig.lucie, 'referral.book', { referralId, callId, bookingId })).toBe(
      'applied',
    );
    expect(await join(rig, referralId)).toBe('applied');
    await cancel(rig, losing);
    const offer = present(await offerOf(rig, referralId), 'it is offered');
    const offered = { bookingId: offer.bookingId };
    expect(await rig.act(rig.lucie, 'slot.release', offered)).toBe('already-referred');
    const another = { bookingId: v7(), callId, diaryId, ...alone };
    const other = at(rig, 7, 13);
    const slot = { ...another, start: other, end: end(other) };
    expect(await rig.act(rig.lucie, 'slot.hold', slot)).toBe('already-referred');
    expect(await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff })).toBe('applied');
    expect(await answer(rig, 'wait.accept', referralId, offer.bookingId)).toBe('applied');
  });

  it('BO-75 gives who had no appointment the very kind that was offered', async () => {
    const rig = getRig();
    const workshop = { ...aloneKind, id: v7(), name: 'Atelier', places: 5 };
    const ranges = [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekly(weekday, '08:00', '20:00'));
    const usual = venueDiary({ diaryId, venueId: rig.venueId }, 60, ranges);
    const set = { ...usual, kinds: [...usual.kinds, workshop] };
    expect(await rig.act(rig.mediator, 'diary.set', set)).toBe('applied');
    const start = at(rig, 8, 14);
    const [leaving] = await Promise.all(
      [1, 2].map(async () => {
        const callId = await openReferableCall(rig, rig.lucie);
        const ids = { callId, bookingId: v7(), referralId: v7() };
        const slot = {
          diaryId,
          start,
          end: end(start),
          kindId: workshop.id,
          where: 'phone',
        } as const;
        const { bookingId } = ids;
        expect(await rig.act(rig.lucie, 'slot.hold', { callId, bookingId, ...slot })).toBe(
          'applied',
        );
        expect(await rig.act(rig.lucie, 'referral.book', ids)).toBe('applied');
        return ids.referralId;
      }),
    );
    const callId = await openReferableCall(rig, rig.lucie);
    const referralId = v7();
    const wish = { referralId, callId, venueId: rig.venueId, wishes: ['Bientôt'] };
    expect(await rig.act(rig.lucie, 'referral.request', wish)).toBe('applied');
    expect(await join(rig, referralId)).toBe('applied');
    await cancel(rig, present(leaving, 'two were booked'));
    const { bookingId } = present(await offerOf(rig, referralId), 'it is offered');
    expect(await answer(rig, 'wait.accept', referralId, bookingId)).toBe('applied');
    expect((await see(rig, referralId)).appointment).toMatchObject({
      start,
      kindName: 'Atelier',
      where: 'phone',
    });
    expect(await rig.act(rig.mediator, 'diary.set', usual)).toBe('applied');
  });

  it('BO-71 offers no time at which the diary is open no more', async () => {
    const rig = getRig();
    const freed = at(rig, 8, 10);
    const losing = await book(rig, freed);
    const waiting = await wait(rig, at(rig, 11, 9));
    const ranges = [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekly(weekday, '08:00', '20:00'));
    const open = venueDiary({ diaryId, venueId: rig.venueId }, 60, ranges);
    const absent = { from: freed.slice(0, 10), until: freed.slice(0, 10) };
    const away = { ...open, absences: [absent] };
    expect(await rig.act(rig.mediator, 'diary.set', away)).toBe('applied');
    await cancel(rig, losing);
    expect(await offerOf(rig, waiting)).toBeNull();
    expect(await rig.act(rig.mediator, 'diary.set', open)).toBe('applied');
    await leave(rig, waiting);
  });

  it('BO-73 gives two times that become free at once to two people, and one time to one', async () => {
    const rig = getRig();
    const freed = [at(rig, 7, 10), at(rig, 7, 11)] as const;
    const losing = [await book(rig, freed[0]), await book(rig, freed[1])] as const;
    const first = await wait(rig, at(rig, 10, 16));
    const second = await wait(rig, at(rig, 10, 17));
    await Promise.all(losing.map((referralId) => cancel(rig, referralId)));
    const offers = [await offerOf(rig, first), await offerOf(rig, second)];
    expect(offers.map((offer) => offer?.start).toSorted()).toEqual([...freed]);
    const { bookingId } = present(offers[0], 'it is offered');
    const both = [1, 2].map(() => answer(rig, 'wait.accept', first, bookingId));
    expect((await Promise.all(both)).toSorted()).toEqual(['applied', 'offer-over']);
    await leave(rig, second);
  });
});
