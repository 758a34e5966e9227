import { err, ok, type Result } from '#src/kernel';
import { type ApiFailure, fetchIfNewer } from './api.ts';
import type { DeskDatabase } from './database.ts';

/** A set of reference data as the hub or the store gave it. */
export type Loaded<Value> =
  | { readonly state: 'ready'; readonly value: Value }
  /** The hub could not be asked: what was received then. */
  | { readonly state: 'stale'; readonly value: Value; readonly since: string }
  | { readonly state: 'failed'; readonly failure: ApiFailure };

/** Reads a set as it came; `null` where it is not understood. */
export type ReadSet<Value> = (json: unknown) => Value | null;

/** A set that the hub publishes: where it is, and how it is read. */
export type SetSource<Value> = {
  readonly name: string;
  /** `version`: the last that the hub told of, `null` where it never did (SY-19). */
  readonly load: (database: DeskDatabase, version?: string | null) => Promise<Loaded<Value>>;
};

/** Describes a set. It is asked for once a page and version, and read once however many screens use it. */
export function setSource<Value>(path: string, read: ReadSet<Value>): SetSource<Value> {
  const known = new WeakMap<
    DeskDatabase,
    { readonly version: string | null; readonly loaded: Promise<Loaded<Value>> }
  >();
  const load = async (database: DeskDatabase): Promise<Loaded<Value>> => {
    const kept = await keptSet(database, path, read);
    const fresh = await freshSet(database, path, read, kept);
    if (fresh.ok) return { state: 'ready', value: fresh.value.value };
    // What could not be had now is asked for again by the next screen that needs it.
    known.delete(database);
    return kept === null
      ? { state: 'failed', failure: fresh.error }
      : { state: 'stale', value: kept.value, since: kept.at };
  };
  return {
    name: path,
    load: (database, version = null) => {
      const last = known.get(database);
      if (last !== undefined && last.version === version) return last.loaded;
      const loaded = load(database);
      known.set(database, { version, loaded });
      return loaded;
    },
  };
}

/** A family of sets, one an id: scripts, contours. */
export function setSources<Value>(
  path: (id: string) => string,
  read: ReadSet<Value>,
): (id: string) => SetSource<Value> {
  const sources = new Map<string, SetSource<Value>>();
  return (id) => {
    const source = sources.get(id) ?? setSource(path(id), read);
    sources.set(id, source);
    return source;
  };
}

/** A set as this desk has it from before. */
export type KeptSet<Value> = {
  readonly value: Value;
  readonly etag: string | null;
  readonly at: string;
};

/** The set that this desk has; `null` where it has none, or none that this version understands. */
export async function keptSet<Value>(
  database: DeskDatabase,
  path: string,
  read: ReadSet<Value>,
): Promise<KeptSet<Value> | null> {
  const kept = await database.sets.get(path);
  const value = kept === undefined ? null : read(kept.value);
  return kept === undefined || value === null ? null : { value, etag: kept.etag, at: kept.at };
}

/** The set as the hub has it now, kept on this desk from here on. */
export async function freshSet<Value>(
  database: DeskDatabase,
  path: string,
  read: ReadSet<Value>,
  kept: KeptSet<Value> | null,
): Promise<Result<KeptSet<Value>, ApiFailure>> {
  const answer = await fetchIfNewer(path, kept?.etag ?? null);
  if (!answer.ok) return answer;
  if (answer.value === 'not-newer') return kept === null ? err(notUnderstood) : ok(kept);
  const { json, etag } = answer.value;
  const value = read(json);
  if (value === null) return err(notUnderstood);
  const at = new Date().toISOString();
  await database.sets.put({ name: path, etag, value: json, at });
  return ok({ value, etag, at });
}

const notUnderstood: ApiFailure = { code: 'not-understood', correlationId: null, where: null };
