import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { differenceLimit, type VenueDifference, type VenueSetView } from '#src/contract';
import type { Queries, Transaction } from './database.ts';
import { venueSet } from './schema.ts';
import { countsOf, currentVenueSet, type VenueSetRow } from './venue-store.ts';

/**
 * Venues on which somebody counts: an account works there, a diary gives its time (so that appointments may be ahead),
 * or a referral waits for its answer.
 */
const depended = sql`(
  select venue_id from "user" where venue_id is not null
  union select venue_id from diary
  union select venue_id from referral where state = 'sent')`;

/** The ids of the venues on which somebody counts. */
export async function dependedVenues(queries: Queries): Promise<ReadonlySet<string>> {
  const { rows } = await queries.execute<{ venue_id: string }>(
    sql`select venue_id from ${depended} as depended`,
  );
  return new Set(rows.map((row) => row.venue_id));
}

/** Whether a set of `next` venues lost more than a fifth of `before`: VE-62. */
export function shrinks(before: number, next: number): boolean {
  return next * 5 < before * 4;
}

/** Whether the set lists so much less than the current one that somebody must confirm it. */
export function shrinksAgainst(current: VenueSetRow | null, set: VenueSetRow): boolean {
  return current !== null && shrinks(countsOf(current).accepted, countsOf(set).accepted);
}

const differingRows = z.array(
  z.object({
    kind: z.enum(['added', 'changed', 'gone']),
    id: z.string(),
    name: z.string(),
    commune: z.string(),
    fields: z.array(z.string()).nullable(),
    is_depended: z.boolean(),
    total: z.coerce.number(),
    withdrawn: z.coerce.number(),
  }),
);

export type Difference = {
  readonly counts: NonNullable<VenueSetView['difference']>;
  readonly list: VenueDifference;
};

/**
 * What a set changes of the current one, by id; `null` where there is no current one. A venue that was withdrawn counts
 * as not listed: it is not gone twice, and is added when its producer lists it again.
 */
export async function compareWithCurrent(
  queries: Queries,
  setId: string,
  day: string,
): Promise<Difference | null> {
  const current = await currentVenueSet(queries);
  if (current === null) return null;
  const { rows } = await queries.execute(sql`
    with
      listed as (
        select id, data from venue where set_id = ${setId} and data ->> 'withdrawnOn' is null),
      before as (
        select id, data from venue where set_id = ${current.id} and data ->> 'withdrawnOn' is null),
      differing as (
        select
          coalesce(listed.id, before.id) as id,
          case when before.id is null then 'added' when listed.id is null then 'gone' else 'changed' end as kind,
          coalesce(listed.data, before.data) as data,
          before.data as earlier,
          listed.id is null and before.id in ${depended} as is_depended
        from listed full join before on before.id = listed.id
        where listed.id is null or before.id is null or listed.data <> before.data),
      counted as (
        select *,
          count(*) over (partition by kind) as total,
          count(*) filter (where is_depended) over (partition by kind) as withdrawn,
          row_number() over (partition by kind order by is_depended desc, data ->> 'name', id) as place
        from differing)
    select kind, id, data ->> 'name' as name, data ->> 'commune' as commune, is_depended, total, withdrawn,
      case when kind = 'changed' then (
        select array_agg(key order by key) from jsonb_each(data) as field
        where field.value is distinct from earlier -> key) end as fields
    from counted where place <= ${differenceLimit} order by kind, place`);
  return differenceOf(differingRows.parse(rows), day);
}

function differenceOf(rows: z.infer<typeof differingRows>, day: string): Difference {
  const of = (kind: 'added' | 'changed' | 'gone') => rows.filter((row) => row.kind === kind);
  const total = (kind: 'added' | 'changed' | 'gone') => of(kind)[0]?.total ?? 0;
  return {
    counts: {
      added: total('added'),
      changed: total('changed'),
      gone: total('gone'),
      withdrawn: of('gone')[0]?.withdrawn ?? 0,
    },
    list: {
      added: of('added').map(({ id, name, commune }) => ({ id, name, commune })),
      changed: of('changed').map(({ id, name, commune, fields }) => ({
        id,
        name,
        commune,
        fields: fields ?? [],
      })),
      gone: of('gone').map(({ id, name, commune, is_depended }) => ({
        id,
        name,
        commune,
        withdrawnOn: is_depended ? day : null,
      })),
    },
  };
}

const asColumns = (difference: Difference | null) => ({
  difference: difference?.counts ?? null,
  differenceList: difference?.list ?? null,
});

/**
 * Leaves an imported set for an administrator to look at, in the place of one that waited before. Says whether it did: not
 * a set that was taken for stopped meanwhile.
 */
export async function letWait(tx: Transaction, setId: string, day: string): Promise<boolean> {
  const isThere = and(eq(venueSet.id, setId), eq(venueSet.state, 'importing'));
  const [imported] = await tx.select().from(venueSet).where(isThere).for('update');
  if (imported === undefined) return false;
  const difference = await compareWithCurrent(tx, setId, day);
  await tx.update(venueSet).set({ state: 'past' }).where(eq(venueSet.state, 'waiting'));
  await tx
    .update(venueSet)
    .set({ state: 'waiting', ...asColumns(difference) })
    .where(isThere);
  return true;
}

/**
 * Puts a set in the place of the current one, at once for everybody. Venues that it no longer lists, but on which
 * somebody counts, are carried over as withdrawn (VE-61). Says whether it did: not a set that is neither imported nor
 * waiting any more.
 */
export async function publishVenueSet(
  tx: Transaction,
  setId: string,
  day: string,
): Promise<boolean> {
  // Whoever publishes second waits here for the first.
  const sets = await tx
    .select({ id: venueSet.id, state: venueSet.state })
    .from(venueSet)
    .where(inArray(venueSet.state, ['current', 'waiting', 'importing']))
    .orderBy(venueSet.id)
    .for('update');
  const wanted = sets.find(({ id }) => id === setId);
  if (wanted === undefined || wanted.state === 'current') return false;
  const difference = await compareWithCurrent(tx, setId, day);
  const current = sets.find(({ state }) => state === 'current');
  if (current !== undefined) await carryOver(tx, current.id, setId, day);
  await tx.update(venueSet).set({ state: 'past' }).where(eq(venueSet.state, 'current'));
  await tx
    .update(venueSet)
    .set({ state: 'current', ...asColumns(difference) })
    .where(eq(venueSet.id, setId));
  await compareWaiting(tx, day);
  return true;
}

async function carryOver(tx: Transaction, from: string, to: string, day: string): Promise<void> {
  await tx.execute(sql`
    insert into venue (set_id, id, name, commune_code, departement, data)
    select ${to}::uuid, id, name, commune_code, departement,
      data || jsonb_build_object('withdrawnOn', coalesce(data ->> 'withdrawnOn', ${day}))
    from venue as earlier
    where set_id = ${from} and id in ${depended}
      and not exists (select from venue as listed where listed.set_id = ${to} and listed.id = earlier.id)`);
}

/** What the set that still waits would change is something else once another is current. */
async function compareWaiting(tx: Transaction, day: string): Promise<void> {
  const [waiting] = await tx
    .select({ id: venueSet.id })
    .from(venueSet)
    .where(eq(venueSet.state, 'waiting'));
  if (waiting === undefined) return;
  const difference = await compareWithCurrent(tx, waiting.id, day);
  await tx.update(venueSet).set(asColumns(difference)).where(eq(venueSet.id, waiting.id));
}

/** Gives up a set that waits. Says whether it did. */
export async function discardVenueSet(queries: Queries, setId: string): Promise<boolean> {
  const discarded = await queries
    .delete(venueSet)
    .where(and(eq(venueSet.id, setId), eq(venueSet.state, 'waiting')))
    .returning({ id: venueSet.id });
  return discarded.length === 1;
}
