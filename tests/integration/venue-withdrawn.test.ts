import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { findVenue } from '../../main/hub/storage/venue-store.ts';
import { openReferableCall } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import { desksOn } from '../support/desks.ts';
import { alone, venueDiary, weekly } from '../support/diaries.ts';
import { putVenueSet } from '../support/venue-sets.ts';
import { someVenue } from '../support/venues.ts';

onBothDatabases('VE-61 a venue that its producer no longer lists', (database) => {
  const getRig = desksOn(database);
  const diaryId = v7();
  const tuesday = { start: '2026-01-13T08:00:00Z', end: '2026-01-13T08:30:00Z' };
  const next = { start: '2026-01-13T08:30:00Z', end: '2026-01-13T09:00:00Z' };
  const publish = (...ids: readonly string[]) =>
    database().transaction((tx) =>
      putVenueSet(
        tx,
        ids.map((id) => someVenue({ id })),
        getRig().now(),
      ),
    );

  it('keeps its appointments and its answer, and is sent nobody new', async () => {
    const rig = getRig();
    const { venueId } = rig;
    await publish(venueId, 'sans-agenda');
    const agenda = venueDiary({ diaryId, venueId }, 30, [weekly(2, '09:00', '11:00')]);
    expect(await rig.act(rig.mediator, 'diary.set', agenda)).toBe('applied');
    const [booked, asked] = [
      await openReferableCall(rig, rig.lucie),
      await openReferableCall(rig, rig.karim),
    ];
    const [bookingId, referralId, requestId] = [v7(), v7(), v7()];
    const hold = (id: string, callId: string, slot: typeof tuesday) =>
      rig.act(rig.lucie, 'slot.hold', { bookingId: id, callId, diaryId, ...alone, ...slot });
    const request = (id: string, callId: string, place: string) =>
      rig.act(rig.karim, 'referral.request', {
        referralId: id,
        callId,
        venueId: place,
        wishes: ['Le mardi'],
      });
    expect(await hold(bookingId, booked, tuesday)).toBe('applied');
    const book = { referralId, callId: booked, bookingId };
    expect(await rig.act(rig.lucie, 'referral.book', book)).toBe('applied');
    expect(await request(requestId, asked, 'sans-agenda')).toBe('applied');

    await publish('ailleurs');
    expect(await findVenue(database().db, venueId)).toMatchObject({ withdrawnOn: '2026-01-12' });
    // Its answer to a request is still awaited.
    expect(await findVenue(database().db, 'sans-agenda')).toMatchObject({
      withdrawnOn: '2026-01-12',
    });
    expect(await rig.see(rig.lucie, 'booking', bookingId)).toMatchObject({ state: 'booked' });
    expect(await rig.act(rig.mediator, 'referral.accept', { referralId })).toBe('applied');

    const another = await openReferableCall(rig, rig.lucie);
    expect(await hold(v7(), another, next)).toBe('venue-withdrawn');
    const third = await openReferableCall(rig, rig.karim);
    expect(await request(v7(), third, venueId)).toBe('venue-withdrawn');
    expect(await request(v7(), third, 'jamais-vu')).toBe('unknown-venue');

    await publish(venueId, 'ailleurs');
    expect(await findVenue(database().db, venueId)).toMatchObject({ withdrawnOn: null });
    expect(await hold(v7(), another, next)).toBe('applied');
    expect(await request(v7(), third, venueId)).toBe('applied');
  });
});
