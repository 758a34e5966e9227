import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Database } from './database.ts';
import { currentVenueSet, shownVenues } from './venue-store.ts';

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
  const json = `[${(await shownVenues(database.db, version)).join(',')}]`;
  return { version, gzip: await promisify(gzip)(json) };
}
