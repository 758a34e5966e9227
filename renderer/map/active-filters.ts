import { type FilterField, filterFields, noFilters, type VenueFilters } from '#src/venues';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.tsx';
import { openAtWords } from './open-at.ts';

type Words = {
  readonly venues: Messages['venues'];
  readonly format: Format;
  /** The clock on which a time of opening is said. */
  readonly zone: string;
};

/** A filter that is set, in words, and the filters without it. */
export type ActiveFilter = {
  readonly key: string;
  readonly label: string;
  readonly without: VenueFilters;
};

/** What a value of a field is called: programmes and labels have names of their own. */
export function valueWord(field: FilterField, value: string, { filters }: Messages['venues']) {
  if (field === 'programmes' || field === 'labels') return value;
  const names: Readonly<Record<string, string>> = filters[field];
  return names[value] ?? value;
}

/** Every filter that the panel sets; the distance is the sentence's. */
export function activeFilters(filters: VenueFilters, words: Words): readonly ActiveFilter[] {
  const { venues } = words;
  const ofField = (field: FilterField): readonly ActiveFilter[] => {
    const chosen: readonly string[] = filters[field];
    return chosen.map((value) => ({
      key: `${field} ${value}`,
      label: valueWord(field, value, venues),
      without: { ...filters, [field]: chosen.filter((other) => other !== value) },
    }));
  };
  const flag = (field: 'bookable' | 'accessible' | 'fresh'): readonly ActiveFilter[] =>
    filters[field]
      ? [{ key: field, label: venues.filters[field], without: { ...filters, [field]: false } }]
      : [];
  const { openAt } = filters;
  return [
    ...filterFields.flatMap(ofField),
    ...(openAt === null
      ? []
      : [
          {
            key: 'openAt',
            label: openAtWords(openAt, words.zone, words),
            without: { ...filters, openAt: null },
          },
        ]),
    ...flag('bookable'),
    ...flag('accessible'),
    ...flag('fresh'),
  ];
}

/** No filter but the distance, which the sentence says. */
export function withoutFilters({ maxKm }: VenueFilters): VenueFilters {
  return { ...noFilters, maxKm };
}
