import type { Facts } from '#src/script';
import { wishes } from '#src/venues';
import { type DeskFilters, firstFilters } from '../../map/venue-filters.ts';

/** What the call's answers ask of a venue. What the standard cannot say of one stays beside the search. */
export function filtersOf({ service, communeCode, wishes: asked }: Facts): DeskFilters {
  return {
    ...firstFilters,
    filters: { ...firstFilters.filters, services: service === null ? [] : [service] },
    wishes: wishes.filter((wish) => asked.includes(wish)),
    origin: communeCode === null ? null : { kind: 'commune', code: communeCode },
  };
}
