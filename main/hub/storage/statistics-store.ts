import { and, desc, eq, gte, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { fallenStates } from '#src/booking';
import type { TallyRow } from '#src/statistics';
import type { Queries } from './database.ts';
import { booking, call, line, referral } from './schema.ts';

/** Which calls are counted: from the first day to the last, on the clock of Paris. */
export type CountedCalls = {
  readonly from: string;
  readonly to: string;
  readonly territories: readonly string[] | 'all';
  /** Training calls count in a demonstration only. */
  readonly withTraining: boolean;
};

/** Closed calls, by their facts; what became of their referrals as it is at `now`. */
export async function countCalls(
  queries: Queries,
  counted: CountedCalls,
  now: string,
): Promise<readonly TallyRow[]> {
  // One row a call: after a refusal a second referral may have been sent.
  const sent = queries
    .select({
      callId: referral.callId,
      isBooked:
        sql<boolean>`bool_or(${referral.bookingId} is not null or ${referral.agreedPeriod} is not null)`.as(
          'is_booked',
        ),
    })
    .from(referral)
    .groupBy(referral.callId)
    .as('sent');
  const went = sql<TallyRow['referral']>`case
    when ${sent.callId} is null then null
    when ${sent.isBooked} then 'booked'
    else 'requested' end`;
  const last = lastReferrals(queries);
  const became = sql<TallyRow['fate']>`case
    when ${last.state} = 'attended' then coalesce(${last.result}, 'attended')
    when ${last.state} in ('missed', 'cancelled', 'refused', 'expired') then ${last.state}
    when ${last.state} = 'accepted' and upper(coalesce(${booking.period}, ${last.agreedPeriod})) > ${now}::timestamptz then 'ahead'
    when ${last.callId} is not null then 'without-news' end`.as('became');
  const facts = queries
    .select({
      outcome: call.outcome,
      service: call.service,
      level: call.level,
      referral: went.as('went'),
      fate: became,
    })
    .from(call)
    .innerJoin(line, eq(line.id, call.lineId))
    .leftJoin(sent, eq(sent.callId, call.id))
    .leftJoin(last, eq(last.callId, call.id))
    .leftJoin(booking, eq(booking.id, last.bookingId))
    .where(and(eq(call.state, 'closed'), ...countedCalls(counted)))
    .as('facts');
  const { outcome, service, level, referral: way, fate } = facts;
  return queries
    .select({ calls: sql<number>`count(*)::integer`, outcome, service, level, referral: way, fate })
    .from(facts)
    .groupBy(outcome, service, level, way, fate);
}

/** What was sent of each call: the referral that stands, else the last one. */
export function lastReferrals(queries: Queries) {
  const { callId, venueId, bookingId, agreedPeriod, state, result } = referral;
  return queries
    .selectDistinctOn([callId], { callId, venueId, bookingId, agreedPeriod, state, result })
    .from(referral)
    .orderBy(callId, inArray(state, [...fallenStates]), desc(referral.sentAt))
    .as('last');
}

/** The condition that a call is among them; the line it came in on is joined. */
export function countedCalls({
  from,
  to,
  territories,
  withTraining,
}: CountedCalls): readonly SQL[] {
  return [
    sql`${call.openedAt} >= ${startOfDay(from, 0)}`,
    sql`${call.openedAt} < ${startOfDay(to, 1)}`,
    ...(territories === 'all' ? [] : [inArray(call.territoryId, [...territories])]),
    ...(withTraining ? [] : [ne(line.kind, 'training')]),
  ];
}

/** When a day, or so many days after it, begins on the clock of Paris. */
export function startOfDay(day: string, plus: number): SQL {
  return sql`((${day}::date + ${plus}::integer)::timestamp at time zone 'Europe/Paris')`;
}

/** Referrals sent since an instant, by venue, wherever they came from: what a venue was asked, not what it did. */
export async function countReferrals(
  queries: Queries,
  sent: { readonly since: string; readonly withTraining: boolean },
): Promise<readonly { readonly venueId: string; readonly referrals: number }[]> {
  return queries
    .select({ venueId: referral.venueId, referrals: sql<number>`count(*)::integer` })
    .from(referral)
    .innerJoin(line, eq(line.id, referral.lineId))
    .where(
      and(
        gte(referral.sentAt, sent.since),
        ...(sent.withTraining ? [] : [ne(line.kind, 'training')]),
      ),
    )
    .groupBy(referral.venueId)
    .orderBy(referral.venueId);
}
