import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { spokenSeconds } from '#src/calls';
import type { Gazetteer } from '#src/geography';
import { present } from '#src/kernel';
import type { CoopRequest } from '#src/statistics';
import type { Venue } from '#src/venues';
import type { Queries } from './database.ts';
import { call, line, scriptVersion, venue, venueSet } from './schema.ts';
import { type CountedCalls, countedCalls, lastReferrals } from './statistics-store.ts';

/** ST-9: the requests that the figures count, in the order in which they came in. */
export async function readCoopRequests(
  queries: Queries,
  counted: CountedCalls,
  gazetteer: Gazetteer,
): Promise<readonly CoopRequest[]> {
  const sent = lastReferrals(queries);
  const place = currentVenues(queries);
  const rows = await queries
    .select({
      day: sql<string>`to_char(${call.openedAt} at time zone 'Europe/Paris', 'YYYY-MM-DD')`,
      call,
      scriptId: scriptVersion.id,
      sentTo: sent.venueId,
      typologies: place.typologies,
      programmes: place.programmes,
    })
    .from(call)
    .innerJoin(line, eq(line.id, call.lineId))
    .innerJoin(scriptVersion, eq(scriptVersion.hash, call.scriptHash))
    .leftJoin(sent, eq(sent.callId, call.id))
    .leftJoin(place, eq(place.id, sent.venueId))
    .where(and(eq(call.state, 'closed'), isNotNull(call.outcome), ...countedCalls(counted)))
    .orderBy(call.openedAt, call.id);
  return rows.map(({ day, call: record, scriptId, sentTo, typologies, programmes }) => {
    const { level, service, theme, communeCode } = record;
    const commune = communeCode === null ? null : gazetteer.byCode(communeCode);
    const isListed = typologies !== null && programmes !== null;
    return {
      day,
      spokenSeconds: spokenSeconds(record),
      commune: commune === null ? null : { code: commune.code, name: commune.name },
      level,
      scriptId,
      service,
      theme,
      outcome: present(record.outcome, 'only requests are read'),
      sent: sentTo === null ? null : { venue: isListed ? { typologies, programmes } : null },
    };
  });
}

/** What La Coop asks of the venues of the current set. */
function currentVenues(queries: Queries) {
  const field = <Field extends keyof Venue>(name: Field): SQL<Venue[Field]> =>
    sql<Venue[Field]>`${venue.data} -> ${sql.raw(`'${name}'`)}`;
  return queries
    .select({
      id: venue.id,
      typologies: field('typologies').as('typologies'),
      programmes: field('programmes').as('programmes'),
    })
    .from(venue)
    .innerJoin(venueSet, eq(venueSet.id, venue.setId))
    .where(eq(venueSet.state, 'current'))
    .as('place');
}
