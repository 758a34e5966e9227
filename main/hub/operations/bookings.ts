import { and, asc, eq, gt, inArray, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { can } from '#src/access';
import {
  type AppointmentKind,
  type Diary,
  holdExpiry,
  isOffered,
  isWorkshop,
  mostHolds,
} from '#src/booking';
import type { OperationPayload, RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { databaseErrorCode, type Transaction } from '../storage/database.ts';
import { booking, diary } from '../storage/schema.ts';
import { findVenue } from '../storage/venue-store.ts';
import { callToRefer } from './call-to-refer.ts';
import type { ChangedEntity, HandlerContext, Handlers } from './handler.ts';

/** Slots held for a call, and given back. */
export const bookingHandlers: Pick<Handlers, 'slot.hold' | 'slot.release'> = {
  'slot.hold': async (context, wanted) => {
    const { tx, actor, now } = context;
    const { bookingId, callId, diaryId, start, end } = wanted;
    const own = await callToRefer(context, 'slot.book', callId);
    if (!own.ok) return own;
    const offer = await findOffer(context, wanted);
    if (!offer.ok) return offer;
    const { kind, venueId } = offer.value;

    const isHeld = eq(booking.state, 'held');
    const hasExpired = and(eq(booking.diaryId, diaryId), lte(booking.holdExpiresAt, now));
    // BO-36: a call holds one slot, the last that it asked for.
    const freed = await releasedBookings(
      tx,
      and(isHeld, or(hasExpired, eq(booking.callId, callId))),
    );
    const { sponsorId, territoryId, lineId } = own.value;
    const held = {
      id: bookingId,
      diaryId,
      callId,
      adviserId: actor.accountId,
      sponsorId,
      territoryId,
      lineId,
      kindId: kind.id,
      kindName: kind.name,
      meetingPlace: wanted.where,
      period: { start, end },
      taken: { start, end: restEnd(end, kind) },
      session: sessionOf(kind, wanted),
      places: kind.places,
      state: 'held' as const,
      holdExpiresAt: holdExpiry(now),
    };
    const written = await insertHold(tx, held);
    if (written !== 'held') return err(written);
    return ok({ changed: [...freed, changedBooking(held, venueId)] });
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

type Offer = { readonly kind: AppointmentKind; readonly venueId: string };

/** BO-9: the kind of appointment that is asked for, where its venue's diary has that time for it, taken or not. */
async function findOffer(
  { tx, actor, now }: HandlerContext,
  wanted: OperationPayload<'slot.hold'>,
): Promise<Result<Offer, RefusalCode>> {
  const heldElsewhere = tx.$count(
    booking,
    and(
      eq(booking.adviserId, actor.accountId),
      eq(booking.state, 'held'),
      gt(booking.holdExpiresAt, now),
      ne(booking.callId, wanted.callId),
    ),
  );
  const [row] = await tx
    .select({ diary, heldElsewhere })
    .from(diary)
    .where(eq(diary.id, wanted.diaryId));
  if (row === undefined) return err('unknown-diary');
  const { rules, zone, territory, venueId } = row.diary;
  const offering: Diary = { ...rules, zone, territory };
  const venue = await findVenue(tx, venueId);
  if (venue === null) return err('unknown-venue');
  if (venue.withdrawnOn !== null) return err('venue-withdrawn');
  const kind = offering.kinds.find(({ id }) => id === wanted.kindId);
  if (kind === undefined || !kind.where.includes(wanted.where)) return err('slot-not-offered');
  if (!isOffered(offering, kind, wanted, now)) return err('slot-not-offered');
  if (Number(row.heldElsewhere) >= mostHolds) return err('too-many-holds');
  return ok({ kind, venueId });
}

/** BO-33: nothing else of the diary may touch the rest. */
export function restEnd(end: string, { restMinutes }: AppointmentKind): string {
  return Temporal.Instant.from(end).add({ minutes: restMinutes }).toString();
}

/** BO-34: who meets together. The bookings of a workshop that begin at one time share a session, any other has its own. */
export function sessionOf(
  kind: AppointmentKind,
  wanted: { readonly bookingId: string; readonly start: string },
): string {
  if (!isWorkshop(kind)) return wanted.bookingId;
  return `${kind.id} ${Temporal.Instant.from(wanted.start).toString()}`;
}

type Hold = Omit<typeof booking.$inferInsert, 'seat'>;
type Held = 'held' | 'slot-taken' | 'id-reused';

/** BO-7: who comes second hears it from a constraint, after waiting for the first one's commit. */
export async function insertHold(tx: Transaction, hold: Hold): Promise<Held> {
  try {
    return hold.places === 1 ? await insertAlone(tx, hold) : await insertSeat(tx, hold);
  } catch (error) {
    const code = databaseErrorCode(error);
    if (code === '23P01') return 'slot-taken';
    if (code === '23505') return 'id-reused';
    throw error;
  }
}

async function insertAlone(tx: Transaction, hold: Hold): Promise<Held> {
  const written = await tx
    .insert(booking)
    .values({ ...hold, seat: 1 })
    .onConflictDoNothing({ target: booking.id })
    .returning({ id: booking.id });
  return written.length === 1 ? 'held' : 'id-reused';
}

/** BO-34: takes the first seat that nobody has; where somebody is faster, the next one, as long as there are any. */
async function insertSeat(tx: Transaction, hold: Hold): Promise<Held> {
  for (;;) {
    const seat = await freeSeat(tx, hold);
    if (seat === null) return 'slot-taken';
    const written = await tx
      .insert(booking)
      .values({ ...hold, seat })
      .onConflictDoNothing({
        target: [booking.diaryId, booking.session, booking.seat],
        where: sql`state in ('held', 'booked')`,
      })
      .returning({ id: booking.id });
    if (written.length === 1) return 'held';
  }
}

async function freeSeat(
  tx: Transaction,
  { diaryId, session, places }: Hold,
): Promise<number | null> {
  const rows = await tx
    .select({ seat: booking.seat })
    .from(booking)
    .where(
      and(
        eq(booking.diaryId, diaryId),
        eq(booking.session, session),
        inArray(booking.state, ['held', 'booked']),
      ),
    )
    .orderBy(asc(booking.seat));
  const taken = new Set(rows.map(({ seat }) => seat));
  const seats = Array.from({ length: places }, (_, index) => index + 1);
  return seats.find((seat) => !taken.has(seat)) ?? null;
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
