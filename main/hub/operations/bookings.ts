import {
  and,
  asc,
  eq,
  gt,
  inArray,
  lte,
  ne,
  notExists,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { can } from '#src/access';
import {
  type AppointmentKind,
  type Diary,
  fallenStates,
  holdExpiry,
  isOffered,
  isWorkshop,
  mostHolds,
} from '#src/booking';
import type { OperationPayload, RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { databaseErrorCode, type Queries, type Transaction } from '../storage/database.ts';
import { booking, diary, referral, venue, venueSet, waitOffer } from '../storage/schema.ts';
import { callToRefer } from './call-to-refer.ts';
import type { ChangedEntity, Foresights, HandlerContext, Handlers } from './handler.ts';
import { isHeld, isTaken, workshopSession } from './time-taken.ts';

/** Slots held for a call, and given back. */
export const bookingHandlers: Pick<Handlers, 'slot.hold' | 'slot.release'> = {
  'slot.hold': async (context, wanted) => {
    const { tx, actor, now } = context;
    const { bookingId, callId, diaryId, start, end } = wanted;
    const own = await callToRefer(context, 'slot.book', callId);
    if (!own.ok) return own;
    if (await isTaken({ queries: tx, actor, now }, wanted)) return err('slot-taken');
    const offer = await findOffer(context, wanted);
    if (!offer.ok) return offer;
    const { kind, venueId, leavesBehind } = offer.value;

    const freed = leavesBehind ? await releasedBookings(tx, leftBehind(context, wanted)) : [];
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
    if (found.state === 'released') return ok({ changed: [] });
    const freed = await releasedBookings(tx, and(eq(booking.id, bookingId), isHeldForCall(tx)));
    return freed.length === 0 ? err('already-referred') : ok({ changed: freed });
  },
};

/** BO-7: of a hundred desks that want one slot, nearly all learn here that somebody was faster. */
export const bookingForesights: Pick<Foresights, 'slot.hold'> = {
  'slot.hold': async (sight, wanted) => ((await isTaken(sight, wanted)) ? 'slot-taken' : null),
};

type SlotWanted = OperationPayload<'slot.hold'>;
type Offer = {
  readonly kind: AppointmentKind;
  readonly venueId: string;
  /** Whether there are holds to give back first. */
  readonly leavesBehind: boolean;
};

/**
 * BO-9: the kind of appointment that is asked for, where its venue's diary has that time for it. One question to the
 * database.
 */
async function findOffer(
  context: HandlerContext,
  wanted: SlotWanted,
): Promise<Result<Offer, RefusalCode>> {
  const { tx, now } = context;
  const [row] = await tx
    .select({
      diary,
      venueId: venue.id,
      withdrawnOn: sql<string | null>`${venue.data} ->> 'withdrawnOn'`,
      standing: tx.$count(referral, standsOf(wanted)),
      elsewhere: tx.$count(booking, heldElsewhere(context, wanted)),
      behind: tx.$count(booking, leftBehind(context, wanted)),
    })
    .from(diary)
    .leftJoin(venueSet, eq(venueSet.state, 'current'))
    .leftJoin(venue, and(eq(venue.setId, venueSet.id), eq(venue.id, diary.venueId)))
    .where(eq(diary.id, wanted.diaryId));
  if (row === undefined) return err('unknown-diary');
  if (Number(row.standing) > 0) return err('already-referred');
  const { venueId } = row;
  if (venueId === null) return err('unknown-venue');
  if (row.withdrawnOn !== null) return err('venue-withdrawn');
  const { rules, zone, territory } = row.diary;
  const offering: Diary = { ...rules, zone, territory };
  const kind = offering.kinds.find(({ id }) => id === wanted.kindId);
  if (kind === undefined || !kind.where.includes(wanted.where)) return err('slot-not-offered');
  if (!isOffered(offering, kind, wanted, now)) return err('slot-not-offered');
  if (Number(row.elsewhere) >= mostHolds) return err('too-many-holds');
  return ok({ kind, venueId, leavesBehind: Number(row.behind) > 0 });
}

/** What a desk holds. What is held for an offer of the wait list (BO-73) is given back with the offer alone. */
export function isHeldForCall(queries: Queries): SQL | undefined {
  const offer = queries
    .select({ one: sql`1` })
    .from(waitOffer)
    .where(eq(waitOffer.bookingId, booking.id));
  return and(isHeld, notExists(offer));
}

/** BO-11: the call sent somebody already. */
function standsOf({ callId }: SlotWanted) {
  return and(eq(referral.callId, callId), notInArray(referral.state, [...fallenStates]));
}

/** BO-36: what the account holds for other calls. */
function heldElsewhere({ tx, actor, now }: HandlerContext, { callId }: SlotWanted) {
  const isValid = gt(booking.holdExpiresAt, now);
  const isOthers = ne(booking.callId, callId);
  return and(isHeldForCall(tx), isValid, eq(booking.adviserId, actor.accountId), isOthers);
}

/** The holds of the diary that have ended, and what the call holds: BO-36, it keeps the last slot that it asked for. */
function leftBehind({ now }: HandlerContext, { callId, diaryId }: SlotWanted) {
  const hasExpired = and(eq(booking.diaryId, diaryId), lte(booking.holdExpiresAt, now));
  return and(isHeld, or(hasExpired, eq(booking.callId, callId)));
}

/** BO-33: nothing else of the diary may touch the rest. */
export function restEnd(end: string, { restMinutes }: AppointmentKind): string {
  return Temporal.Instant.from(end).add({ minutes: restMinutes }).toString();
}

/** BO-34: who meets together. The bookings of a workshop that begin at one time share a session, any other has its own. */
export function sessionOf(
  kind: AppointmentKind,
  { bookingId, start }: { readonly bookingId: string; readonly start: string },
): string {
  return isWorkshop(kind) ? workshopSession({ kindId: kind.id, start }) : bookingId;
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
  // It may have had more places when they came.
  if (rows.length >= places) return null;
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
