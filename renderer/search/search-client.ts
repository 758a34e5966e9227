import { firstStatus } from './first-status.ts';
import type { Search, SearchSet, SearchStatus } from './protocol.ts';

/** The search as the screens see it. */
export type SearchState = {
  /** It broke down, and waits to be started again. */
  readonly hasStopped: boolean;
  readonly status: SearchStatus;
  /** How often it was started. */
  readonly starts: number;
};

export type SearchClient = Pick<Search, 'want' | 'reload' | 'ask' | 'close'> & {
  readonly state: () => SearchState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Starts again what has stopped. */
  readonly restart: () => void;
};

/** Opens a search; `onCrash` is called where it breaks down. */
export type OpenSearch = (hear: (status: SearchStatus) => void, onCrash: () => void) => Search;

/** Keeps what the screens need to know of a search, also across its breakdowns. */
export function createSearchClient(open: OpenSearch): SearchClient {
  const listeners = new Set<() => void>();
  const wanted = new Set<SearchSet>();
  let state: SearchState = { hasStopped: false, status: firstStatus, starts: 1 };
  const become = (change: Partial<SearchState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const start = () =>
    open(
      (status) => become({ status }),
      () => become({ hasStopped: true, status: firstStatus }),
    );
  let search = start();

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    want: (sets) => {
      for (const set of sets) wanted.add(set);
      search.want(sets);
    },
    reload: (sets) => search.reload(sets),
    ask: (kind, question) => search.ask(kind, question),
    restart: () => {
      if (!state.hasStopped) return;
      become({ hasStopped: false, starts: state.starts + 1 });
      search = start();
      search.want([...wanted]);
    },
    close: () => search.close(),
  };
}
