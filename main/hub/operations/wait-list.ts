import { eq } from 'drizzle-orm';
import { can } from '#src/access';
import { isTimeAhead } from '#src/booking';
import type { RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import type { Transaction } from '../storage/database.ts';
import { booking, diary, referral, waitEntry } from '../storage/schema.ts';
import { acceptOffer, declineOffer, endOpenOffer } from './answer-offer.ts';
import type { HandlerContext, Handlers } from './handler.ts';
import { changedReferral } from './referrals.ts';
import { waitingStates } from './wait-offers.ts';

type WaitHandlers = Pick<Handlers, 'wait.join' | 'wait.leave' | 'wait.accept' | 'wait.decline'>;

/** The wait list of a venue with a diary, and the times that it offers: BO-70 to BO-76. */
export const waitListHandlers: WaitHandlers = {
  'wait.join': async (context, { referralId, suits }) => {
    const { tx, now } = context;
    const own = await waitingReferral(context, referralId);
    if (!own.ok) return own;
    const { state, bookingId, venueId } = own.value;
    if (!waitingStates.some((waiting) => waiting === state)) return err('referral-over');
    if (!(await hasDiary(tx, venueId))) return err('no-diary-there');
    if (await hasBegun(tx, bookingId, now)) return err('appointment-begun');
    const entry = { weekdays: [...suits.weekdays], halves: [...suits.halves] };
    await tx
      .insert(waitEntry)
      .values({ referralId, since: now, ...entry })
      // Who says anew what suits them keeps their place.
      .onConflictDoUpdate({ target: waitEntry.referralId, set: entry });
    return ok({ changed: [changedReferral(own.value)] });
  },

  'wait.leave': async (context, { referralId }) => {
    const { tx } = context;
    const own = await waitingReferral(context, referralId);
    if (!own.ok) return own;
    const ended = await endOpenOffer(context, referralId);
    await tx.delete(waitEntry).where(eq(waitEntry.referralId, referralId));
    return ok({ changed: [changedReferral(own.value), ...ended] });
  },

  'wait.accept': async (context, { referralId, bookingId }) => {
    const own = await waitingReferral(context, referralId);
    return own.ok ? acceptOffer(context, { referral: own.value, bookingId }) : own;
  },

  'wait.decline': async (context, { referralId, bookingId }) => {
    const own = await waitingReferral(context, referralId);
    return own.ok ? declineOffer(context, { referral: own.value, bookingId }) : own;
  },
};

/** The referral, locked, if the actor may speak for the person on the list. */
async function waitingReferral(
  { tx, actor }: HandlerContext,
  referralId: string,
): Promise<Result<typeof referral.$inferSelect, RefusalCode>> {
  const [found] = await tx.select().from(referral).where(eq(referral.id, referralId)).for('update');
  if (found === undefined) return err('unknown-referral');
  const { territoryId, venueId, adviserId } = found;
  return can(actor, 'referral.wait', { territoryId, venueId, adviserId })
    ? ok(found)
    : err('forbidden');
}

async function hasDiary(tx: Transaction, venueId: string): Promise<boolean> {
  return (await tx.$count(diary, eq(diary.venueId, venueId))) > 0;
}

async function hasBegun(tx: Transaction, bookingId: string | null, now: string): Promise<boolean> {
  if (bookingId === null) return false;
  const [booked] = await tx.select().from(booking).where(eq(booking.id, bookingId));
  return booked !== undefined && !isTimeAhead(booked.period, now);
}
