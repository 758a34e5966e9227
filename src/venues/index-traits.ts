import {
  type FilterField,
  filterFields,
  statedIn,
  takesWebBookings,
  type VenueFilters,
} from './filters.ts';
import type { IndexedVenue } from './index-schedules.ts';
import { addPlace, emptySet, type PlaceSet, type Take, within } from './index-sets.ts';
import { answerWish, type Wish, wishes } from './wishes.ts';

const flags = ['bookable', 'accessible'] as const;
type Flag = (typeof flags)[number];

/** What a search asks of a record with yes or no. */
type Trait = `${FilterField} ${string}` | Flag | 'hours-trusted' | `${'met' | 'not-met'} ${Wish}`;

/** The venues that have a trait, for each that some have. */
export type Traits = { readonly places: number; readonly sets: ReadonlyMap<string, PlaceSet> };

export function readTraits(venues: readonly IndexedVenue[]): Traits {
  const sets = new Map<string, PlaceSet>();
  const note = (place: number, trait: Trait) => {
    const set = sets.get(trait) ?? emptySet(venues.length);
    sets.set(trait, set);
    addPlace(set, place);
  };
  for (const [place, { venue, schedule }] of venues.entries()) {
    for (const field of filterFields) {
      for (const value of statedIn(venue, field)) note(place, `${field} ${value}`);
    }
    if (takesWebBookings(venue)) note(place, 'bookable');
    if (venue.accessibilityUrl !== null) note(place, 'accessible');
    if (schedule?.hours.trusted === true) note(place, 'hours-trusted');
    for (const wish of wishes) {
      const answer = answerWish(venue, wish);
      if (answer !== 'unknown') note(place, `${answer} ${wish}`);
    }
  }
  return { places: venues.length, sets };
}

/** The venues that have a trait. */
export const having = ({ places, sets }: Traits, trait: Trait): PlaceSet =>
  sets.get(trait) ?? emptySet(places);

/** The venues that state what the filters ask: one of the values in every field that names some. */
export function stating(traits: Traits, filters: VenueFilters, take: Take): PlaceSet {
  const fields = filterFields
    .filter((field) => filters[field].length > 0)
    .map((field) => filters[field].map((value) => having(traits, `${field} ${value}`)));
  const asked = flags.filter((flag) => filters[flag]).map((flag) => [having(traits, flag)]);
  return [...fields, ...asked].reduce(
    (set, either) => within(set, either, take()),
    take().fill(0xff_ff_ff_ff),
  );
}
