import type { Facts } from '#src/script';
import { type Wish, wishes, wishesOfObstacles } from '#src/venues';
import { type DeskFilters, firstFilters } from '../../search/desk-filters.ts';

/**
 * What the call's answers ask of a venue, and what the person's obstacles make one look for. What the
 * standard cannot say of one stays beside the search.
 */
export function filtersOf(facts: Facts): DeskFilters {
  const { service, communeCode } = facts;
  const asked: readonly string[] = [...facts.wishes, ...suggestedBy(facts)];
  return {
    ...firstFilters,
    filters: { ...firstFilters.filters, services: service === null ? [] : [service] },
    wishes: wishes.filter((wish) => asked.includes(wish)),
    origin: communeCode === null ? null : { kind: 'commune', code: communeCode },
  };
}

/** The wishes that nobody said: the obstacles noted in the call suggest them. */
export function suggestedBy(facts: Facts): readonly Wish[] {
  return wishesOfObstacles(facts.obstacles)
    .map(({ wish }) => wish)
    .filter((wish) => !facts.wishes.includes(wish));
}
