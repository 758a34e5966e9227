import { Temporal } from 'temporal-polyfill';
import {
  clockTime,
  type DayHours,
  type DayOpening,
  type DisputedDays,
  dayHours,
  type Hours,
  type HoursPlace,
  hoursPlaceOf,
  nextOpening,
  type OpenReason,
  openAt,
  periodAt,
  readHours,
  wallClock,
} from '#src/hours';
import type { Venue } from '#src/venues';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.tsx';
import { clocksDiffer } from '../search/clock-time.ts';
import type { Line } from './venue-words.ts';

type Words = { readonly venues: Messages['venues']; readonly format: Format };

/** How the desk reads hours: the present, its own clock, and what was decided of disputed holidays. */
export type HoursView = {
  /** An instant. */
  readonly now: string;
  readonly deskZone: string;
  readonly disputed: DisputedDays;
};

type VenueHours = Pick<Venue, 'hoursText' | 'communeCode' | 'postcode'>;

/** A longer text is shown whole on the venue's card. */
const longestQuoted = 90;

/**
 * Whether the venue is open now, until when, and else when it opens; or why that is not known. On the
 * venue's own clock, which is named where the desk's shows another time.
 */
export function openNowLine(venue: VenueHours, view: HoursView, words: Words): Line {
  return lineOf(venue, words, (hours, place) => {
    const { open, reason, comment } = openAt(hours, place, view.now, view.disputed);
    if (open === null) return toCheck(reason, comment, words);
    const { state } = words.venues.hours;
    const clock = clockNote(place, view.now, view.deskZone, words);
    if (open) {
      const until = closingTime(hours, place, view);
      return {
        kind: 'for',
        text: until === null ? state.open : state.openUntil(words.format.clockTime(until), clock),
      };
    }
    const next = nextOpening(hours, place, view.now, view.disputed);
    const closed = reason === 'holiday-closed' ? state.closedHoliday : state.closed;
    return {
      kind: 'for',
      text:
        next === null
          ? state.noNext(closed)
          : state.opensAt(
              closed,
              dayName(next, view.now, place.zone, words),
              words.format.clock(next, place.zone),
              clock,
            ),
    };
  });
}

/** The hours of the day of an instant that was asked for: `Ouvert mercredi 9 h–12 h et 14 h–17 h.` */
export function openThenLine(
  venue: VenueHours,
  instant: string,
  view: HoursView,
  words: Words,
): Line {
  return lineOf(venue, words, (hours, place) => {
    const day = dayName(instant, view.now, place.zone, words);
    const { open, reason, comment } = openAt(hours, place, instant, view.disputed);
    if (open === null) return toCheck(reason, comment, words);
    const { state } = words.venues.hours;
    const there = wallClock(instant, place.zone);
    const ranges = periodsLine(dayHours(hours, place, there.day, view.disputed), words);
    const clock = clockNote(place, instant, view.deskZone, words);
    return open
      ? { kind: 'for', text: state.openThen(day, ranges, clock) }
      : { kind: 'doubt', text: state.closedThen(day, words.format.clock(instant, place.zone)) };
  });
}

/** Hours that cannot be trusted are shown as they are written. */
function lineOf(
  { hoursText, communeCode, postcode }: VenueHours,
  { venues }: Words,
  line: (hours: Hours, place: HoursPlace) => Line,
): Line {
  if (hoursText === null) return { kind: 'doubt', text: venues.hours.unknown };
  const hours = readHours(hoursText);
  if (!hours.trusted) {
    const quoted =
      hoursText.length > longestQuoted ? `${hoursText.slice(0, longestQuoted)}…` : hoursText;
    return { kind: 'doubt', text: venues.hours.toCheck(quoted) };
  }
  return line(hours, hoursPlaceOf(communeCode, postcode));
}

function toCheck(reason: OpenReason, comment: string | null, { venues }: Words): Line {
  const { unknownReasons, state } = venues.hours;
  return { kind: 'doubt', text: state.toCheck(comment ?? unknownReasons[reason]) };
}

/** `9 h–12 h et 14 h–17 h`, or "fermé"; a part that hangs on something says on what. */
export function periodsLine(day: DayOpening, { venues, format }: Words): string {
  if (!day.known) return venues.hours.state.toCheck(venues.hours.unknownReasons[day.reason]);
  if (day.periods.length === 0) return venues.hours.state.closedDay;
  return day.periods
    .map(({ from, to, comment }) => {
      const range = venues.hours.timeRange(
        format.clockTime(clockTime(from)),
        format.clockTime(clockTime(to)),
      );
      return comment === null ? range : `${range} (${comment})`;
    })
    .join(venues.hours.and);
}

/** When what is open now closes, on the clock of the place; `null` where it goes on after midnight. */
function closingTime(hours: Hours, place: HoursPlace, view: HoursView): string | null {
  const period = periodAt(hours, place, view.now, view.disputed);
  return period === null || period.to === 24 * 60 ? null : clockTime(period.to);
}

/** `aujourd’hui`, `demain`, `mercredi`, and past a week `mercredi 2 décembre`. */
function dayName(instant: string, now: string, zone: string, { venues, format }: Words): string {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const ahead = today.until(day).days;
  if (ahead === 0) return venues.hours.today;
  if (ahead === 1) return venues.hours.tomorrow;
  return ahead > 1 && ahead < 7 ? format.weekday(day.dayOfWeek) : format.date(instant, zone);
}

/** ` (heure de La Réunion)`, where the clock of the place shows another time than the desk's. */
function clockNote(place: HoursPlace, instant: string, deskZone: string, { venues }: Words) {
  return clocksDiffer(instant, place.zone, deskZone)
    ? venues.hours.clockOf(venues.hours.territories[place.territory])
    : '';
}

/** `9 h–12 h et 14 h–17 h` */
export function rangesLine(ranges: DayHours['ranges'], { venues, format }: Words): string {
  return ranges
    .map(({ from, to }) => venues.hours.timeRange(format.clockTime(from), format.clockTime(to)))
    .join(venues.hours.and);
}
