import { Temporal } from 'temporal-polyfill';

/** Before noon on the venue's clock, and from noon on. */
export const halfDays = ['morning', 'afternoon'] as const;
export type HalfDay = (typeof halfDays)[number];

/** BO-72: no more offers to a person, no less notice, and how long an offer lasts. */
export const waitListLimits = { mostOffers: 3, noticeHours: 24, offerHours: 4 } as const;

/** When people can be phoned, on the venue's clock, Monday to Saturday: the time of an offer runs then. */
const phoned = { from: '08:00', to: '20:00' } as const;
const sunday = 7;

/** When the person can come: weekdays 1 (Monday) to 7 (Sunday), on the venue's clock. */
export type Suits = { readonly weekdays: readonly number[]; readonly halves: readonly HalfDay[] };

/** Somebody who would come earlier. Instants are ISO 8601 in UTC. */
export type Waiting = {
  readonly referralId: string;
  readonly since: string;
  readonly suits: Suits;
  /** The appointment that they have; `null`: none yet. */
  readonly appointment: { readonly start: string } | null;
  /** The begin of each time that they were offered. */
  readonly offered: readonly string[];
  /** Whether an offer of theirs is not answered. */
  readonly isAsked: boolean;
};

/** A time that became free, and the venue's IANA zone. */
export type FreedTime = { readonly start: string; readonly zone: string };

/** BO-74: until when an offer made now lasts. Nights and Sundays do not count. */
export function offerEnd(now: string, zone: string): string {
  const at = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  return spend(at, waitListLimits.offerHours * 3_600_000)
    .toInstant()
    .toString();
}

/** `at` later by so many milliseconds of those in which people are phoned. */
function spend(at: Temporal.ZonedDateTime, left: number): Temporal.ZonedDateTime {
  const morning = at.withPlainTime(phoned.from);
  const evening = at.withPlainTime(phoned.to);
  const from = Temporal.ZonedDateTime.compare(at, morning) < 0 ? morning : at;
  const room = at.dayOfWeek === sunday ? 0 : from.until(evening).total('milliseconds');
  if (left <= room) return from.add({ milliseconds: left });
  return spend(morning.add({ days: 1 }), left - Math.max(0, room));
}

/** BO-72: whether who takes it at the last moment of an offer made now still has a day's notice. */
export function isWorthOffering({ start, zone }: FreedTime, now: string): boolean {
  const latest = Temporal.Instant.from(offerEnd(now, zone)).add({
    hours: waitListLimits.noticeHours,
  });
  return Temporal.Instant.compare(latest, start) <= 0;
}

/** BO-71, BO-72: the first in line whom the time suits; `null` where it is offered to nobody. */
export function nextInLine(
  line: readonly Waiting[],
  freed: FreedTime,
  now: string,
): Waiting | null {
  if (!isWorthOffering(freed, now)) return null;
  const [first = null] = line
    .filter((waiting) => mayBeOffered(waiting, freed))
    .toSorted(
      (a, b) =>
        Temporal.Instant.compare(a.since, b.since) || (a.referralId < b.referralId ? -1 : 1),
    );
  return first;
}

function mayBeOffered(waiting: Waiting, freed: FreedTime): boolean {
  const { appointment, offered, isAsked } = waiting;
  if (isAsked || offered.length >= waitListLimits.mostOffers) return false;
  if (offered.some((start) => Temporal.Instant.compare(start, freed.start) === 0)) return false;
  const isEarlier =
    appointment === null || Temporal.Instant.compare(freed.start, appointment.start) < 0;
  return isEarlier && suitsThem(waiting.suits, freed);
}

function suitsThem({ weekdays, halves }: Suits, { start, zone }: FreedTime): boolean {
  const local = Temporal.Instant.from(start).toZonedDateTimeISO(zone);
  const half: HalfDay = local.hour < 12 ? 'morning' : 'afternoon';
  return weekdays.includes(local.dayOfWeek) && halves.includes(half);
}
