import { basename } from 'node:path';
import { err, ok, type Result } from '#src/kernel';
import type { ReadingContext, Venue } from '#src/venues';
import type { Ports } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import {
  addVenueSet,
  addVenues,
  makeCurrent,
  removeAbandonedSets,
  removeVenueSet,
} from '../storage/venue-store.ts';
import { readGazetteer, shippedVenues } from './shipped.ts';
import {
  readVenueFile,
  type VenueCounts,
  type VenueFileFailure,
  type VenueFileWatch,
} from './venue-file.ts';

/** Why an import changes nothing. */
export type VenueImportFailure = VenueFileFailure | { readonly code: 'no-venue' };

/** Rows a statement: large enough to be quick, small enough that other queries pass in between. */
const batchSize = 500;
/** An import that began this long ago and did not end was stopped. */
const abandonedAfterMs = 24 * 60 * 60 * 1000;

/**
 * Imports a file of venues beside the current set, then puts it in its place in one short
 * transaction. All or nothing: whatever happens before that leaves the current set in use.
 */
export async function importVenues(
  database: Database,
  ports: Pick<Ports, 'clock' | 'newId'>,
  path: string,
  context: ReadingContext,
  watch: Partial<VenueFileWatch> = {},
): Promise<Result<VenueCounts, VenueImportFailure>> {
  const importedAt = ports.clock();
  const set = { id: ports.newId(), label: basename(path), origin: basename(path), importedAt };
  await removeAbandonedSets(
    database.db,
    new Date(Date.parse(importedAt) - abandonedAfterMs).toISOString(),
  );
  await addVenueSet(database.db, set);
  try {
    const counts = await fillSet(database, set.id, path, context, watch);
    if (counts.ok) {
      const replaced = await database.transaction((tx) => makeCurrent(tx, set.id, counts.value));
      if (replaced !== null) await removeVenueSet(database.db, replaced);
    }
    return counts;
  } finally {
    // Whatever stopped the import: a set that became current is not removed.
    await removeVenueSet(database.db, set.id);
  }
}

/** Imports the venues that ship: what a first start does. */
export async function importShippedVenues(
  database: Database,
  ports: Pick<Ports, 'clock' | 'newId'>,
  data: string,
  onProgress?: VenueFileWatch['onProgress'],
): Promise<Result<VenueCounts, VenueImportFailure>> {
  const context = { gazetteer: await readGazetteer(data), today: ports.clock().slice(0, 10) };
  return importVenues(database, ports, shippedVenues(data), context, { onProgress });
}

async function fillSet(
  database: Database,
  setId: string,
  path: string,
  context: ReadingContext,
  watch: Partial<VenueFileWatch>,
): Promise<Result<VenueCounts, VenueImportFailure>> {
  let batch: Venue[] = [];
  const flush = async () => {
    await addVenues(database.db, setId, batch);
    batch = [];
  };
  const counts = await readVenueFile(path, context, {
    onProgress: watch.onProgress,
    onRow: async (row) => {
      await watch.onRow?.(row);
      if (row.result.ok) batch.push(row.result.value.venue);
      if (batch.length >= batchSize) await flush();
    },
  });
  await flush();
  if (!counts.ok) return counts;
  return counts.value.accepted === 0 ? err({ code: 'no-venue' }) : ok(counts.value);
}
