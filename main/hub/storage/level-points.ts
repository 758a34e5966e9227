import { and, inArray, notInArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { fallenStates } from '#src/booking';
import type { LevelPoint } from '#src/contract';
import { type Level, levels } from '#src/distance';
import type { ProgressRow } from '#src/statistics';
import type { Queries } from './database.ts';
import { call, referral } from './schema.ts';
import { type CountedCalls, startOfDay } from './statistics-store.ts';

/**
 * PR-8: every level found of somebody who is named and agreed: by a closed call, whose last answer on consent is yes, for whom
 * the call was; by a venue that measured again.
 */
const levelPoint = sql`(
  select coalesce(i.beneficiary_id, i.caller_id) as person_id, c.opened_at as at, c.level, coalesce(c.fragile, false) as fragile,
    'phone' as place, c.id as call_id, null as venue_id, c.territory_id, c.line_id
  from call c
  join call_identity i on i.call_id = c.id
  where c.state = 'closed' and c.level is not null and i.caller_id is not null and (
    select given from consent
    join answer on answer.operation_id = consent.operation_id
    where consent.call_id = c.id
    order by answer.position desc limit 1)
  union all
  select person_id, at, level, fragile, 'venue', null, venue_id, territory_id, line_id
  from measurement
) as point`;

/** Who reads: the adviser with the person on the line, or a venue, which knows those that it had part in. */
export type PathReader = 'adviser' | { readonly venueId: string };

/** PR-8: the levels found of these people, oldest first, by person, as far as the reader may know of them. */
export async function readLevelPaths(
  queries: Queries,
  people: readonly string[],
  reader: PathReader,
): Promise<ReadonlyMap<string, readonly LevelPoint[]>> {
  if (people.length === 0) return new Map();
  const rows = await queries
    .select({
      personId: sql<string>`person_id`,
      at: sql`at`.mapWith(call.openedAt),
      level: sql<Level>`level`,
      fragile: sql<boolean>`fragile`,
      where: sql<LevelPoint['where']>`place`,
    })
    .from(levelPoint)
    .where(and(inArray(sql`person_id`, [...people]), knownTo(reader)))
    .orderBy(sql`at`);
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map(
    [...byPerson].map(([id, points]) => [id, points.map(({ personId: _, ...point }) => point)]),
  );
}

/** A venue to which the person is not sent any more had no part in the call. */
function knownTo(reader: PathReader): SQL | undefined {
  if (reader === 'adviser') return undefined;
  const { venueId } = reader;
  return sql`(venue_id = ${venueId} or call_id in (
    select call_id from referral where referral.venue_id = ${venueId} and ${notInArray(referral.state, [...fallenStates])}))`;
}

const progressRows = z.array(
  z.object({ first: z.enum(levels), last: z.enum(levels), people: z.int() }),
);

/**
 * ST-7: people by the first level ever found of them and the last one up to the period's end, where that last one is of the
 * period and of the territories; each of them measured twice or more.
 */
export async function countProgress(
  queries: Queries,
  { from, to, territories, withTraining }: CountedCalls,
): Promise<readonly ProgressRow[]> {
  if (territories !== 'all' && territories.length === 0) return [];
  const inTerritories =
    territories === 'all' ? sql`true` : inArray(sql`territory_id`, [...territories]);
  const { rows } = await queries.execute(sql`
    with measured as (
      select point.*, first_value(level) over (partition by person_id order by at) as first,
        row_number() over (partition by person_id order by at desc) as from_last,
        count(*) over (partition by person_id) as times
      from ${levelPoint}
      join line on line.id = line_id
      where at < ${startOfDay(to, 1)} and (${withTraining} or line.kind <> 'training')
    )
    select first, level as last, count(*)::integer as people
    from measured
    where from_last = 1 and times > 1 and at >= ${startOfDay(from, 0)} and ${inTerritories}
    group by first, level`);
  return progressRows.parse(rows);
}
