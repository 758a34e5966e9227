import { useEffect, useState } from 'react';
import { useDesk } from './desk.tsx';
import type { Loaded, SetSource } from './sets.ts';

/** A set on screen; what is not fresh can be asked for again. */
export type SetState<Value> =
  | { readonly state: 'loading' }
  | (Loaded<Value> & { readonly retry: () => void });

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
