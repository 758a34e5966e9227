import type { Facts } from '#src/script';
import { wishes } from '#src/venues';
import { firstMaxKm, type VenueFilters } from '../../map/venue-filters.ts';

/** What the call's answers ask of a venue. What the standard cannot say of one stays beside the search. */
export function filtersOf(facts: Facts): VenueFilters {
  return {
    service: facts.service,
    maxKm: firstMaxKm,
    communeCode: facts.communeCode,
    wishes: wishes.filter((wish) => facts.wishes.includes(wish)),
  };
}
