import { useEffect, useState } from 'react';
import { useDesk, useEntity } from './desk.tsx';
import type { Loaded, SetSource } from './sets.ts';

/** A set on screen; what is not fresh can be asked for again. */
export type SetState<Value> =
  | { readonly state: 'loading' }
  | (Loaded<Value> & { readonly retry: () => void });

/**
 * A set on screen. `null` asks for nothing and stays loading. One that the hub publishes anew is read again, and takes
 * the place of what is shown once it is there.
 */
export function useSet<Value>(source: SetSource<Value> | null): SetState<Value> {
  const { database } = useDesk();
  const version = useToldVersion(source?.name ?? null);
  const [tries, setTries] = useState(0);
  const [shown, setShown] = useState<{
    readonly source: SetSource<Value>;
    readonly tries: number;
    readonly loaded: Loaded<Value>;
  } | null>(null);
  useEffect(() => {
    if (source === null || version === undefined) return;
    let isWanted = true;
    void source.load(database, version).then((loaded) => {
      if (isWanted) setShown({ source, tries, loaded });
    });
    return () => {
      isWanted = false;
    };
  }, [database, source, version, tries]);
  if (shown === null || shown.source !== source || shown.tries !== tries) {
    return { state: 'loading' };
  }
  return { ...shown.loaded, retry: () => setTries(tries + 1) };
}

/** The version of the set that the hub told of; `null` where it never did, `undefined` while that is read. */
function useToldVersion(path: string | null): string | null | undefined {
  const told = useEntity('reference', path);
  if (told === undefined) return undefined;
  if (told === null) return null;
  return told.id === path ? told.version : undefined;
}

/** The value of a set, fresh or not; `null` until there is one. */
export function valueIn<Value>(set: SetState<Value>): Value | null {
  return set.state === 'ready' || set.state === 'stale' ? set.value : null;
}
