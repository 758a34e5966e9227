import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { type AppointmentKind, type Diary, isOffered } from '#src/booking';
import type { OperationPayload, RefusalCode } from '#src/contract';
import { err, ok, present, type Result } from '#src/kernel';
import type { Period } from '../storage/columns.ts';
import type { Transaction } from '../storage/database.ts';
import { booking, diary, type referral, referralProposal } from '../storage/schema.ts';
import { changedBooking, insertHold, releasedBookings, restEnd, sessionOf } from './bookings.ts';
import type { ChangedEntity } from './handler.ts';

type ReferralRow = typeof referral.$inferSelect;
type BookingRow = typeof booking.$inferSelect;
/** The transaction in which something is said of a referral, and when, on the hub's clock. */
export type Saying = { readonly tx: Transaction; readonly now: string };

/** A time that stands proposed. */
export type ProposedTime = typeof referralProposal.$inferSelect;

/** A time of a referral; `bookingId`: where a diary here keeps it. */
export type NewTime = { readonly bookingId: string | null; readonly period: Period };

/** The times that stand proposed, by referral. */
export async function readProposals(
  tx: Transaction,
  referralIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ProposedTime[]>> {
  const rows = await tx
    .select()
    .from(referralProposal)
    .where(inArray(referralProposal.referralId, [...referralIds]))
    .orderBy(asc(referralProposal.period), asc(referralProposal.id));
  return Map.groupBy(rows, ({ referralId }) => referralId);
}

/** Gives the time back, where a diary here keeps it. */
export async function releaseTime(
  tx: Transaction,
  bookingId: string | null,
): Promise<readonly ChangedEntity[]> {
  return bookingId === null ? [] : releasedBookings(tx, eq(booking.id, bookingId));
}

/** BO-92: no time stands proposed any more; their diary has them back, but for the one that was chosen. */
export async function dropProposal(
  tx: Transaction,
  referralId: string,
  chosenId?: string,
): Promise<readonly ChangedEntity[]> {
  const dropped = await tx
    .delete(referralProposal)
    .where(eq(referralProposal.referralId, referralId))
    .returning();
  const given = dropped.flatMap(({ id, bookingId }) =>
    bookingId === null || id === chosenId ? [] : bookingId,
  );
  return given.length === 0 ? [] : releasedBookings(tx, inArray(booking.id, given));
}

/** BO-92: the venue's diary keeps each time that it proposes; `slot-taken` where one is not free. */
export async function proposeTimes(
  saying: Saying,
  found: ReferralRow,
  booked: BookingRow | null,
  said: Pick<OperationPayload<'referral.propose'>, 'times' | 'diaryId'>,
): Promise<Result<readonly ChangedEntity[], RefusalCode>> {
  const kept = await diaryOf(saying.tx, found.venueId, booked, said.diaryId);
  if (!kept.ok) return kept;
  const changed: ChangedEntity[] = [];
  for (const { id, start, end } of said.times) {
    const period = { start, end };
    const place = kept.value && { found, booked, diary: kept.value };
    const taken = place && (await take(saying, place, { id, period }));
    if (taken?.ok === false) return taken;
    if (taken !== null) changed.push(...taken.value);
    const bookingId = place === null ? null : id;
    const written = await saying.tx
      .insert(referralProposal)
      .values({ id, referralId: found.id, period, bookingId })
      .onConflictDoNothing()
      .returning({ id: referralProposal.id });
    if (written.length === 0) return err('id-reused');
  }
  return ok(changed);
}

/**
 * BO-94: another time in a diary of the venue. The venue gives any that is free, also where it has no diary here; others take one
 * that the diary offers.
 */
export async function bookAgain(
  saying: Saying,
  found: ReferralRow,
  booked: BookingRow | null,
  { by, to }: Pick<OperationPayload<'referral.move'>, 'by' | 'to'>,
): Promise<
  Result<{ readonly time: NewTime; readonly changed: readonly ChangedEntity[] }, RefusalCode>
> {
  const period = { start: to.start, end: to.end };
  const kept = await diaryOf(saying.tx, found.venueId, booked, to.diaryId);
  if (!kept.ok) return kept;
  if (kept.value === null) {
    if (by !== 'venue') return err('unknown-diary');
    return ok({ time: { bookingId: null, period }, changed: [] });
  }
  const place = { found, booked, diary: kept.value };
  if (by !== 'venue' && !isOffered(kept.value, kindOf(place, period), period, saying.now)) {
    return err('slot-not-offered');
  }
  const taken = await take(saying, place, { id: to.bookingId, period });
  if (!taken.ok) return taken;
  return ok({ time: { bookingId: to.bookingId, period }, changed: taken.value });
}

type KeptDiary = Diary & { readonly id: string; readonly venueId: string };
/** A referral, the appointment that it has, and the diary that keeps another time for it. */
type Place = {
  readonly found: ReferralRow;
  readonly booked: BookingRow | null;
  readonly diary: KeptDiary;
};

/** The venue's diary of that id; of none, the one that keeps the appointment, or its first; `null` where it has none. */
async function diaryOf(
  tx: Transaction,
  venueId: string,
  booked: BookingRow | null,
  diaryId: string | null,
): Promise<Result<KeptDiary | null, 'unknown-diary'>> {
  const rows = await tx
    .select()
    .from(diary)
    .where(eq(diary.venueId, venueId))
    .orderBy(asc(diary.id));
  const wanted = diaryId ?? booked?.diaryId;
  const row = wanted === undefined ? rows[0] : rows.find(({ id }) => id === wanted);
  if (row === undefined) return diaryId === null ? ok(null) : err('unknown-diary');
  const { rules, zone, territory, id } = row;
  return ok({ ...rules, zone, territory, id, venueId });
}

/** What it is an appointment for: as before, else the kind that lasts as long, else the first. */
function kindOf({ booked, diary: { kinds } }: Place, { start, end }: Period): AppointmentKind {
  const minutes = Temporal.Instant.from(start).until(end).total('minutes');
  return present(
    kinds.find(({ id }) => id === booked?.kindId) ??
      kinds.find((kind) => kind.minutes === minutes) ??
      kinds[0],
    'a diary has a kind',
  );
}

/** Books the time; who holds one of it no more has lost it. */
async function take(
  { tx, now }: Saying,
  place: Place,
  { id, period }: { readonly id: string; readonly period: Period },
): Promise<Result<readonly ChangedEntity[], 'slot-taken' | 'id-reused'>> {
  const { found, booked, diary: keeping } = place;
  const { callId, adviserId, sponsorId, territoryId, lineId } = found;
  const kind = kindOf(place, period);
  const hasExpired = and(
    eq(booking.diaryId, keeping.id),
    eq(booking.state, 'held'),
    lte(booking.holdExpiresAt, now),
  );
  const freed = await releasedBookings(tx, hasExpired);
  const written = await insertHold(tx, {
    id,
    diaryId: keeping.id,
    callId,
    adviserId,
    sponsorId,
    territoryId,
    lineId,
    kindId: kind.id,
    kindName: kind.name,
    meetingPlace: booked?.meetingPlace ?? present(kind.where[0], 'a kind takes place somewhere'),
    period,
    taken: { start: period.start, end: restEnd(period.end, kind) },
    session: sessionOf(kind, { bookingId: id, start: period.start }),
    places: kind.places,
    state: 'booked',
    holdExpiresAt: null,
  });
  if (written !== 'held') return err(written);
  return ok([...freed, changedBooking({ id, territoryId, adviserId }, keeping.venueId)]);
}
