import opening_hours from 'opening_hours';
import { distanceKm, isPosition, territoryAt } from '#src/geography';
import { type HoursPlace, hoursPlaceOf, openAtWall, readHours, wallClock } from '#src/hours';
import {
  filterFields,
  type SearchContext,
  type Venue,
  type VenueFilters,
  type VenueQuery,
} from '#src/venues';

/**
 * What one writes without an index: every venue looked at, filters first, then sorted by the same rule.
 * It gives no reasons. Hours are parsed before, each text once.
 */
export function scanOf(
  venues: readonly Venue[],
  openAt: OpenAt,
  { weights }: SearchContext,
): (query: VenueQuery) => readonly Venue[] {
  const known = venues.flatMap((venue) => {
    const { position, doubts } = venue;
    if (position === null || !isPosition(position)) return [];
    if (doubts.includes('position-doubtful') || doubts.includes('test-record')) return [];
    const isTrusted = venue.hoursText !== null && readHours(venue.hoursText).trusted;
    return [{ venue, position, isTrusted, territory: territoryAt(position) }];
  });
  return ({ near, filters, limit }) => {
    const territory = territoryAt(near);
    const found = [];
    for (const { venue, position, isTrusted, territory: there } of known) {
      if (there !== territory || !states(venue, filters)) continue;
      const km = distanceKm(near, position);
      if (km > Math.min(filters.maxKm ?? 500, 500)) continue;
      const open = filters.openAt === null ? true : openAt(venue, filters.openAt);
      if (open === false) continue;
      // Every shipped record is older than a year, none has a diary: only the hours differ.
      const cost = Math.round(km * 10) / 10 + (isTrusted ? 0 : weights.hoursUnknownKm);
      found.push({ venue, isToCheck: open === null, cost });
    }
    return found
      .sort(
        (a, b) =>
          Number(a.isToCheck) - Number(b.isToCheck) ||
          a.cost - b.cost ||
          compare(b.venue.updatedOn ?? '', a.venue.updatedOn ?? '') ||
          compare(a.venue.id, b.venue.id),
      )
      .slice(0, limit)
      .map(({ venue }) => venue);
  };
}

/** Whether a venue is open at an instant; `null`: not known. */
type OpenAt = (venue: Venue, instant: string) => boolean | null;

const states = (venue: Venue, filters: VenueFilters) =>
  filterFields.every((field) => {
    const asked: readonly string[] = filters[field];
    if (asked.length === 0) return true;
    if (field !== 'itinerant') return venue[field].some((value) => asked.includes(value));
    return venue.itinerant !== null && asked.includes(venue.itinerant ? 'itinerant' : 'fixed');
  });

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

/** What was parsed, by text. */
function parsedTexts<Hours>(venues: readonly Venue[], parse: (text: string) => Hours) {
  const texts = new Set(venues.flatMap(({ hoursText }) => hoursText ?? []));
  return new Map([...texts].map((text) => [text, parse(text)]));
}

/** Each zone's clock read once an instant. */
function clockAt() {
  const clocks = new Map<string, ReturnType<typeof wallClock>>();
  return (instant: string, { zone }: HoursPlace) => {
    const key = instant + zone;
    const clock = clocks.get(key) ?? wallClock(instant, zone);
    clocks.set(key, clock);
    return clock;
  };
}

export function byCompiledHours(venues: readonly Venue[]): OpenAt {
  const parsed = parsedTexts(venues, readHours);
  const clock = clockAt();
  return ({ hoursText, communeCode, postcode }, instant) => {
    const hours = parsed.get(hoursText ?? '');
    if (hours === undefined) return null;
    const place = hoursPlaceOf(communeCode, postcode);
    return openAtWall(hours, place, clock(instant, place), 'to-check').open;
  };
}

/** In France as the library knows it; a text that it refuses is not known. */
export function byLibrary(venues: readonly Venue[]): OpenAt {
  const france = { lat: 48.85, lon: 2.35, address: { country_code: 'fr', state: 'Île-de-France' } };
  const parsed = parsedTexts(venues, (text) => {
    try {
      return new opening_hours(text, france);
    } catch {
      return null;
    }
  });
  const clock = clockAt();
  return ({ hoursText, communeCode, postcode }, instant) => {
    const hours = parsed.get(hoursText ?? '') ?? null;
    if (hours === null) return null;
    const { day, minutes } = clock(instant, hoursPlaceOf(communeCode, postcode));
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    const onTheWall = new Date(year, month - 1, date, 0, minutes);
    return hours.getUnknown(onTheWall) ? null : hours.getState(onTheWall);
  };
}
