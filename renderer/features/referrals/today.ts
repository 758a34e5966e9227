import { Temporal } from 'temporal-polyfill';
import { awaitsVenue, maySay, stands } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { byAppointment, hasAppointment, inbox, type WithAppointment } from './order.ts';

/** BO-80: what a mediator has before them at `now`. */
export type MediatorDay = {
  /** Appointments of earlier days of which nobody said whether the person came, the oldest first. */
  readonly unsaid: readonly ReferralView[];
  /** The appointments of this day, by time. */
  readonly today: readonly WithAppointment[];
  readonly waiting: readonly ReferralView[];
  readonly decided: readonly ReferralView[];
};

/** Sorts the venue's referrals; what is of today is not said again among what was answered. */
export function mediatorDay(referrals: readonly ReferralView[], now: string): MediatorDay {
  const { toSay, waiting, decided } = inbox(referrals, now);
  const today = referrals
    .filter(hasAppointment)
    .filter(({ state, appointment }) => stands(state) && isOnDayOf(appointment, now))
    .sort(byAppointment);
  const ofToday = new Set(today.map(({ id }) => id));
  const isOther = ({ id }: ReferralView) => !ofToday.has(id);
  return { unsaid: toSay.filter(isOther), today, waiting, decided: decided.filter(isOther) };
}

/** The day of an instant on a clock, `YYYY-MM-DD`. */
export function dayOn(zone: string, instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function isOnDayOf({ start, zone }: WithAppointment['appointment'], now: string): boolean {
  return dayOn(zone, start) === dayOn(zone, now);
}

/** BO-82: who was sent without a time, and may come whenever they like. */
export function expectedAnyTime(
  referrals: readonly ReferralView[],
  now: string,
): readonly ReferralView[] {
  return referrals.filter(
    (referral) =>
      referral.appointment === null &&
      (awaitsVenue(referral.state) ||
        (referral.state === 'accepted' && maySay(referral, { type: 'attend' }, now))),
  );
}
