import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { VenueAddressRequest, VenueDataView } from '#src/contract';
import { present } from '#src/kernel';
import type { Queries } from './database.ts';
import { venueFeed } from './schema.ts';

/** Where sets may be fetched from, and what became of the last import. */
export type VenueFeed = typeof venueFeed.$inferSelect;

/**
 * The national data set's permanent link on data.gouv.fr, as public programs that read it name it. It is asked only once
 * an administrator turned it on (VE-65).
 */
export const defaultAddress =
  'https://www.data.gouv.fr/api/1/datasets/r/398edc71-0d51-4cb6-9cbe-2540a4db573c';

export async function readFeed(queries: Queries): Promise<VenueFeed & { readonly url: string }> {
  const [row] = await queries.select().from(venueFeed);
  const feed = present(row, 'the migration wrote it');
  return { ...feed, url: feed.url ?? defaultAddress };
}

/** Another address has nothing to do with what was taken from the one before. */
export async function setAddress(
  queries: Queries,
  { url, isOn }: VenueAddressRequest,
): Promise<void> {
  const { url: before } = await readFeed(queries);
  const forgotten = url === before ? {} : { etag: null, lastModified: null, checkedAt: null };
  await queries.update(venueFeed).set({ url, isOn, ...forgotten });
}

/** Takes this night's reading for one hub. Says whether it is this one's. */
export async function claimNight(
  queries: Queries,
  night: { readonly since: string; readonly now: string },
): Promise<boolean> {
  const claimed = await queries
    .update(venueFeed)
    .set({ checkedAt: night.now })
    .where(
      and(
        eq(venueFeed.isOn, true),
        or(isNull(venueFeed.checkedAt), lt(venueFeed.checkedAt, night.since)),
      ),
    )
    .returning({ isOn: venueFeed.isOn });
  return claimed.length === 1;
}

/** What is worth remembering of the address and of the last import. */
export async function updateFeed(
  queries: Queries,
  said: Partial<Pick<VenueFeed, 'etag' | 'lastModified' | 'checkedAt'>> & {
    readonly last?: VenueDataView['last'];
  },
): Promise<void> {
  await queries.update(venueFeed).set(said);
}
