import { and, eq, isNull } from 'drizzle-orm';
import { v7 } from 'uuid';
import { can } from '#src/access';
import { isTimeAhead } from '#src/booking';
import type { RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import type { Transaction } from '../storage/database.ts';
import { booking, diary, referral, waitEntry, waitOffer } from '../storage/schema.ts';
import type { HandlerContext, Handlers } from './handler.ts';
import { changedReferral } from './referrals.ts';
import { sayOfReferral } from './say-of-referral.ts';
import { endOffer, waitingStates } from './wait-offers.ts';

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
    const { tx, now } = context;
    const own = await waitingReferral(context, referralId);
    if (!own.ok) return own;
    const open = await lockOffer(tx, referralId);
    const ended = open === null ? [] : await endOffer({ tx, now }, open, 'declined');
    await tx.delete(waitEntry).where(eq(waitEntry.referralId, referralId));
    return ok({ changed: [changedReferral(own.value), ...ended] });
  },

  'wait.accept': async (context, { referralId, bookingId }) => {
    const { tx, now } = context;
    const own = await waitingReferral(context, referralId);
    if (!own.ok) return own;
    const offer = await lockOffer(tx, referralId);
    if (offer?.bookingId !== bookingId || !isTimeAhead({ start: offer.until }, now)) {
      return err('offer-over');
    }
    const [held] = await tx
      .update(booking)
      .set({ state: 'released', holdExpiresAt: null })
      .where(and(eq(booking.id, bookingId), eq(booking.state, 'held')))
      .returning();
    if (held === undefined) return err('offer-over');
    const accepted = { answer: 'accepted' as const, answeredAt: now };
    await tx.update(waitOffer).set(accepted).where(eq(waitOffer.bookingId, bookingId));
    await tx.delete(waitEntry).where(eq(waitEntry.referralId, referralId));
    const { diaryId, period } = held;
    const moved = await sayOfReferral(
      { tx, now },
      referralId,
      {
        type: 'move',
        by: 'person',
        reason: 'earlier-time',
        to: { bookingId: v7(), diaryId, ...period },
        offered: held,
      },
      () => true,
    );
    if (!moved.ok) return moved;
    const { id, territoryId, adviserId } = held;
    const freed = { entity: 'booking' as const, id, territoryId, adviserId };
    return ok({ changed: [...moved.value.changed, { ...freed, venueId: own.value.venueId }] });
  },

  'wait.decline': async (context, { referralId, bookingId }) => {
    const { tx, now } = context;
    const own = await waitingReferral(context, referralId);
    if (!own.ok) return own;
    const offer = await lockOffer(tx, referralId);
    if (offer?.bookingId !== bookingId) return err('offer-over');
    return ok({ changed: await endOffer({ tx, now }, offer, 'declined') });
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

async function lockOffer(tx: Transaction, referralId: string) {
  const [open] = await tx
    .select()
    .from(waitOffer)
    .where(and(eq(waitOffer.referralId, referralId), isNull(waitOffer.answer)))
    .for('update');
  return open ?? null;
}
