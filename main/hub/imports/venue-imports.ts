import { Temporal } from 'temporal-polyfill';
import type { VenueImportOutcome } from '#src/contract';
import { InvariantError, ok, type Result } from '#src/kernel';
import { logError } from '../log-error.ts';
import type { Journal } from '../operations/journal.ts';
import type { Ports } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { claimNight, readFeed, updateFeed } from '../storage/venue-feed-store.ts';
import { touchVenueSet, venueSetIn } from '../storage/venue-store.ts';
import type { Timers } from '../telephony/timers.ts';
import { type FetchLimits, fetchFile, usualLimits } from './fetch-file.ts';
import { type BegunImport, beginImport, type ImportPolicy, importInto } from './import-venues.ts';
import { withTemporaryFile } from './kept-file.ts';
import type { AddressPolicy } from './public-address.ts';
import { readGazetteer } from './shipped.ts';

/** The imports that a hub runs beside its requests: files that were sent, and the address's. */
export type VenueImports = {
  /**
   * Starts an import, or says that one runs already; the reading goes on after the answer. `obtain` writes the file,
   * and tells how far it is.
   */
  readonly start: (wanted: WantedImport) => Promise<'started' | 'already-importing'>;
  /** Starts to read the address, because an administrator says so. */
  readonly fetchNow: () => Promise<'started' | 'already-importing'>;
  /** Starts to read the address if it is on, and no hub has done so this night. */
  readonly fetchNightly: () => Promise<void>;
  /** Once nothing is being read any more. */
  readonly settled: () => Promise<void>;
  /** Stops what is being read. */
  readonly close: () => Promise<void>;
};

type Outcome = Result<
  'ready' | 'not-newer',
  Extract<VenueImportOutcome, { readonly detail: string }>
>;
export type OnBytes = (done: number, total: number | null) => Promise<void>;
export type WantedImport = {
  readonly origin: string;
  readonly policy: ImportPolicy;
  readonly obtain: (path: string, onBytes: OnBytes, signal: AbortSignal) => Promise<Outcome>;
  /** Once the set is published, or waits. */
  readonly onTaken?: () => Promise<void>;
};

export type ImportsParts = {
  readonly database: Database;
  readonly journal: Journal;
  readonly ports: Ports;
  /** Folder of the data that ships with the program. */
  readonly data: string;
  readonly policy: AddressPolicy;
  readonly timers: Timers;
  readonly limits?: FetchLimits;
};

/** Bytes between two notes of how far a file is. */
const notedBytes = 1_000_000;
/** How often the hub looks whether the night's reading is due. */
const lookMs = 10 * 60_000;
/** The hour of the night's reading, on the clock of Paris. */
const nightHour = 3;

export function createVenueImports(parts: ImportsParts): VenueImports {
  const { database, ports } = parts;
  const { db } = database;
  const stopping = new AbortController();
  const running: { import: Promise<void> } = { import: Promise.resolve() };

  const start: VenueImports['start'] = async (wanted) => {
    const begun = await beginImport(parts, wanted.origin);
    if (begun === null) return 'already-importing';
    running.import = runImport(parts, begun, wanted, stopping.signal).catch((error: unknown) =>
      logError(ports, error, { correlationId: begun.setId }),
    );
    return 'started';
  };

  const fetchAddress = async (isAsked: boolean) => {
    const { url, etag, lastModified } = await readFeed(db);
    // Whoever asks for the address's set while another is in use wants it, even if it was taken before.
    const isHere = !isAsked || (await isInUse(database, url));
    const validators = isHere ? { etag, lastModified } : { etag: null, lastModified: null };
    const taken: { validators: typeof validators } = { validators };
    return start({
      origin: url,
      policy: 'wait-if-it-shrinks',
      obtain: async (path, onProgress, signal) => {
        const { policy, limits = usualLimits } = parts;
        const options = { policy, limits, validators, signal, onProgress };
        const fetched = await fetchFile(url, path, options);
        await updateFeed(db, { checkedAt: ports.clock() });
        if (!fetched.ok) return fetched;
        if (fetched.value === 'not-newer') return ok('not-newer');
        taken.validators = fetched.value;
        return ok('ready');
      },
      onTaken: () => updateFeed(db, taken.validators),
    });
  };

  const fetchNightly = async () => {
    const now = ports.clock();
    if (await claimNight(db, { now, since: nightBefore(now) })) await fetchAddress(false);
  };

  const stopLooking = look(parts, fetchNightly);
  return {
    start,
    fetchNow: () => fetchAddress(true),
    fetchNightly,
    settled: () => running.import,
    close: async () => {
      stopLooking();
      stopping.abort();
      await running.import;
    },
  };
}

/** Three in the morning, last time it was, on the clock of Paris. */
function nightBefore(now: string): string {
  const paris = Temporal.Instant.from(now).toZonedDateTimeISO('Europe/Paris');
  const tonight = paris.startOfDay().with({ hour: nightHour });
  const isPast = Temporal.ZonedDateTime.compare(tonight, paris) <= 0;
  return (isPast ? tonight : tonight.subtract({ days: 1 })).toInstant().toString();
}

function look({ timers, ports }: ImportsParts, fetchNightly: () => Promise<void>): () => void {
  const next: { cancel: () => void } = { cancel: () => undefined };
  const again = () => {
    next.cancel = timers(lookMs, () => {
      fetchNightly()
        .catch((error: unknown) => logError(ports, error, { correlationId: ports.newId() }))
        .finally(again);
    });
  };
  again();
  return () => next.cancel();
}

async function isInUse({ db }: Database, origin: string): Promise<boolean> {
  const sets = [await venueSetIn(db, 'waiting'), await venueSetIn(db, 'current')];
  return sets.some((set) => set?.origin === origin);
}

async function runImport(
  parts: ImportsParts,
  { setId, end }: BegunImport,
  wanted: WantedImport,
  signal: AbortSignal,
): Promise<void> {
  const { database, ports } = parts;
  const { db } = database;
  try {
    const outcome = await withTemporaryFile((path) =>
      obtainAndImport(parts, setId, path, wanted, signal),
    );
    await updateFeed(db, { last: { at: ports.clock(), origin: wanted.origin, outcome } });
  } catch (error) {
    // The hub stops: the set goes with what is left of it, and the next hub finds nothing of it.
    if (!signal.aborted) {
      logError(ports, error, { correlationId: setId });
      const outcome = { code: 'interrupted' as const, detail: setId };
      await updateFeed(db, { last: { at: ports.clock(), origin: wanted.origin, outcome } });
    }
  } finally {
    await end();
  }
}

async function obtainAndImport(
  parts: ImportsParts,
  setId: string,
  path: string,
  { policy, obtain, onTaken }: WantedImport,
  signal: AbortSignal,
): Promise<VenueImportOutcome> {
  const { database, ports, data } = parts;
  const noted = { done: 0 };
  const onBytes: OnBytes = async (done, total) => {
    if (done - noted.done < notedBytes) return;
    noted.done = done;
    await touchVenueSet(database.db, setId, ports.clock(), { done, total });
  };
  const obtained = await obtain(path, onBytes, signal);
  if (!obtained.ok) return obtained.error;
  if (obtained.value === 'not-newer') return { code: 'not-newer' };
  const imported = await importInto(parts, setId, {
    path,
    context: { gazetteer: await readGazetteer(data), today: ports.clock().slice(0, 10) },
    policy,
    watch: { onRow: () => signal.throwIfAborted() },
  });
  if (!imported.ok) {
    if (imported.error.code !== 'shrinks') return imported.error;
    throw new InvariantError('Under these policies a set that shrinks waits.');
  }
  await onTaken?.();
  return { code: imported.value.code };
}
