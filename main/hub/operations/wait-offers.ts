import { and, asc, count, eq, inArray, isNull, lte } from 'drizzle-orm';
import { v7 } from 'uuid';
import { isOffered, nextInLine, offerEnd, type Waiting, waitListLimits } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { err, ok, present } from '#src/kernel';
import { planMessages } from '../notifications/plan-messages.ts';
import type { Transaction } from '../storage/database.ts';
import { inSavepoint } from '../storage/savepoint.ts';
import { booking, diary, referral, waitEntry, waitOffer } from '../storage/schema.ts';
import { changedBooking, insertHold, releasedBookings } from './bookings.ts';
import type { ChangedEntity } from './handler.ts';
import type { Saying } from './referral-times.ts';
import { changedReferral } from './referrals.ts';

type ReferralRow = typeof referral.$inferSelect;
type OfferRow = typeof waitOffer.$inferSelect;
type FreedBooking = {
  readonly booking: typeof booking.$inferSelect;
  readonly diary: typeof diary.$inferSelect;
};

/** In which states somebody is still expected, or still to get a time. */
export const waitingStates = ['sent', 'received', 'accepted'] as const;

/**
 * BO-70 to BO-76: what the wait list makes of what became of a referral: an offer that serves no more is withdrawn, and the time
 * that it had, where it has it no more, is offered to the first in line.
 */
export async function afterReferral(
  saying: Saying,
  referralId: string,
  hadBooking: string | null,
): Promise<readonly ChangedEntity[]> {
  const withdrawn = await withdrawOffer(saying, referralId);
  const freed = hadBooking === null ? [] : await offerFreedTime(saying, hadBooking);
  return [...withdrawn, ...freed];
}

/** BO-76: nobody is asked any more whether they would come earlier to where they do not go, or go already by then. */
async function withdrawOffer(
  saying: Saying,
  referralId: string,
): Promise<readonly ChangedEntity[]> {
  const { tx } = saying;
  const [open] = await tx
    .select({ offer: waitOffer, state: referral.state, period: booking.period })
    .from(waitOffer)
    .innerJoin(referral, eq(referral.id, waitOffer.referralId))
    .leftJoin(booking, eq(booking.id, referral.bookingId))
    .where(and(eq(waitOffer.referralId, referralId), isNull(waitOffer.answer)));
  if (open === undefined) return [];
  const isExpected = waitingStates.some((state) => state === open.state);
  const isLater = open.period === null || open.period.start > open.offer.start;
  return isExpected && isLater ? [] : endOffer(saying, open.offer, 'declined');
}

/** Ends an offer that was not accepted: its time is offered to the next one. */
export async function endOffer(
  saying: Saying,
  offer: OfferRow,
  answer: 'declined' | 'expired',
): Promise<readonly ChangedEntity[]> {
  const { tx, now } = saying;
  await tx
    .update(waitOffer)
    .set({ answer, answeredAt: now })
    .where(eq(waitOffer.bookingId, offer.bookingId));
  await planMessages(tx, offer.referralId, 'offer-over', now);
  const freed = await releasedBookings(tx, eq(booking.id, offer.bookingId));
  const rows = await tx.select().from(referral).where(eq(referral.id, offer.referralId));
  const passedOn = await offerFreedTime(saying, offer.bookingId);
  return [...freed, ...rows.map(changedReferral), ...passedOn];
}

/** BO-74: ends the offers whose time is up, each passed on. Two hubs at once end different ones. */
export async function endExpiredOffers(saying: Saying): Promise<readonly ChangedEntity[]> {
  const expired = await saying.tx
    .select()
    .from(waitOffer)
    .where(and(isNull(waitOffer.answer), lte(waitOffer.until, saying.now)))
    .orderBy(asc(waitOffer.until))
    .limit(50)
    .for('update', { skipLocked: true });
  const changed: ChangedEntity[] = [];
  for (const offer of expired) changed.push(...(await endOffer(saying, offer, 'expired')));
  return changed;
}

/** The time that the referral is offered and that is not answered yet; `null`: none. */
export async function readOpenOffer(tx: Transaction, referralId: string): Promise<OfferRow | null> {
  const [open] = await tx
    .select()
    .from(waitOffer)
    .where(and(eq(waitOffer.referralId, referralId), isNull(waitOffer.answer)));
  return open ?? null;
}

/** BO-71: offers the time of a booking that was given back to the first in line whom it suits, and holds it for them. */
async function offerFreedTime(
  saying: Saying,
  bookingId: string,
): Promise<readonly ChangedEntity[]> {
  const { tx, now } = saying;
  const freed = await readFreed(tx, bookingId);
  if (freed === null) return [];
  const { zone } = freed.diary;
  if (!isOpenUntil(freed, offerEnd(now, zone))) return [];
  const { start } = freed.booking.period;
  const line = await readLine(tx, freed);
  const next = nextInLine(line, { start, zone }, now);
  return next === null ? [] : hold(saying, freed, next);
}

async function readFreed(tx: Transaction, bookingId: string): Promise<FreedBooking | null> {
  const [row] = await tx
    .select({ booking, diary })
    .from(booking)
    .innerJoin(diary, eq(diary.id, booking.diaryId))
    .where(and(eq(booking.id, bookingId), eq(booking.state, 'released')));
  return row ?? null;
}

/**
 * Whether the diary, as it is now, would let the person take the time at the offer's last moment. What is given back is often what
 * the venue has just closed.
 */
function isOpenUntil({ booking: { kindId, period }, diary: kept }: FreedBooking, until: string) {
  const { rules, zone, territory } = kept;
  const kind = rules.kinds.find(({ id }) => id === kindId);
  return kind !== undefined && isOffered({ ...rules, zone, territory }, kind, period, until);
}

/** Who waits for that kind of appointment at that venue. Locked: two times that become free at once are offered one after the other. */
async function readLine(tx: Transaction, freed: FreedBooking): Promise<readonly Waiting[]> {
  const rows = await tx
    .select({ entry: waitEntry, referral, booking })
    .from(waitEntry)
    .innerJoin(referral, eq(referral.id, waitEntry.referralId))
    .leftJoin(booking, eq(booking.id, referral.bookingId))
    .where(
      and(eq(referral.venueId, freed.diary.venueId), inArray(referral.state, [...waitingStates])),
    )
    .orderBy(asc(waitEntry.since))
    .for('update', { of: waitEntry });
  const offers = await readOffers(
    tx,
    rows.map((row) => row.entry.referralId),
  );
  return rows
    .filter((row) => row.booking === null || row.booking.kindId === freed.booking.kindId)
    .map(({ entry: { referralId, since, weekdays, halves }, booking: had }) => {
      const own = offers.get(referralId) ?? [];
      return {
        referralId,
        since,
        suits: { weekdays, halves },
        appointment: had === null ? null : { start: had.period.start },
        offered: own.map(({ start }) => start),
        isAsked: own.some(({ answer }) => answer === null),
      };
    });
}

async function readOffers(
  tx: Transaction,
  referralIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OfferRow[]>> {
  const offers = await tx
    .select()
    .from(waitOffer)
    .where(inArray(waitOffer.referralId, [...referralIds]));
  return Map.groupBy(offers, ({ referralId }) => referralId);
}

/** BO-73: the time is held for the offer; where somebody has it by now, nobody is asked. */
async function hold(
  { tx, now }: Saying,
  { booking: freed, diary: { venueId, zone } }: FreedBooking,
  { referralId }: Waiting,
): Promise<readonly ChangedEntity[]> {
  const rows = await tx.select().from(referral).where(eq(referral.id, referralId));
  const to: ReferralRow = present(rows[0], 'who waits has a referral');
  const id = v7();
  const until = offerEnd(now, zone);
  const { callId, adviserId, sponsorId, territoryId, lineId } = to;
  const { seat: _seat, ...time } = freed;
  const held = {
    ...time,
    ...{ id, callId, adviserId, sponsorId, territoryId, lineId },
    session: freed.places === 1 ? id : freed.session,
    state: 'held' as const,
    holdExpiresAt: until,
  };
  const taken = await inSavepoint(tx, async (savepoint) => {
    const written = await insertHold(savepoint, held);
    return written === 'held' ? ok(null) : err(written);
  });
  if (!taken.ok) return [];
  const { diaryId } = freed;
  const { start, end } = freed.period;
  await tx
    .insert(waitOffer)
    .values({ bookingId: id, referralId, diaryId, start, madeAt: now, until });
  const offered = { appointment: { start, end, zone }, keptUntil: until };
  await planMessages(tx, referralId, 'offered', now, offered);
  return [changedBooking(held, venueId), changedReferral(to)];
}

/** The places on wait lists of these referrals, as desks see them. */
export async function readWaiting(
  tx: Transaction,
  referralIds: readonly string[],
): Promise<ReadonlyMap<string, NonNullable<ReferralView['waiting']>>> {
  const entries = await tx
    .select()
    .from(waitEntry)
    .where(inArray(waitEntry.referralId, [...referralIds]));
  if (entries.length === 0) return new Map();
  const made = await tx
    .select({ referralId: waitOffer.referralId, offers: count() })
    .from(waitOffer)
    .where(inArray(waitOffer.referralId, [...referralIds]))
    .groupBy(waitOffer.referralId);
  const offers = new Map(made.map((row) => [row.referralId, row.offers]));
  const open = await tx
    .select({ offer: waitOffer, period: booking.period })
    .from(waitOffer)
    .innerJoin(booking, eq(booking.id, waitOffer.bookingId))
    .where(and(inArray(waitOffer.referralId, [...referralIds]), isNull(waitOffer.answer)));
  const offered = new Map(
    open.map(({ offer: { referralId, bookingId, until }, period }) => [
      referralId,
      { bookingId, ...period, until },
    ]),
  );
  return new Map(
    entries.map(({ referralId, since, weekdays, halves }) => [
      referralId,
      {
        since,
        suits: { weekdays, halves },
        offersLeft: Math.max(0, waitListLimits.mostOffers - (offers.get(referralId) ?? 0)),
        offer: offered.get(referralId) ?? null,
      },
    ]),
  );
}
