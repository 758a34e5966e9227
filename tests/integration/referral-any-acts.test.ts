import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { stands } from '#src/booking';
import { booking, referral, referralProposal } from '../../main/hub/storage/schema.ts';
import { openReferableCall } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { alone, venueDiary, weekly } from '../support/diaries.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const days = [1, 2, 3, 4, 5, 6, 7];

/** An hour of the day, so many after eight, UTC: always within the diary's range. */
function hourAt(rig: DeskRig, ahead: number) {
  const begins = Math.floor(Date.parse(rig.now()) / day) * day + (8 + ahead) * hour;
  return { start: new Date(begins).toISOString(), end: new Date(begins + hour).toISOString() };
}

async function book(rig: DeskRig, diaryId: string) {
  const callId = await openReferableCall(rig, rig.lucie);
  const ids = { callId, bookingId: v7(), referralId: v7() };
  const wanted = { callId, bookingId: ids.bookingId, diaryId, ...alone, ...hourAt(rig, 6) };
  expect(await rig.act(rig.lucie, 'slot.hold', wanted)).toBe('applied');
  expect(await rig.act(rig.lucie, 'referral.book', ids)).toBe('applied');
  return ids;
}

/** What may be said, in any order, of any time: what is refused changes nothing. */
const acts = {
  receive: (rig: DeskRig, referralId: string) =>
    rig.act(rig.mediator, 'referral.receive', { referralId }),
  accept: (rig: DeskRig, referralId: string) =>
    rig.act(rig.mediator, 'referral.accept', { referralId }),
  refuse: (rig: DeskRig, referralId: string) =>
    rig.act(rig.mediator, 'referral.refuse', { referralId, reason: 'full', note: '' }),
  propose: (rig: DeskRig, referralId: string, _diaryId: string, ahead: number) => {
    const times = [ahead, ahead + 1].map((one) => ({ id: v7(), ...hourAt(rig, one) }));
    return rig.act(rig.mediator, 'referral.propose', {
      referralId,
      diaryId: null,
      times,
      note: '',
    });
  },
  choose: async (rig: DeskRig, referralId: string) => {
    const view = await rig.see(rig.lucie, 'referral', referralId);
    const timeId = view?.proposal?.times[0]?.id ?? v7();
    return rig.act(rig.lucie, 'referral.choose-proposal', { referralId, timeId });
  },
  decline: (rig: DeskRig, referralId: string) =>
    rig.act(rig.lucie, 'referral.decline-proposal', { referralId }),
  move: (rig: DeskRig, referralId: string, diaryId: string, ahead: number) => {
    const to = { bookingId: v7(), diaryId, ...hourAt(rig, ahead) };
    return rig.act(rig.lucie, 'referral.move', { referralId, by: 'person', reason: null, to });
  },
  cancel: (rig: DeskRig, referralId: string) =>
    rig.act(rig.lucie, 'referral.cancel', { referralId, by: 'person', reason: null }),
  wait: async (rig: DeskRig) => rig.pass(60 * 60),
};
type Name = keyof typeof acts;
const names = Object.keys(acts).filter((name): name is Name => name in acts);

const said = fc.array(
  fc.record({
    // Ends come seldom, so that what leads to them is longer.
    name: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('propose', 'choose', 'decline', 'move') },
      { weight: 3, arbitrary: fc.constantFrom(...names) },
    ),
    ahead: fc.integer({ min: 1, max: 11 }),
  }),
  { minLength: 1, maxLength: 8 },
);

/** The times that a diary keeps for the call, and those that its referral says that it has. */
async function timesOf(rig: DeskRig, callId: string, referralId: string) {
  const { db } = rig.database;
  const kept = await db
    .select({ id: booking.id })
    .from(booking)
    .where(and(eq(booking.callId, callId), eq(booking.state, 'booked')));
  const [row] = await db.select().from(referral).where(eq(referral.id, referralId));
  const proposed = await db
    .select({ id: referralProposal.id })
    .from(referralProposal)
    .where(eq(referralProposal.referralId, referralId));
  const own = row !== undefined && stands(row.state) ? [row.bookingId] : [];
  const told = [...own, ...proposed.map(({ id }) => id)].filter((id) => id !== null);
  return { kept: kept.map(({ id }) => id).toSorted(), told: told.toSorted(), row, proposed };
}

onBothDatabases('whatever is said of a referral in a diary', (database) => {
  const getRig = desksOn(database);

  it('BO-98 the diary keeps its one appointment and what stands proposed, and nothing once it fell', async () => {
    const rig = getRig();
    const diaryId = v7();
    const ranges = days.map((weekday) => weekly(weekday, '00:00', '23:00'));
    const set = venueDiary({ diaryId, venueId: rig.venueId }, 60, ranges);
    expect(await rig.act(rig.mediator, 'diary.set', set)).toBe('applied');
    await fc.assert(
      fc.asyncProperty(said, async (all) => {
        const { callId, referralId } = await book(rig, diaryId);
        for (const { name, ahead } of all) {
          await acts[name](rig, referralId, diaryId, ahead);
          const { kept, told, row, proposed } = await timesOf(rig, callId, referralId);
          expect(kept).toEqual(told);
          expect(proposed.length > 0).toBe(row?.state === 'proposed');
        }
        // The next one begins at eight of another day, on a diary that is free again.
        const now = Date.parse(rig.now());
        rig.pass((Math.floor(now / day) * day + day + 8 * hour - now) / 1000);
      }),
      { numRuns: 12 },
    );
  });
});
