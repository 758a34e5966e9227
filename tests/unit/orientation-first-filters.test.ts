import { describe, expect, it } from 'vitest';
import type { Facts } from '#src/script';
import { filtersOf, suggestedBy } from '../../renderer/features/orientation/first-filters.ts';

const facts = (obstacles: readonly string[], wishes: Facts['wishes'] = []): Facts => ({
  ...silent,
  obstacles,
  wishes,
});

const silent: Facts = {
  consent: null,
  beneficiary: null,
  service: null,
  theme: null,
  communeCode: null,
  obstacles: [],
  wishes: [],
  resolution: null,
  card: null,
};

describe('the first search of a call', () => {
  it('VE-48 ranks by what stands in the way of the person', () => {
    expect(filtersOf(facts(['language', 'alone'])).wishes).toEqual([
      'individual',
      'other-languages',
    ]);
  });

  it('keeps what was said apart from what the obstacles suggest', () => {
    const call = facts(['equipment', 'language'], ['free', 'no-car']);
    expect(filtersOf(call).wishes).toEqual(['free', 'other-languages']);
    expect(suggestedBy(call)).toEqual(['other-languages']);
  });
});
