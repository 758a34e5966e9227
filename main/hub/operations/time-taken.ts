import { and, eq, gt, ne, or, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { can } from '#src/access';
import type { OperationPayload } from '#src/contract';
import { prepared } from '../storage/database.ts';
import { booking, call } from '../storage/schema.ts';
import type { Sight } from './handler.ts';

/** Whether somebody else has the time that the account wants for a call of its own. */
export async function isTaken(
  { queries, actor, now }: Sight,
  wanted: OperationPayload<'slot.hold'>,
): Promise<boolean> {
  const { bookingId, callId, diaryId, start, end } = wanted;
  const session = workshopSession(wanted);
  const values = { bookingId, callId, diaryId, start, end, session, now };
  const [row] = await timeAsked(queries).execute(values);
  return row !== undefined && can(actor, 'slot.book', row) && Number(row.inTheWay) > 0;
}

/** BO-34: those of a workshop that begins at one time. Whoever joins them is not in their way. */
export function workshopSession({
  kindId,
  start,
}: {
  readonly kindId: string;
  readonly start: string;
}): string {
  return `${kindId} ${Temporal.Instant.from(start).toString()}`;
}

export const isHeld = eq(booking.state, 'held');

const asked = {
  bookingId: sql.placeholder('bookingId'),
  callId: sql.placeholder('callId'),
  diaryId: sql.placeholder('diaryId'),
  start: sql.placeholder('start'),
  end: sql.placeholder('end'),
  session: sql.placeholder('session'),
  now: sql.placeholder('now'),
};

/** What has the time, and keeps it. The constraint has the last word, on the rest after it too. */
const isInTheWay = and(
  eq(booking.diaryId, asked.diaryId),
  sql`${booking.taken} && tstzrange(${asked.start}, ${asked.end})`,
  or(
    eq(booking.state, 'booked'),
    and(isHeld, gt(booking.holdExpiresAt, asked.now), ne(booking.callId, asked.callId)),
  ),
  ne(booking.session, asked.session),
  ne(booking.id, asked.bookingId),
);

/** Whose the call is, and how much is in the way of the time that it wants. */
const timeAsked = prepared((queries) =>
  queries
    .select({
      adviserId: call.adviserId,
      territoryId: call.territoryId,
      inTheWay: queries.$count(booking, isInTheWay),
    })
    .from(call)
    .where(eq(call.id, asked.callId))
    .prepare('time_asked'),
);
