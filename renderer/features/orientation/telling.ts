import { Temporal } from 'temporal-polyfill';
import type { MeetingPlace } from '#src/booking';
import type { Venue } from '#src/venues';
import type { Format } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.tsx';
import { addressLine } from '../../map/venue-words.ts';

type Words = { readonly orientation: Messages['orientation']; readonly format: Format };

/** A person's clock, where it is not the venue's: overseas. */
export type CallerClock = { readonly zone: string; readonly place: string };

/** A date and a time in full, on a clock: `mercredi 2 décembre 2026 à 14 h 30`. */
export function fullTime(instant: string, zone: string, { orientation, format }: Words): string {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
  return orientation.slots.at(format.day(day), format.clock(instant, zone));
}

/** The confirmation, as it is read aloud. Neither need nor level is in it. */
export function appointmentWords(
  appointment: {
    readonly venue: Venue;
    readonly start: string;
    readonly zone: string;
    readonly where: MeetingPlace;
    /** Where the person can be reached. */
    readonly phone: string | null;
    readonly callerClock: CallerClock | null;
  },
  words: Words,
): string {
  const { venue, start, zone, where, phone, callerClock } = appointment;
  const { orientation, format } = words;
  const day = Temporal.Instant.from(start).toZonedDateTimeISO(zone).toPlainDate().toString();
  const when = orientation.words.on(format.day(day), format.clock(start, zone));
  return [
    meetingWords[where](orientation.words, { when, venue, phone: phone && format.phone(phone) }),
    callerClock === null || sameClock(start, zone, callerClock.zone)
      ? null
      : orientation.words.callerClock(
          callerTime(start, zone, callerClock, words),
          callerClock.place,
        ),
    venue.phone === null ? null : orientation.words.venuePhone(format.phone(venue.phone)),
  ]
    .filter((part) => part !== null)
    .join(' ');
}

type Meeting = {
  readonly when: string;
  readonly venue: Venue;
  /** As it is written; `null`: none is known. */
  readonly phone: string | null;
};

/** Where to be at that time. */
const meetingWords: Readonly<
  Record<MeetingPlace, (words: Words['orientation']['words'], meeting: Meeting) => string>
> = {
  venue: (words, { when, venue }) => words.appointment(when, venue.name, addressLine(venue)),
  phone: (words, { when, venue, phone }) =>
    phone === null ? words.byPhone(when, venue.name) : words.byPhoneAt(when, venue.name, phone),
  video: (words, { when, venue }) => words.byVideo(when, venue.name),
  home: (words, { when, venue }) => words.atHome(when, venue.name),
};

/** The caller's time, with its day where that is another one than the venue's. */
function callerTime(start: string, zone: string, clock: CallerClock, words: Words): string {
  const dayIn = (place: string) =>
    Temporal.Instant.from(start).toZonedDateTimeISO(place).toPlainDate().toString();
  return dayIn(zone) === dayIn(clock.zone)
    ? words.format.clock(start, clock.zone)
    : fullTime(start, clock.zone, words);
}

function sameClock(instant: string, one: string, other: string): boolean {
  const at = Temporal.Instant.from(instant);
  return at
    .toZonedDateTimeISO(one)
    .toPlainDateTime()
    .equals(at.toZonedDateTimeISO(other).toPlainDateTime());
}
