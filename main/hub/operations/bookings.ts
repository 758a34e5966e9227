import { and, eq, lte, type SQL } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { can } from '#src/access';
import { computeSlots, type Diary, holdExpiry } from '#src/booking';
import { err, ok } from '#src/kernel';
import { databaseErrorCode, type Transaction } from '../storage/database.ts';
import { booking, diary, diaryRange } from '../storage/schema.ts';
import { findVenue } from '../storage/venue-store.ts';
import { openCall } from './call-record.ts';
import type { ChangedEntity, Handlers } from './handler.ts';

/** Slots held for a call, and given back. */
export const bookingHandlers: Pick<Handlers, 'slot.hold' | 'slot.release'> = {
  'slot.hold': async (context, { bookingId, callId, diaryId, start, end }) => {
    const { tx, actor, now } = context;
    const own = await openCall(context, 'slot.book', callId);
    if (!own.ok) return own;
    const offering = await readDiary(tx, diaryId);
    if (offering === null) return err('unknown-diary');
    const venue = await findVenue(tx, offering.venueId);
    if (venue === null) return err('unknown-venue');
    if (venue.withdrawnOn !== null) return err('venue-withdrawn');
    if (!isOffered(offering, { start, end }, now)) return err('slot-not-offered');

    const isExpired = and(
      eq(booking.diaryId, diaryId),
      eq(booking.state, 'held'),
      lte(booking.holdExpiresAt, now),
    );
    const freed = await releasedBookings(tx, isExpired);
    const { sponsorId, territoryId, lineId } = own.value;
    const held = {
      id: bookingId,
      diaryId,
      callId,
      adviserId: actor.accountId,
      sponsorId,
      territoryId,
      lineId,
      period: { start, end },
      state: 'held' as const,
      holdExpiresAt: holdExpiry(now),
    };
    const written = await insertHold(tx, held);
    if (written !== 'held') return err(written);
    return ok({ changed: [...freed, changedBooking(held, offering.venueId)] });
  },

  'slot.release': async ({ tx, actor }, { bookingId }) => {
    const found = await lockBooking(tx, bookingId);
    if (found === null) return err('unknown-booking');
    const { adviserId, territoryId } = found;
    if (!can(actor, 'slot.book', { adviserId, territoryId })) return err('forbidden');
    if (found.state === 'booked') return err('already-referred');
    return ok({ changed: await releasedBookings(tx, eq(booking.id, bookingId)) });
  },
};

/** BO-7: who comes second hears it from the constraint, after waiting for the first one's commit. */
async function insertHold(
  tx: Transaction,
  held: typeof booking.$inferInsert,
): Promise<'held' | 'slot-taken' | 'id-reused'> {
  try {
    const written = await tx
      .insert(booking)
      .values(held)
      .onConflictDoNothing({ target: booking.id })
      .returning({ id: booking.id });
    return written.length === 1 ? 'held' : 'id-reused';
  } catch (error) {
    if (databaseErrorCode(error) === '23P01') return 'slot-taken';
    throw error;
  }
}

/** BO-9: whether the diary has this very slot, taken or not. */
function isOffered(
  offering: Diary,
  wanted: { readonly start: string; readonly end: string },
  now: string,
): boolean {
  const start = Temporal.Instant.from(wanted.start);
  const day = start.toZonedDateTimeISO(offering.zone).toPlainDate();
  const window = { from: day.toString(), to: day.add({ days: 1 }).toString() };
  return computeSlots(offering, [], window, now).some(
    (slot) => start.equals(slot.start) && Temporal.Instant.from(slot.end).equals(wanted.end),
  );
}

async function readDiary(
  tx: Transaction,
  diaryId: string,
): Promise<(Diary & { readonly venueId: string }) | null> {
  const [row] = await tx.select().from(diary).where(eq(diary.id, diaryId));
  if (row === undefined) return null;
  const ranges = await tx.select().from(diaryRange).where(eq(diaryRange.diaryId, diaryId));
  return {
    ...row,
    ranges: ranges.map(({ weekday, fromTime, toTime }) => ({
      weekday,
      from: fromTime,
      to: toTime,
    })),
  };
}

/** The booking and its diary's venue, its row locked until the transaction ends. */
export async function lockBooking(tx: Transaction, bookingId: string) {
  const [row] = await tx
    .select({ booking, venueId: diary.venueId })
    .from(booking)
    .innerJoin(diary, eq(diary.id, booking.diaryId))
    .where(eq(booking.id, bookingId))
    .for('update', { of: booking });
  return row === undefined ? null : { ...row.booking, venueId: row.venueId };
}

/** Gives back the time of every booking that `condition` picks. */
export async function releasedBookings(
  tx: Transaction,
  condition: SQL | undefined,
): Promise<readonly ChangedEntity[]> {
  const rows = await tx
    .update(booking)
    .set({ state: 'released', holdExpiresAt: null })
    .from(diary)
    .where(and(eq(diary.id, booking.diaryId), condition))
    .returning({ booking, venueId: diary.venueId });
  return rows.map((row) => changedBooking(row.booking, row.venueId));
}

export function changedBooking(
  of: { readonly id: string; readonly territoryId: string; readonly adviserId: string },
  venueId: string,
): ChangedEntity {
  const { id, territoryId, adviserId } = of;
  return { entity: 'booking', id, territoryId, adviserId, venueId };
}
