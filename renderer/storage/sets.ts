import { useEffect, useState } from 'react';
import { type ApiFailure, fetchIfNewer } from './api.ts';
import type { DeskDatabase } from './database.ts';
import { useDesk } from './desk.tsx';

/** A set of reference data as the hub or the store gave it. */
type Loaded<Value> =
  | { readonly state: 'ready'; readonly value: Value }
  /** The hub could not be asked: what was received then. */
  | { readonly state: 'stale'; readonly value: Value; readonly since: string }
  | { readonly state: 'failed'; readonly failure: ApiFailure };

/** A set on screen; what is not fresh can be asked for again. */
export type SetState<Value> =
  | { readonly state: 'loading' }
  | (Loaded<Value> & { readonly retry: () => void });

/** A set that the hub publishes: where it is, and how it is read; `null` where it is not understood. */
export type SetSource<Value> = {
  readonly name: string;
  readonly load: (database: DeskDatabase) => Promise<Loaded<Value>>;
};

/** Describes a set. It is asked for once a page, and read once however many screens use it. */
export function setSource<Value>(
  path: string,
  read: (json: unknown) => Value | null,
): SetSource<Value> {
  const loaded = new WeakMap<DeskDatabase, Promise<Loaded<Value>>>();
  const load = async (database: DeskDatabase): Promise<Loaded<Value>> => {
    const state = await loadSet(database, path, read);
    // What could not be had now is asked for again by the next screen that needs it.
    if (state.state !== 'ready') loaded.delete(database);
    return state;
  };
  return {
    name: path,
    load: (database) => {
      const known = loaded.get(database) ?? load(database);
      loaded.set(database, known);
      return known;
    },
  };
}

/** A family of sets, one an id: scripts, contours. */
export function setSources<Value>(
  path: (id: string) => string,
  read: (json: unknown) => Value | null,
): (id: string) => SetSource<Value> {
  const sources = new Map<string, SetSource<Value>>();
  return (id) => {
    const source = sources.get(id) ?? setSource(path(id), read);
    sources.set(id, source);
    return source;
  };
}

async function loadSet<Value>(
  database: DeskDatabase,
  path: string,
  read: (json: unknown) => Value | null,
): Promise<Loaded<Value>> {
  const kept = await database.sets.get(path);
  const keptValue = kept === undefined ? null : read(kept.value);
  const answer = await fetchIfNewer(path, keptValue === null ? null : (kept?.etag ?? null));
  if (!answer.ok) {
    if (kept === undefined || keptValue === null) return { state: 'failed', failure: answer.error };
    return { state: 'stale', value: keptValue, since: kept.at };
  }
  if (answer.value === 'not-newer') {
    if (keptValue !== null) return { state: 'ready', value: keptValue };
    return { state: 'failed', failure: notUnderstood };
  }
  const value = read(answer.value.json);
  if (value === null) return { state: 'failed', failure: notUnderstood };
  await database.sets.put({
    name: path,
    etag: answer.value.etag,
    value: answer.value.json,
    at: new Date().toISOString(),
  });
  return { state: 'ready', value };
}

const notUnderstood: ApiFailure = { code: 'not-understood', correlationId: null, where: null };

/** A set on screen. `null` asks for nothing and stays loading. */
export function useSet<Value>(source: SetSource<Value> | null): SetState<Value> {
  const { database } = useDesk();
  const [tries, setTries] = useState(0);
  const [shown, setShown] = useState<{
    readonly source: SetSource<Value>;
    readonly tries: number;
    readonly loaded: Loaded<Value>;
  } | null>(null);
  useEffect(() => {
    if (source === null) return;
    let isWanted = true;
    void source.load(database).then((loaded) => {
      if (isWanted) setShown({ source, tries, loaded });
    });
    return () => {
      isWanted = false;
    };
  }, [database, source, tries]);
  if (shown === null || shown.source !== source || shown.tries !== tries) {
    return { state: 'loading' };
  }
  return { ...shown.loaded, retry: () => setTries(tries + 1) };
}

/** The value of a set, fresh or not; `null` until there is one. */
export function valueIn<Value>(set: SetState<Value>): Value | null {
  return set.state === 'ready' || set.state === 'stale' ? set.value : null;
}
