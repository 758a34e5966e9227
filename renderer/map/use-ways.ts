import { useEffect, useState } from 'react';
import { type TravelRequest, travelLimit, travelView, type Way } from '#src/contract';
import { roughPosition } from '#src/geography';
import type { FoundVenues } from '../search/desk-filters.ts';
import { request } from '../storage/api.ts';
import { useDesk, useIsOnline } from '../storage/desk.tsx';

/** The way to each venue by its id, for those to which a road leads. */
export type Ways = ReadonlyMap<string, Way>;

type Heard = { readonly key: string; readonly ways: Ways };

const noWays: Ways = new Map();
/** A search that still changes is not asked about. */
const settledMs = 400;

/**
 * The ways by road to the venues that were found, where the hub has a server for them and answers (GE-40). Nobody
 * waits for it: the list is there without.
 */
export function useWays(found: FoundVenues | null): Ways {
  const isOnline = useIsOnline();
  const { roadTimes } = useDesk().session;
  const [heard, setHeard] = useState<Heard | null>(null);
  const asked = isOnline && roadTimes ? waysAsked(found) : null;
  const key = JSON.stringify(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is asked.
  useEffect(() => {
    if (asked === null) return;
    const left = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await request('/api/travel', travelView, {
        body: asked.body,
        signal: left.signal,
      });
      if (left.signal.aborted) return;
      if (answer.ok) setHeard({ key, ways: waysById(asked.ids, answer.value.ways) });
    }, settledMs);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [key]);
  return heard?.key === key ? heard.ways : noWays;
}

/** From about where the search starts (GE-41) to the first venues; `null` where there is nothing to ask. */
export function waysAsked(
  found: Pick<FoundVenues, 'from' | 'matches'> | null,
): { readonly ids: readonly string[]; readonly body: TravelRequest } | null {
  const from = found?.from?.position ?? null;
  if (found === null || from === null) return null;
  const places = found.matches
    .flatMap(({ venue: { id, position } }) => (position === null ? [] : [{ id, position }]))
    .slice(0, travelLimit);
  if (places.length === 0) return null;
  return {
    ids: places.map(({ id }) => id),
    body: { from: roughPosition(from), to: places.map(({ position }) => position) },
  };
}

function waysById(ids: readonly string[], ways: readonly (Way | null)[]): Ways {
  return new Map(
    ids.flatMap((id, place) => {
      const way = ways[place] ?? null;
      return way === null ? [] : [[id, way] as const];
    }),
  );
}
