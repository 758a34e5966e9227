import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { venueCounts } from '#src/contract';
import { departementOfCommune } from '#src/geography';
import type { Venue, VenueCounts, VenueGroup } from '#src/venues';
import type { Database, Queries } from './database.ts';
import { venue, venueSet, venueSetPiece } from './schema.ts';

export type VenueSetRow = typeof venueSet.$inferSelect;
export type VenueSetState = VenueSetRow['state'];

/** A set of venues that is about to be read. */
export type NewVenueSet = {
  readonly id: string;
  /** The file's name, or the address it comes from. */
  readonly origin: string;
  readonly importedAt: string;
};

/** The one set in that state; `null` where there is none. */
export async function venueSetIn(
  queries: Queries,
  state: Exclude<VenueSetState, 'past'>,
): Promise<VenueSetRow | null> {
  const [set] = await queries.select().from(venueSet).where(eq(venueSet.state, state));
  return set ?? null;
}

/** The set that desks and referrals use; `null` before the first import. */
export function currentVenueSet(queries: Queries): Promise<VenueSetRow | null> {
  return venueSetIn(queries, 'current');
}

/** A set that is current or waits. */
export async function findVenueSet(queries: Queries, id: string): Promise<VenueSetRow | null> {
  const [set] = await queries
    .select()
    .from(venueSet)
    .where(and(eq(venueSet.id, id), inArray(venueSet.state, ['current', 'waiting'])));
  return set ?? null;
}

/** How many venues the set lists. */
export function countsOf(set: VenueSetRow): VenueCounts {
  return venueCounts.parse(set.counts);
}

/** A venue of the current set, whether it is shown or listed as another. */
export async function findVenue(queries: Queries, id: string): Promise<Venue | null> {
  const [found] = await queries
    .select({ data: venue.data })
    .from(venue)
    .innerJoin(venueSet, eq(venueSet.id, venue.setId))
    .where(and(eq(venueSet.state, 'current'), eq(venue.id, id)));
  return found?.data ?? null;
}

const noCounts: VenueCounts = {
  read: 0,
  accepted: 0,
  rejected: 0,
  repaired: 0,
  flagged: 0,
  duplicates: 0,
};
/** An import that has not been heard of for this long, six beats, was stopped with its machine. */
const silenceMs = 60_000;

/** Starts a set beside the current one. Says whether it may: one import runs at a time, whatever the hub. */
export async function addVenueSet(queries: Queries, set: NewVenueSet): Promise<boolean> {
  const heardBefore = new Date(Date.parse(set.importedAt) - silenceMs).toISOString();
  const isStopped = and(eq(venueSet.state, 'importing'), lt(venueSet.touchedAt, heardBefore));
  await queries.delete(venueSet).where(or(eq(venueSet.state, 'past'), isStopped));
  const added = await queries
    .insert(venueSet)
    .values({ ...set, state: 'importing', counts: noCounts, touchedAt: set.importedAt })
    .onConflictDoNothing()
    .returning({ id: venueSet.id });
  return added.length === 1;
}

/** Says that the import goes on, and how far it is. */
export async function touchVenueSet(
  queries: Queries,
  setId: string,
  at: string,
  progress: { readonly done?: number; readonly total?: number | null } = {},
): Promise<void> {
  await queries
    .update(venueSet)
    .set({ ...progress, touchedAt: at })
    .where(eq(venueSet.id, setId));
}

/** Removes what an import left that stopped with its machine; for whoever has the database for itself. */
export async function removeStoppedImports(queries: Queries): Promise<void> {
  await queries.delete(venueSet).where(eq(venueSet.state, 'importing'));
}

export async function addVenues(
  queries: Queries,
  setId: string,
  venues: readonly Venue[],
): Promise<void> {
  if (venues.length === 0) return;
  await queries.insert(venue).values(
    venues.map((data) => ({
      setId,
      id: data.id,
      name: data.name,
      communeCode: data.communeCode,
      departement: data.communeCode === null ? null : departementOfCommune(data.communeCode),
      data,
    })),
  );
}

/** Several records of one place: `shown` takes the place of the one that has its id, the others are hidden behind it. */
export async function showTogether(
  queries: Queries,
  setId: string,
  groups: readonly VenueGroup[],
): Promise<void> {
  if (groups.length === 0) return;
  const shown = groups.map((group) => group.shown);
  const hidden = groups.flatMap(({ shown: { id }, ids }) =>
    ids.filter((one) => one !== id).map((one) => ({ id: one, as: id })),
  );
  await queries.execute(sql`
    update venue set data = one.data from jsonb_array_elements(${JSON.stringify(shown)}::jsonb) as one (data)
    where set_id = ${setId} and id = one.data ->> 'id'`);
  await queries.execute(sql`
    update venue set shown_as = one.data ->> 'as'
    from jsonb_array_elements(${JSON.stringify(hidden)}::jsonb) as one (data)
    where set_id = ${setId} and id = one.data ->> 'id'`);
}

/** Writes down what the file was found to be. */
export async function describeVenueSet(
  queries: Queries,
  setId: string,
  found: { readonly counts: VenueCounts; readonly report: unknown },
): Promise<void> {
  await queries.update(venueSet).set(found).where(eq(venueSet.id, setId));
}

/** Removes a set that is still being imported, with all that it holds. */
export async function removeImport(queries: Queries, setId: string): Promise<void> {
  await queries
    .delete(venueSet)
    .where(and(eq(venueSet.id, setId), eq(venueSet.state, 'importing')));
}

/** Removes the sets whose place another has taken. */
export async function removePastSets(queries: Queries): Promise<void> {
  await queries.delete(venueSet).where(eq(venueSet.state, 'past'));
}

/** Keeps a piece of the set's file, compressed by gzip. */
export async function addPiece(
  queries: Queries,
  piece: { readonly setId: string; readonly position: number; readonly bytes: Uint8Array },
): Promise<void> {
  await queries.insert(venueSetPiece).values(piece);
}

/** The set's file, piece by piece; nothing for a set of which none was kept. */
export async function* readPieces(
  database: Database,
  setId: string,
): AsyncGenerator<Uint8Array, void> {
  for (let position = 0; ; position += 1) {
    const [piece] = await database.db
      .select({ bytes: venueSetPiece.bytes })
      .from(venueSetPiece)
      .where(and(eq(venueSetPiece.setId, setId), eq(venueSetPiece.position, position)));
    if (piece === undefined) return;
    yield piece.bytes;
  }
}

/** What desks are shown of the set, in the order of ids, as JSON texts. */
export async function shownVenues(queries: Queries, setId: string): Promise<readonly string[]> {
  const rows = await queries
    .select({ text: sql<string>`${venue.data}::text` })
    .from(venue)
    .where(and(eq(venue.setId, setId), isNull(venue.shownAs)))
    .orderBy(venue.id);
  return rows.map(({ text }) => text);
}
