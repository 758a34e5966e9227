import { useCallback, useEffect, useState } from 'react';
import { type StatisticsView, statisticsView } from '#src/contract';
import { type ApiFailure, request } from '../../storage/api.ts';
import type { Period } from './period.ts';

/** A page left open shows calls as they close. */
const refreshMs = 30_000;

export type Statistics = {
  /** The last figures received for this period and territory; they stay while newer ones are asked for. */
  readonly figures: StatisticsView | null;
  /** Why the last request brought nothing. */
  readonly failure: ApiFailure | null;
  readonly refresh: () => void;
};

/** The hub's figures of a period, for one territory or, with `null`, all of the account's. */
export function useStatistics({ from, to }: Period, territory: string | null): Statistics {
  const [figures, setFigures] = useState<StatisticsView | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  const read = useCallback(
    async (signal: AbortSignal) => {
      const query = new URLSearchParams({ from, to, ...(territory === null ? {} : { territory }) });
      const answer = await request(`/api/statistics?${query}`, statisticsView, { signal });
      if (signal.aborted) return;
      if (answer.ok) setFigures(answer.value);
      setFailure(answer.ok ? null : answer.error);
    },
    [from, to, territory],
  );

  useEffect(() => {
    const leaving = new AbortController();
    setFigures(null);
    void read(leaving.signal);
    const timer = setInterval(() => void read(leaving.signal), refreshMs);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, [read]);

  return { figures, failure, refresh: () => void read(new AbortController().signal) };
}
