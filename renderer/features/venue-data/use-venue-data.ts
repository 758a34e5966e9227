import { useCallback, useEffect, useState } from 'react';
import { type VenueDataView, venueDataView } from '#src/contract';
import { type ApiFailure, request } from '../../storage/api.ts';

/** While a file is read its progress is asked for; else the page only keeps up with others. */
const refreshMs = { importing: 1000, quiet: 30_000 };

export type VenueData = {
  /** What the hub said last, and when. */
  readonly received: { readonly view: VenueDataView; readonly at: string } | null;
  /** Why the last request brought nothing. */
  readonly failure: ApiFailure | null;
  readonly refresh: () => void;
  /** Shows what another request was answered. */
  readonly take: (view: VenueDataView) => void;
};

/** Which sets the hub has, and what it reads now. */
export function useVenueData(): VenueData {
  const [received, setReceived] = useState<VenueData['received']>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  const take = useCallback((view: VenueDataView) => {
    setReceived({ view, at: new Date().toISOString() });
    setFailure(null);
  }, []);

  const read = useCallback(
    async (signal?: AbortSignal) => {
      const options = signal === undefined ? {} : { signal };
      const answer = await request('/api/venue-data', venueDataView, options);
      if (signal?.aborted === true) return;
      if (answer.ok) take(answer.value);
      else setFailure(answer.error);
    },
    [take],
  );

  const isImporting = received !== null && received.view.importing !== null;
  useEffect(() => {
    const leaving = new AbortController();
    void read(leaving.signal);
    const every = isImporting ? refreshMs.importing : refreshMs.quiet;
    const timer = setInterval(() => void read(leaving.signal), every);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, [read, isImporting]);

  return { received, failure, refresh: () => void read(), take };
}
