import { basename } from 'node:path';
import { err, InvariantError, ok, type Result } from '#src/kernel';
import type { ReadingContext, Venue, VenueCounts, VenueGroup } from '#src/venues';
import { openJournal } from '../operations/journal.ts';
import type { Ports } from '../ports.ts';
import { type Database, isUnstorable, type Queries } from '../storage/database.ts';
import { dependedVenues, shrinks } from '../storage/venue-publication.ts';
import {
  addVenueSet,
  addVenues,
  countsOf,
  currentVenueSet,
  describeVenueSet,
  removeImport,
  showTogether,
  touchVenueSet,
} from '../storage/venue-store.ts';
import { keepFile } from './kept-file.ts';
import { letSetWait, publishSet, type SetParts } from './publish-set.ts';
import { readGazetteer, shippedVenues } from './shipped.ts';
import { readVenueFile, type VenueFileFailure, type VenueFileWatch } from './venue-file.ts';

/** The file lists so much less than the current set that somebody must confirm it: VE-62. */
type Shrink = { readonly code: 'shrinks'; readonly from: number; readonly to: number };
/** Why a file gives no set. */
export type VenueFileRefusal =
  | VenueFileFailure
  | { readonly code: 'no-venue'; readonly detail: '' };
/** Why an import changes nothing. */
export type VenueImportFailure =
  | VenueFileRefusal
  | Shrink
  /** Another import runs. */
  | { readonly code: 'already-importing' };

/** What becomes of a set once it is read. The first set of an installation is always published. */
export type ImportPolicy =
  | 'publish'
  /** As `publish`, but a set that shrinks is refused. */
  | 'publish-unless-it-shrinks'
  /** As `publish`, but a set that shrinks waits for an administrator. */
  | 'wait-if-it-shrinks'
  | 'wait';

/** What an import came to. */
export type ImportOutcome = {
  readonly code: 'published' | 'waiting';
  readonly counts: VenueCounts;
};

/** Rows a statement: large enough to be quick, small enough that other queries pass in between. */
const batchSize = 500;

/**
 * Imports a file of venues for the operator: it is published at once, unless it shrinks and that is not confirmed.
 * All or nothing: whatever happens before the set is published leaves the current one in use.
 */
export async function importVenues(
  database: Database,
  ports: Pick<Ports, 'clock' | 'newId'>,
  path: string,
  context: ReadingContext,
  options: Partial<VenueFileWatch> & { readonly confirmsShrink?: boolean } = {},
): Promise<Result<VenueCounts, VenueImportFailure>> {
  const journal = await openJournal(database);
  const parts = { database, journal, ports };
  try {
    const begun = await beginImport(parts, basename(path));
    if (begun === null) return err({ code: 'already-importing' });
    try {
      const policy = options.confirmsShrink === true ? 'publish' : 'publish-unless-it-shrinks';
      const read = { path, context, policy, watch: options } as const;
      const outcome = await importInto(parts, begun.setId, read);
      return outcome.ok ? ok(outcome.value.counts) : outcome;
    } finally {
      await begun.end();
    }
  } finally {
    await journal.close();
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

/** An import that has begun: no other does until it ends. */
export type BegunImport = {
  readonly setId: string;
  /** Leaves nothing of a set that was neither published nor left to wait, whatever stopped it. */
  readonly end: () => Promise<void>;
};

/** How often an import says that it goes on. */
const beatMs = 10_000;

/** Begins an import; `null` where another runs, in this hub or beside it. */
export async function beginImport(
  { database: { db }, ports }: SetParts,
  origin: string,
): Promise<BegunImport | null> {
  const setId = ports.newId();
  if (!(await addVenueSet(db, { id: setId, origin, importedAt: ports.clock() }))) return null;
  const beat = setInterval(() => {
    // A database that is away stops the import itself.
    touchVenueSet(db, setId, ports.clock()).catch(() => undefined);
  }, beatMs);
  beat.unref();
  return {
    setId,
    end: async () => {
      clearInterval(beat);
      await removeImport(db, setId);
    },
  };
}

/** A file to be read into a set, and what becomes of it. */
type FileToImport = {
  readonly path: string;
  readonly context: ReadingContext;
  readonly policy: ImportPolicy;
  readonly watch?: Partial<VenueFileWatch>;
};

/** Reads the file into a set that was begun, and decides on it. */
export async function importInto(
  parts: SetParts,
  setId: string,
  file: FileToImport,
): Promise<Result<ImportOutcome, VenueFileRefusal | Shrink>> {
  const { database } = parts;
  const counts = await fillSet(parts, setId, file).catch(unstorable);
  if (!counts.ok) return counts;
  const current = await currentVenueSet(database.db);
  const before = current === null ? null : countsOf(current).accepted;
  const decision = decide(file.policy, before, counts.value.accepted);
  if (typeof decision !== 'string') return err(decision);
  await keepFile(database, setId, file.path);
  const settle = decision === 'waiting' ? letSetWait : publishSet;
  if (!(await settle(parts, setId))) {
    throw new InvariantError('An import that was taken for stopped went on.');
  }
  return ok({ code: decision, counts: counts.value });
}

function decide(
  policy: ImportPolicy,
  before: number | null,
  next: number,
): ImportOutcome['code'] | Shrink {
  if (before === null || policy === 'publish') return 'published';
  if (policy === 'wait') return 'waiting';
  if (!shrinks(before, next)) return 'published';
  if (policy === 'wait-if-it-shrinks') return 'waiting';
  return { code: 'shrinks', from: before, to: next };
}

async function fillSet(
  { database, ports }: SetParts,
  setId: string,
  { path, context, watch = {} }: FileToImport,
): Promise<Result<VenueCounts, VenueFileRefusal>> {
  const { db } = database;
  const progress: { done: number; total: number | null } = { done: 0, total: null };
  let batch: Venue[] = [];
  const flush = async () => {
    await addVenues(db, setId, batch);
    batch = [];
    await touchVenueSet(db, setId, ports.clock(), progress);
  };
  const reading = await readVenueFile(path, context, {
    anchoredIds: await dependedVenues(db),
    onProgress: (done, total) => {
      Object.assign(progress, { done, total });
      watch.onProgress?.(done, total);
    },
    onRow: async (row) => {
      await watch.onRow?.(row);
      if (row.result.ok) batch.push(row.result.value.venue);
      if (batch.length >= batchSize) await flush();
    },
  });
  await flush();
  if (!reading.ok) return reading;
  const { counts, groups, quality } = reading.value;
  if (counts.accepted === 0) return err({ code: 'no-venue', detail: '' });
  await hideDuplicates(db, setId, groups);
  await describeVenueSet(db, setId, { counts, report: quality });
  return ok(counts);
}

async function hideDuplicates(
  queries: Queries,
  setId: string,
  groups: readonly VenueGroup[],
): Promise<void> {
  const several = groups.filter(({ ids }) => ids.length > 1);
  for (let start = 0; start < several.length; start += batchSize) {
    await showTogether(queries, setId, several.slice(start, start + batchSize));
  }
}

/** A cell holds what no database keeps (U+0000): the file is no text. */
function unstorable(error: unknown): Result<never, VenueFileRefusal> {
  if (isUnstorable(error)) return err({ code: 'not-text', detail: 'U+0000' });
  throw error;
}
