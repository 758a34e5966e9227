import { v7 } from 'uuid';
import type { Venue } from '#src/venues';
import type { Transaction } from '../../main/hub/storage/database.ts';
import { publishVenueSet } from '../../main/hub/storage/venue-publication.ts';
import { addVenueSet, addVenues, describeVenueSet } from '../../main/hub/storage/venue-store.ts';

/** Puts a set of these venues in use. */
export async function putVenueSet(
  tx: Transaction,
  venues: readonly Venue[],
  importedAt: string,
): Promise<void> {
  const id = v7();
  const { length } = venues;
  const counts = { read: length, accepted: length, rejected: 0, repaired: 0, flagged: 0 };
  await addVenueSet(tx, { id, origin: 'essai.csv', importedAt });
  await addVenues(tx, id, venues);
  await describeVenueSet(tx, id, { counts: { ...counts, duplicates: 0 }, report: [] });
  await publishVenueSet(tx, id, importedAt.slice(0, 10));
}
