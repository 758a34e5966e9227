import {
  type DisputedDays,
  type Hours,
  type HoursPlace,
  hoursPlaceOf,
  type Opening,
  type OpenReason,
  openAtWall,
  readHours,
  type WallClock,
  wallClock,
} from '#src/hours';
import type { Venue } from './venue.ts';

/** Hours in a place, read once for all the venues that share them. */
export type Schedule = {
  /** Its place among the schedules of the index. */
  readonly number: number;
  readonly hours: Hours;
  readonly place: HoursPlace;
};

/** A venue as the index holds it; `null` where it states no hours. */
export type IndexedVenue = { readonly venue: Venue; readonly schedule: Schedule | null };

/** Reads the hours of venues; each text once, and each schedule once. */
export function scheduleReader(): (venue: Venue) => Schedule | null {
  const read = new Map<string, Hours>();
  const schedules = new Map<HoursPlace, Map<string, Schedule>>();
  let count = 0;
  return ({ hoursText, communeCode, postcode }) => {
    if (hoursText === null) return null;
    const place = hoursPlaceOf(communeCode, postcode);
    const here = schedules.get(place) ?? new Map<string, Schedule>();
    schedules.set(place, here);
    const known = here.get(hoursText);
    if (known !== undefined) return known;
    const hours = read.get(hoursText) ?? readHours(hoursText);
    read.set(hoursText, hours);
    const schedule = { number: count, hours, place };
    here.set(hoursText, schedule);
    count += 1;
    return schedule;
  };
}

/** Whether a venue is open; `hours-unknown`: its record states no hours. */
export type VenueOpening = Omit<Opening, 'reason'> & {
  readonly reason: OpenReason | 'hours-unknown';
};

const notStated: VenueOpening = { open: null, reason: 'hours-unknown', comment: null };

/** More are not asked while one searches; a year of minutes must not be kept. */
const keptClocks = 100;
const clocks = new Map<string, WallClock>();

/** The clock of a zone: the same few are asked at every search. */
function clockIn(zone: string, instant: string): WallClock {
  const key = `${zone} ${instant}`;
  const known = clocks.get(key);
  if (known !== undefined) return known;
  if (clocks.size >= keptClocks) clocks.clear();
  const clock = wallClock(instant, zone);
  clocks.set(key, clock);
  return clock;
}

/** Whether schedules are open at an instant: each is asked once, in the clock of its own place. */
export function openingsAt(
  instant: string,
  disputed: DisputedDays,
): (schedule: Schedule | null) => VenueOpening {
  const openings: (Opening | undefined)[] = [];
  return (schedule) => {
    if (schedule === null) return notStated;
    const known = openings[schedule.number];
    if (known !== undefined) return known;
    const { hours, place, number } = schedule;
    const opening = openAtWall(hours, place, clockIn(place.zone, instant), disputed);
    openings[number] = opening;
    return opening;
  };
}
