import type { Journal } from '../operations/journal.ts';
import type { Ports } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { letWait, publishVenueSet } from '../storage/venue-publication.ts';
import { removePastSets } from '../storage/venue-store.ts';

/** What changes a set, and tells of it. */
export type SetParts = {
  readonly database: Database;
  readonly journal: Journal;
  readonly ports: Pick<Ports, 'clock' | 'newId'>;
};

const dayOf = (instant: string) => instant.slice(0, 10);

/**
 * Puts a set in the place of the current one in one short transaction, and tells every desk. Says whether it did: not a
 * set that is no longer there to be published.
 */
export async function publishSet(parts: SetParts, setId: string): Promise<boolean> {
  const { database, journal, ports } = parts;
  const now = ports.clock();
  const isPublished = await journal.write(now, async (tx) => {
    const value = await publishVenueSet(tx, setId, dayOf(now));
    return { value, changed: value ? [{ entity: 'reference', id: '/api/venues' }] : [] };
  });
  await removePastSets(database.db);
  return isPublished;
}

/** Leaves an imported set for an administrator to look at. Says whether it did. */
export async function letSetWait(parts: SetParts, setId: string): Promise<boolean> {
  const { database, ports } = parts;
  const isLeft = await database.transaction((tx) => letWait(tx, setId, dayOf(ports.clock())));
  await removePastSets(database.db);
  return isLeft;
}
