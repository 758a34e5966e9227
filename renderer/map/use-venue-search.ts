import { useMemo } from 'react';
import { Temporal } from 'temporal-polyfill';
import type { Commune, Gazetteer } from '#src/geography';
import type { VenueIndex } from '#src/venues';
import { useGazetteer, useVenues } from '../storage/reference.ts';
import type { SetState } from '../storage/sets.ts';
import { type FoundVenues, findVenues, type VenueFilters } from './venue-filters.ts';

/** The sets that a search needs, when both are on this desk. */
export type VenueData = {
  readonly index: VenueIndex;
  readonly gazetteer: Gazetteer;
  /** When they were received, where the hub could not be asked since. */
  readonly since: string | null;
};

/** Venues and communes: a search needs both, and nothing of the network. */
export function useVenueData(): SetState<VenueData> {
  const venues = useVenues();
  const gazetteer = useGazetteer();
  return useMemo(() => {
    if (venues.state === 'failed' || venues.state === 'loading') return venues;
    if (gazetteer === null) return { state: 'loading' };
    const since = venues.state === 'stale' ? venues.since : null;
    return { ...venues, value: { index: venues.value, gazetteer, since } };
  }, [venues, gazetteer]);
}

/** A search, done again when its filters change; `null` where no commune is chosen. */
export function useVenueSearch(
  data: VenueData,
  filters: VenueFilters,
  limit: number,
): { readonly from: Commune | null; readonly found: FoundVenues | null } {
  const { index, gazetteer } = data;
  const from = filters.communeCode === null ? null : gazetteer.byCode(filters.communeCode);
  const found = useMemo(() => {
    if (from === null) return null;
    const today = Temporal.Now.plainDateISO().toString();
    return findVenues(index, filters, from, { limit, today });
  }, [index, filters, from, limit]);
  return { from, found };
}
