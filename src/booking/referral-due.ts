import { Temporal } from 'temporal-polyfill';
import { type DisputedDays, type HolidayTerritory, holidaysOf } from '#src/hours';
import { awaitsVenue } from './referral.ts';
import { type ReferralLife, wholeProposalPassed } from './referral-life.ts';

/** When a venue that does not answer is reminded, in its working days. */
export type VenueReminders = {
  /** So many days after it was asked, in order; none: it is not reminded. */
  readonly afterDays: readonly number[];
  /** So many days after the last reminder, it is asked no more. */
  readonly thenDays: number;
};

/** What tells the working days of a venue. `zone` is an IANA zone: its clock. */
export type WorkingCalendar = {
  readonly zone: string;
  readonly territory: HolidayTerritory;
  readonly disputed: DisputedDays;
};

/** A referral, with the reminders that its venue had. */
export type Reminded = Pick<ReferralLife, 'state' | 'appointment' | 'proposal' | 'awaitedSince'> & {
  readonly reminders: number;
  /** The last of them. */
  readonly remindedAt: string | null;
  /** Somebody else keeps its appointment: the venue was asked on another site, and is not reminded of it here. */
  readonly isElsewhere: boolean;
};

/** What is to be done of a referral that nobody answers; `reminders`: how many the venue has had then. */
export type ReferralDue =
  | { readonly type: 'remind'; readonly reminders: number }
  | { readonly type: 'expire' };

/**
 * BO-93, BO-95: what is due at `now`; `null` where the venue has answered, or has time left.
 *
 * Reminders that nobody sent in time are one. A venue has all its days after a reminder that was late. Who has an appointment is
 * expected, answered or not: the venue is reminded until it begins, and nothing expires. What another site keeps is waited for as long.
 */
export function dueOfReferral(
  referral: Reminded,
  { afterDays, thenDays }: VenueReminders,
  calendar: WorkingCalendar,
  now: string,
): ReferralDue | null {
  const { state, appointment, awaitedSince, reminders, remindedAt, isElsewhere } = referral;
  const hasCome = (instant: string) => Temporal.Instant.compare(instant, now) <= 0;
  if (state === 'proposed') {
    const isOver = appointment === null && wholeProposalPassed(referral, now);
    return isOver ? { type: 'expire' } : null;
  }
  if (!awaitsVenue(state) || (appointment !== null && hasCome(appointment.start))) return null;
  const due = afterDays.filter((days) => hasCome(workingDaysAfter(awaitedSince, days, calendar)));
  if (!isElsewhere && reminders < due.length) return { type: 'remind', reminders: due.length };
  if (appointment !== null || due.length < afterDays.length) return null;
  const lastAsked = remindedAt ?? workingDaysAfter(awaitedSince, afterDays.at(-1) ?? 0, calendar);
  return hasCome(workingDaysAfter(lastAsked, thenDays, calendar)) ? { type: 'expire' } : null;
}

/** The same time of day, on the venue's clock, so many of its working days later. */
export function workingDaysAfter(
  instant: string,
  days: number,
  { zone, territory, disputed }: WorkingCalendar,
): string {
  const from = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  let day = from.toPlainDate();
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day, territory, disputed)) left -= 1;
  }
  return day
    .toZonedDateTime({ timeZone: zone, plainTime: from.toPlainTime() })
    .toInstant()
    .toString();
}

const saturday = 6;

/** HO-23: a day on whose holiday the sources disagree is none to be waited for an answer, but where it was said to be worked. */
function isWorkingDay(
  day: Temporal.PlainDate,
  territory: HolidayTerritory,
  disputed: DisputedDays,
): boolean {
  if (day.dayOfWeek >= saturday) return false;
  const text = day.toString();
  const holiday = holidaysOf(territory, day.year).find((one) => one.day === text);
  if (holiday === undefined) return true;
  return holiday.status === 'disputed' && disputed === 'working-day';
}
