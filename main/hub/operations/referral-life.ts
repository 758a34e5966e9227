import { eq } from 'drizzle-orm';
import { type Action, can } from '#src/access';
import { advanceReferral, type ReferralAct, stands } from '#src/booking';
import type { RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { planMessages } from '../notifications/plan-messages.ts';
import { booking, referral } from '../storage/schema.ts';
import { releasedBookings } from './bookings.ts';
import type { Effects, HandlerContext, Handlers } from './handler.ts';
import { changedReferral } from './referrals.ts';

type LifeHandlers = Pick<
  Handlers,
  | 'referral.accept'
  | 'referral.refuse'
  | 'referral.attend'
  | 'referral.miss'
  | 'referral.result'
  | 'referral.cancel'
>;

/** What the venue answers, and what became of the person: BO-10, BO-20 to BO-25. */
export const referralLifeHandlers: LifeHandlers = {
  'referral.accept': (context, { referralId }) => say(context, referralId, { type: 'accept' }),

  'referral.refuse': (context, { referralId, reason, note }) =>
    say(context, referralId, { type: 'refuse' }, { refusalReason: reason, refusalNote: note }),

  'referral.attend': (context, { referralId }) => say(context, referralId, { type: 'attend' }),

  'referral.miss': (context, { referralId }) => say(context, referralId, { type: 'miss' }),

  'referral.result': (context, { referralId, result }) =>
    say(context, referralId, { type: 'result', result }),

  'referral.cancel': (context, { referralId, by, reason }) =>
    say(
      context,
      referralId,
      { type: 'cancel' },
      { cancelledBy: by, cancelReason: reason, cancelledAt: context.now },
    ),
};

type Words = Partial<
  Pick<
    typeof referral.$inferInsert,
    'refusalReason' | 'refusalNote' | 'cancelledBy' | 'cancelReason' | 'cancelledAt'
  >
>;

/** The referral as it is once `act` was said of it. What leads nowhere any more gives its time back. */
async function say(
  { tx, actor, now }: HandlerContext,
  referralId: string,
  act: ReferralAct,
  words: Words = {},
): Promise<Result<Effects, RefusalCode>> {
  const [found] = await tx.select().from(referral).where(eq(referral.id, referralId)).for('update');
  if (found === undefined) return err('unknown-referral');
  const { territoryId, venueId, adviserId, bookingId } = found;
  const action: Action = act.type === 'cancel' ? 'referral.cancel' : 'referral.decide';
  if (!can(actor, action, { territoryId, venueId, adviserId })) return err('forbidden');
  const isBooking = bookingId === null ? null : eq(booking.id, bookingId);
  const booked = isBooking && (await tx.select().from(booking).where(isBooking))[0];
  const moved = advanceReferral({ ...found, appointment: booked?.period ?? null }, act, now);
  if (!moved.ok) return moved;
  await tx
    .update(referral)
    .set({ ...moved.value, ...words })
    .where(eq(referral.id, referralId));
  const isFreed = !stands(moved.value.state) && isBooking !== null;
  const freed = isFreed ? await releasedBookings(tx, isBooking) : [];
  if (act.type === 'refuse') await planMessages(tx, referralId, 'refused', now);
  if (act.type === 'cancel') await planMessages(tx, referralId, 'cancelled', now);
  return ok({ changed: [changedReferral(found), ...freed] });
}
