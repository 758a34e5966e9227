import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { CalendarFeedView } from '#src/contract';
import { initials } from '#src/privacy';
import { readPersons } from '../operations/call-views.ts';
import { hashToken, newToken } from '../secret-token.ts';
import type { Queries, Transaction } from '../storage/database.ts';
import { booking, calendarFeed, callIdentity, diary, referral, user } from '../storage/schema.ts';
import type { FeedEvent } from './feed-text.ts';

/** A calendar that was not asked for some days still hears of what was cancelled meanwhile. */
const daysBack = 30;

/** A new address for the mediator's calendar; an earlier one opens nothing any more. */
export async function issueFeed(
  tx: Transaction,
  userId: string,
  now: string,
): Promise<`/calendar/${string}.ics`> {
  const token = newToken();
  const issued = { tokenHash: hashToken(token), madeAt: now };
  await tx
    .insert(calendarFeed)
    .values({ userId, ...issued })
    .onConflictDoUpdate({ target: calendarFeed.userId, set: issued });
  return `/calendar/${token}.ics`;
}

/** The mediator's calendar has no address any more. */
export async function revokeFeed(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(calendarFeed).where(eq(calendarFeed.userId, userId));
}

/** Since when the mediator's calendar has its address, which is itself kept nowhere. */
export async function readFeed(queries: Queries, userId: string): Promise<CalendarFeedView> {
  const [found] = await queries
    .select({ madeAt: calendarFeed.madeAt })
    .from(calendarFeed)
    .where(eq(calendarFeed.userId, userId));
  return { madeAt: found?.madeAt ?? null };
}

/** Whose calendar a token opens; `null` where it opens none, or its account is no mediator's any more. */
export async function findFeed(
  tx: Transaction,
  token: string,
): Promise<{ readonly userId: string; readonly venueId: string } | null> {
  const [found] = await tx
    .select({ userId: user.id, venueId: user.venueId })
    .from(calendarFeed)
    .innerJoin(user, eq(user.id, calendarFeed.userId))
    .where(and(eq(calendarFeed.tokenHash, hashToken(token)), eq(user.role, 'mediator')));
  return found?.venueId == null ? null : { userId: found.userId, venueId: found.venueId };
}

/**
 * BO-57: the appointments of the mediator's venue, but for those in a colleague's own diary: those to come, and those of the last
 * weeks.
 */
export async function feedEvents(
  tx: Transaction,
  { userId, venueId }: { readonly userId: string; readonly venueId: string },
  now: string,
): Promise<readonly FeedEvent[]> {
  const since = Temporal.Instant.from(now).subtract({ hours: 24 * daysBack });
  const period = sql`coalesce(${booking.period}, ${referral.agreedPeriod})`;
  const rows = await tx
    .select({ referral, identity: callIdentity, booking })
    .from(referral)
    .innerJoin(callIdentity, eq(callIdentity.callId, referral.callId))
    .leftJoin(booking, eq(booking.id, referral.bookingId))
    .leftJoin(diary, eq(diary.id, booking.diaryId))
    .where(
      and(
        eq(referral.venueId, venueId),
        or(isNull(diary.mediatorId), eq(diary.mediatorId, userId)),
        gt(sql`upper(${period})`, since.toString()),
      ),
    )
    .orderBy(asc(period), asc(referral.id));
  const people = await readPersons(
    tx,
    rows.map(({ identity }) => identity),
  );
  return rows.flatMap(({ referral: found, identity, booking: booked }) => {
    const time = booked?.period ?? found.agreedPeriod;
    const person = people.get(identity.beneficiaryId ?? identity.callerId ?? '');
    if (time === null) return [];
    const { id, state, moves, venueName } = found;
    const place = booked?.meetingPlace ?? 'venue';
    const changedAt = newest([found.sentAt, found.decidedAt, found.movedAt, found.cancelledAt]);
    return [
      {
        id,
        state,
        moves,
        ...time,
        place,
        venueName,
        initials: initials(person?.name ?? ''),
        changedAt,
      },
    ];
  });
}

function newest([first, ...others]: readonly [string, ...(string | null)[]]): string {
  return others.reduce<string>(
    (latest, at) => (at !== null && Temporal.Instant.compare(at, latest) > 0 ? at : latest),
    first,
  );
}
