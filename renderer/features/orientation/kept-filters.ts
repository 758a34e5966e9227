import { z } from 'zod';
import { filterValues, services, wishes } from '#src/venues';
import { type DeskFilters, firstFilters } from '../../search/desk-filters.ts';

const some = <const Values extends readonly string[]>(values: Values) =>
  z.array(z.enum(values)).readonly();

const position = z.object({ latitude: z.number(), longitude: z.number() });

const filters = z.object({
  services: some(filterValues.services),
  publics: some(filterValues.publics),
  specialCare: some(filterValues.specialCare),
  fees: some(filterValues.fees),
  accessModes: some(filterValues.accessModes),
  supportModes: some(filterValues.supportModes),
  itinerant: some(filterValues.itinerant),
  programmes: some(filterValues.programmes),
  labels: some(filterValues.labels),
  maxKm: z.number().nullable(),
  openAt: z.string().nullable(),
  bookable: z.boolean(),
  accessible: z.boolean(),
  fresh: z.boolean(),
});

const deskFilters = z.object({
  filters,
  isOpenNow: z.boolean(),
  wishes: some(wishes),
  origin: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('commune'), code: z.string() }),
      z.object({ kind: z.literal('point'), position, label: z.string() }),
    ])
    .nullable(),
});

/** As version 0.1.0 kept them: a call under way when the desk is updated goes on. */
const formerFilters = z
  .object({
    service: z.enum(services).nullable(),
    maxKm: z.number().nullable(),
    communeCode: z.string().nullable(),
    wishes: some(wishes),
  })
  .transform(
    ({ service, maxKm, communeCode, wishes: kept }): DeskFilters => ({
      filters: {
        ...firstFilters.filters,
        maxKm,
        services: service === null ? [] : [service],
      },
      isOpenNow: false,
      wishes: kept,
      origin: communeCode === null ? null : { kind: 'commune', code: communeCode },
    }),
  );

/** The filters of a search as a draft keeps them. */
export const keptFilters: z.ZodType<DeskFilters> = z.union([deskFilters, formerFilters]);
