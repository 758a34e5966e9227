import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { type ApiFailure, request } from '../../storage/api.ts';
import type { Period } from './period.ts';

/** A page left open shows calls as they close. */
const refreshMs = 30_000;

/** Which calls are counted. */
export type CountedCalls = {
  readonly period: Period;
  /** `null`: all the territories of the account. */
  readonly territory: string | null;
};

export type FiguresRead<View> = {
  /** The last figures received for this period and territory; they stay while newer ones are asked for. */
  readonly figures: View | null;
  /** Why the last request brought nothing. */
  readonly failure: ApiFailure | null;
  readonly refresh: () => void;
};

/** What the hub counts at `path` in a period, for one territory or, with `null`, all of the account's. */
export function useFigures<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  { period: { from, to }, territory }: CountedCalls,
): FiguresRead<z.infer<Schema>> {
  const [figures, setFigures] = useState<z.infer<Schema> | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  const read = useCallback(
    async (signal: AbortSignal) => {
      const query = new URLSearchParams({ from, to, ...(territory === null ? {} : { territory }) });
      const answer = await request(`${path}?${query}`, schema, { signal });
      if (signal.aborted) return;
      if (answer.ok) setFigures(answer.value);
      setFailure(answer.ok ? null : answer.error);
    },
    [path, schema, from, to, territory],
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
