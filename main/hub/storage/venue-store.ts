import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { and, eq, lt, sql } from 'drizzle-orm';
import { departementOfCommune } from '#src/geography';
import type { Venue } from '#src/venues';
import type { VenueCounts } from '../imports/venue-file.ts';
import type { Database, Queries, Transaction } from './database.ts';
import { venue, venueSet } from './schema.ts';

/** A set of venues as it was imported. One is current; the others are being imported, or were abandoned. */
export type VenueSet = {
  readonly id: string;
  /** What people call it. */
  readonly label: string;
  /** The file's name. */
  readonly origin: string;
  readonly importedAt: string;
};

/** The set that desks and referrals use; `null` before the first import. */
export async function currentVenueSet(queries: Queries): Promise<VenueSet | null> {
  const [set] = await queries
    .select({
      id: venueSet.id,
      label: venueSet.label,
      origin: venueSet.origin,
      importedAt: venueSet.importedAt,
    })
    .from(venueSet)
    .where(eq(venueSet.current, true));
  return set ?? null;
}

/** A venue of the current set. */
export async function findVenue(queries: Queries, id: string): Promise<Venue | null> {
  const [found] = await queries
    .select({ data: venue.data })
    .from(venue)
    .innerJoin(venueSet, eq(venueSet.id, venue.setId))
    .where(and(eq(venueSet.current, true), eq(venue.id, id)));
  return found?.data ?? null;
}

/** Starts a set beside the current one. */
export async function addVenueSet(queries: Queries, set: VenueSet): Promise<void> {
  await queries.insert(venueSet).values({ ...set, current: false, counts: {} });
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

/** Puts the set in the place of the current one, at once for everybody. Gives the set it replaces. */
export async function makeCurrent(
  tx: Transaction,
  setId: string,
  counts: VenueCounts,
): Promise<string | null> {
  const [replaced] = await tx
    .update(venueSet)
    .set({ current: false })
    .where(eq(venueSet.current, true))
    .returning({ id: venueSet.id });
  await tx.update(venueSet).set({ current: true, counts }).where(eq(venueSet.id, setId));
  return replaced?.id ?? null;
}

/** Removes a set that is not current, with its venues. */
export async function removeVenueSet(queries: Queries, setId: string): Promise<void> {
  await queries.delete(venueSet).where(and(eq(venueSet.id, setId), eq(venueSet.current, false)));
}

/** Removes the sets whose import began before `instant` and never ended: the machine stopped. */
export async function removeAbandonedSets(queries: Queries, instant: string): Promise<void> {
  await queries
    .delete(venueSet)
    .where(and(eq(venueSet.current, false), lt(venueSet.importedAt, instant)));
}

/** The current set as desks fetch it: a JSON array of `Venue`, compressed by gzip. */
export type VenuePayload = { readonly version: string; readonly gzip: Uint8Array };

/** Keeps the payload of the current set, so that it is read and compressed once a set. */
export function venuePayloads(database: Database): {
  readonly read: () => Promise<VenuePayload | null>;
} {
  let kept: { readonly version: string; readonly payload: Promise<VenuePayload> } | null = null;
  return {
    read: async () => {
      const set = await currentVenueSet(database.db);
      if (set === null) return null;
      if (kept?.version !== set.id) {
        const made = { version: set.id, payload: buildPayload(database, set.id) };
        kept = made;
        made.payload.catch(() => {
          if (kept === made) kept = null;
        });
      }
      return kept.payload;
    },
  };
}

async function buildPayload(database: Database, version: string): Promise<VenuePayload> {
  const rows = await database.db
    .select({ text: sql<string>`${venue.data}::text` })
    .from(venue)
    .where(eq(venue.setId, version))
    .orderBy(venue.id);
  const json = `[${rows.map(({ text }) => text).join(',')}]`;
  return { version, gzip: await promisify(gzip)(json) };
}
