import { and, eq, isNull } from 'drizzle-orm';
import { v7 } from 'uuid';
import { isTimeAhead } from '#src/booking';
import type { RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import type { Transaction } from '../storage/database.ts';
import { booking, type referral, waitEntry, waitOffer } from '../storage/schema.ts';
import { changedBooking } from './bookings.ts';
import type { ChangedEntity, Effects } from './handler.ts';
import type { Saying } from './referral-times.ts';
import { sayOfReferral } from './say-of-referral.ts';
import { endOffer } from './wait-offers.ts';

type ReferralRow = typeof referral.$inferSelect;
/** The time of that booking, offered to the person of that referral, whose row is locked. */
type Offered = {
  readonly referral: Pick<ReferralRow, 'id' | 'venueId'>;
  readonly bookingId: string;
};

/** BO-75: the person takes the time, in whatever way they say so; what they had is offered in turn. */
export async function acceptOffer(
  { tx, now }: Saying,
  { referral: { id: referralId, venueId }, bookingId }: Offered,
): Promise<Result<Effects, RefusalCode>> {
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
  return ok({ changed: [...moved.value.changed, changedBooking(held, venueId)] });
}

/** The person does not take it: it goes to the next one. */
export async function declineOffer(
  { tx, now }: Saying,
  { referral: { id: referralId }, bookingId }: Offered,
): Promise<Result<Effects, RefusalCode>> {
  const offer = await lockOffer(tx, referralId);
  if (offer?.bookingId !== bookingId) return err('offer-over');
  return ok({ changed: await endOffer({ tx, now }, offer, 'declined') });
}

/** Who leaves the list is asked no more. */
export async function endOpenOffer(
  { tx, now }: Saying,
  referralId: string,
): Promise<readonly ChangedEntity[]> {
  const open = await lockOffer(tx, referralId);
  return open === null ? [] : endOffer({ tx, now }, open, 'declined');
}

async function lockOffer(tx: Transaction, referralId: string) {
  const [open] = await tx
    .select()
    .from(waitOffer)
    .where(and(eq(waitOffer.referralId, referralId), isNull(waitOffer.answer)))
    .for('update');
  return open ?? null;
}
