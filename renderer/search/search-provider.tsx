import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { useDesk, useIsOnline } from '../storage/desk.tsx';
import { firstStatus } from './first-status.ts';
import { type SearchSet, searchSets } from './protocol.ts';
import { createSearchClient, type SearchClient, type SearchState } from './search-client.ts';
import { openSearchInWorker } from './search-in-worker.ts';

/** How often the desk asks how much each venue was sent. */
const loadEveryMs = 10 * 60_000;

const SearchContext = createContext<SearchClient | null>(null);

/** Runs the search of this desk beside its screens for as long as they are shown. */
export function SearchProvider({ children }: { readonly children: ReactNode }) {
  const { database } = useDesk();
  const [client, setClient] = useState<SearchClient | null>(null);
  const isOnline = useIsOnline();

  useEffect(() => {
    const opened = createSearchClient((hear, onCrash) =>
      openSearchInWorker(database.dexie.name, hear, onCrash),
    );
    setClient(opened);
    return opened.close;
  }, [database]);

  useEffect(() => {
    const asking = setInterval(() => client?.reload(['load']), loadEveryMs);
    return () => clearInterval(asking);
  }, [client]);

  useEffect(() => {
    // What is older than the hub's, or could not be had, is asked for as soon as the hub is back.
    if (isOnline) client?.reload(searchSets);
  }, [client, isOnline]);

  return <SearchContext value={client}>{children}</SearchContext>;
}

const starting: SearchState = { hasStopped: false, status: firstStatus, starts: 0 };
const never = () => () => undefined;

/** The search of this desk, and how it stands; no client while it is being opened. */
export function useSearchClient(): {
  readonly client: SearchClient | null;
  readonly state: SearchState;
} {
  const client = use(SearchContext);
  const state = useSyncExternalStore(client?.subscribe ?? never, client?.state ?? (() => starting));
  return { client, state };
}

/** Has these sets brought to this desk before a question needs them. */
export function useSearchSets(sets: readonly SearchSet[]): void {
  const { client } = useSearchClient();
  useEffect(() => client?.want(sets), [client, sets]);
}
