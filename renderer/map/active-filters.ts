import { noFilters, type VenueFilters } from '#src/venues';
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

/** Every filter that the panel sets; the distance is the sentence's. */
export function activeFilters(filters: VenueFilters, words: Words): readonly ActiveFilter[] {
  const { filters: names } = words.venues;
  const of = <Value extends string>(
    field: string,
    chosen: readonly Value[],
    nameOf: (value: Value) => string,
    keep: (left: readonly Value[]) => Partial<VenueFilters>,
  ): readonly ActiveFilter[] =>
    chosen.map((value) => ({
      key: `${field} ${value}`,
      label: nameOf(value),
      without: { ...filters, ...keep(chosen.filter((other) => other !== value)) },
    }));
  const flag = (field: 'bookable' | 'accessible' | 'fresh'): readonly ActiveFilter[] =>
    filters[field]
      ? [{ key: field, label: names[field], without: { ...filters, [field]: false } }]
      : [];
  const { openAt } = filters;
  return [
    ...of(
      'services',
      filters.services,
      (value) => names.services[value],
      (services) => ({ services }),
    ),
    ...of(
      'publics',
      filters.publics,
      (value) => names.publics[value],
      (publics) => ({ publics }),
    ),
    ...of(
      'specialCare',
      filters.specialCare,
      (value) => names.specialCare[value],
      (specialCare) => ({ specialCare }),
    ),
    ...of(
      'fees',
      filters.fees,
      (value) => names.fees[value],
      (fees) => ({ fees }),
    ),
    ...of(
      'accessModes',
      filters.accessModes,
      (value) => names.accessModes[value],
      (accessModes) => ({ accessModes }),
    ),
    ...of(
      'supportModes',
      filters.supportModes,
      (value) => names.supportModes[value],
      (supportModes) => ({ supportModes }),
    ),
    ...of(
      'itinerant',
      filters.itinerant,
      (value) => names.itinerant[value],
      (itinerant) => ({ itinerant }),
    ),
    ...of(
      'programmes',
      filters.programmes,
      (value) => value,
      (programmes) => ({ programmes }),
    ),
    ...of(
      'labels',
      filters.labels,
      (value) => value,
      (labels) => ({ labels }),
    ),
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
