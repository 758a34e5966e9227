import { and, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { standingOverride } from '#src/distance';
import type { Gazetteer } from '#src/geography';
import type { CoopVisit } from '#src/statistics';
import type { Queries } from '../storage/database.ts';
import {
  booking,
  call,
  levelOverride,
  line,
  measurement,
  referral,
  scriptVersion,
  territory,
  walkIn,
} from '../storage/schema.ts';
import { type CountedCalls, startOfDay } from '../storage/statistics-store.ts';
import { overrideOf } from './level-overrides.ts';
import { summaryFacts } from './summary-facts.ts';

/** Whom a venue received in a month, `YYYY-MM`, on the clock of its zone. */
export type VisitsOfMonth = {
  readonly venueId: string;
  readonly month: string;
  readonly zone: string;
  /** People sent by the training line count in a demonstration only. */
  readonly withTraining: boolean;
};

type Dated = { readonly at: string; readonly visit: CoopVisit };

/** BO-85: the people whom the venue received, sent to it or not, in the order in which they came. */
export async function readCoopVisits(
  queries: Queries,
  asked: VisitsOfMonth,
  gazetteer: Gazetteer,
): Promise<readonly CoopVisit[]> {
  const visits = [
    ...(await sentVisits(queries, asked, gazetteer)),
    ...(await walkIns(queries, asked)),
  ];
  return visits.sort((a, b) => a.at.localeCompare(b.at)).map(({ visit }) => visit);
}

async function sentVisits(
  queries: Queries,
  asked: VisitsOfMonth,
  gazetteer: Gazetteer,
): Promise<readonly Dated[]> {
  const came = sql<Date>`coalesce(lower(${booking.period}), ${referral.attendanceAt})`;
  const measured = lastMeasures(queries);
  const rows = await queries
    .select({
      at: sql<string>`to_char(${came} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI')`,
      day: dayOf(came, asked),
      minutes: sql<number | null>`
        (extract(epoch from upper(${booking.period}) - lower(${booking.period})) / 60)::integer`,
      summary: referral.summary,
      result: referral.result,
      where: booking.meetingPlace,
      scriptId: scriptVersion.id,
      override: levelOverride,
      measured: measured.level,
    })
    .from(referral)
    .innerJoin(line, eq(line.id, referral.lineId))
    .innerJoin(call, eq(call.id, referral.callId))
    .innerJoin(scriptVersion, eq(scriptVersion.hash, call.scriptHash))
    .leftJoin(booking, eq(booking.id, referral.bookingId))
    .leftJoin(levelOverride, eq(levelOverride.callId, referral.callId))
    .leftJoin(measured, eq(measured.referralId, referral.id))
    .where(
      and(
        eq(referral.venueId, asked.venueId),
        eq(referral.state, 'attended'),
        isInMonth(came, asked),
        ...(asked.withTraining ? [] : [ne(line.kind, 'training')]),
      ),
    );
  return rows.map(({ at, day, minutes, where, summary, result, scriptId, override, measured }) => {
    const { service, theme, level, communeCode } = summaryFacts.parse(summary);
    const held = standingOverride(level, override && overrideOf(override));
    const commune = communeCode === null ? null : gazetteer.byCode(communeCode);
    return {
      at,
      visit: {
        day,
        where: where ?? 'venue',
        minutes,
        commune: commune === null ? null : { code: commune.code, name: commune.name },
        level: measured ?? held?.level ?? level,
        scriptId,
        service,
        theme,
        result,
      },
    };
  });
}

/** What the venue found last of each person that it measured again. */
function lastMeasures(queries: Queries) {
  const { referralId, level, at } = measurement;
  return queries
    .selectDistinctOn([referralId], { referralId, level })
    .from(measurement)
    .orderBy(referralId, desc(at))
    .as('measured');
}

async function walkIns(queries: Queries, asked: VisitsOfMonth): Promise<readonly Dated[]> {
  const came = sql<Date>`${walkIn.at}`;
  const rows = await queries
    .select({ walkIn, day: dayOf(came, asked) })
    .from(walkIn)
    .where(and(eq(walkIn.venueId, asked.venueId), isInMonth(came, asked)));
  return rows.map(({ walkIn: { at, minutes, service, result }, day }) => ({
    at,
    visit: {
      day,
      where: 'venue',
      minutes,
      commune: null,
      level: null,
      scriptId: null,
      service,
      theme: null,
      result,
    },
  }));
}

function dayOf(came: SQL, { zone }: VisitsOfMonth): SQL<string> {
  return sql<string>`to_char(${came} at time zone ${zone}, 'YYYY-MM-DD')`;
}

function isInMonth(came: SQL, { month, zone }: VisitsOfMonth): SQL {
  return sql`to_char(${came} at time zone ${zone}, 'YYYY-MM') = ${month}`;
}

/** BO-84: the walk-ins of a period at venues of the territories, where these were when somebody came. */
export async function countWalkIns(
  queries: Queries,
  { from, to, territories }: Omit<CountedCalls, 'withTraining'>,
): Promise<number> {
  const place = sql`select unnest(${territory.departements}) from ${territory}`;
  return queries.$count(
    walkIn,
    and(
      sql`${walkIn.at} >= ${startOfDay(from, 0)} and ${walkIn.at} < ${startOfDay(to, 1)}`,
      territories === 'all'
        ? undefined
        : inArray(
            walkIn.departement,
            sql`(${place} where ${inArray(territory.id, [...territories])})`,
          ),
    ),
  );
}
