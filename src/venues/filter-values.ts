import { foldText } from '#src/kernel';
import { type FieldFilters, type FilterField, statedIn } from './filters.ts';
import {
  accessModeEnumeration,
  type Enumeration,
  feeEnumeration,
  itinerancyEnumeration,
  labelEnumeration,
  programmeEnumeration,
  publicEnumeration,
  serviceEnumeration,
  specialCareEnumeration,
  supportModeEnumeration,
} from './standard.ts';
import type { Venue } from './venue.ts';

type Value<Field extends FilterField> = FieldFilters[Field][number];

const enumerations: { readonly [Field in FilterField]: Enumeration<Value<Field>> } = {
  services: serviceEnumeration,
  publics: publicEnumeration,
  specialCare: specialCareEnumeration,
  fees: feeEnumeration,
  accessModes: accessModeEnumeration,
  supportModes: supportModeEnumeration,
  itinerant: itinerancyEnumeration,
  programmes: programmeEnumeration,
  labels: labelEnumeration,
};

/** The value of a field that a text means: in the standard's words, case and accents aside, or its id here. */
export function readFilterValue<Field extends FilterField>(
  field: Field,
  text: string,
): Value<Field> | null {
  const { folded }: Enumeration<Value<Field>> = enumerations[field];
  const byId = [...folded.values()].find((value) => value === text);
  return folded.get(foldText(text)) ?? byId ?? null;
}

/** The values of a field in the standard's words. */
export function filterWords(field: FilterField): readonly string[] {
  return [...enumerations[field].official.keys()];
}

/** What a record states in a field, in the standard's words; empty where it is silent. */
export function statedWords(venue: Venue, field: FilterField): readonly string[] {
  const written: ReadonlyMap<string, string> = enumerations[field].written;
  return statedIn(venue, field).map((value) => written.get(value) ?? value);
}
