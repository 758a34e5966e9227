import { awaitsVenue, stands, withoutNewsSince } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { type Unheard, unheardOf } from '../../follow/unheard.ts';

export type WithAppointment = ReferralView & {
  readonly appointment: NonNullable<ReferralView['appointment']>;
};

/**
 * The inbox at `now`: appointments of which nobody said whether the person came, then what waits for an answer, both oldest
 * first, since they have waited longest; then what was answered, newest first.
 */
export function inbox(
  referrals: readonly ReferralView[],
  now: string,
): {
  readonly toSay: readonly ReferralView[];
  readonly waiting: readonly ReferralView[];
  readonly decided: readonly ReferralView[];
} {
  const toSay = referrals.filter(hasAppointment).filter((one) => hasPassedUnsaid(one, now));
  const rest = referrals.filter((one) => !(hasAppointment(one) && hasPassedUnsaid(one, now)));
  return {
    toSay: toSay.sort(byAppointment),
    waiting: rest
      .filter(({ state }) => awaitsVenue(state))
      .sort((a, b) => a.sentAt.localeCompare(b.sentAt)),
    decided: rest
      .filter(({ state }) => !awaitsVenue(state))
      .sort((a, b) => lastWord(b).localeCompare(lastWord(a))),
  };
}

function lastWord({ attendanceAt, cancellation, decidedAt, sentAt }: ReferralView): string {
  return attendanceAt ?? cancellation?.at ?? decidedAt ?? sentAt;
}

function hasPassedUnsaid({ state, appointment }: WithAppointment, now: string): boolean {
  const isUnsaid = awaitsVenue(state) || state === 'proposed' || state === 'accepted';
  return isUnsaid && appointment.start <= now;
}

/** Appointments that are not over at `now`, by time; one that was refused or cancelled no longer stands. */
export function ahead(referrals: readonly ReferralView[], now: string): readonly WithAppointment[] {
  return referrals
    .filter(hasAppointment)
    .filter(({ state, appointment }) => stands(state) && appointment.end > now)
    .sort(byAppointment);
}

/** Whether a time is agreed on. */
export function hasAppointment(referral: ReferralView): referral is WithAppointment {
  return referral.appointment !== null;
}

/** The earliest first. */
export function byAppointment(a: WithAppointment, b: WithAppointment): number {
  return a.appointment.start.localeCompare(b.appointment.start);
}

/**
 * How far an adviser has to look: what is without news, oldest first; then who waits for another venue, since what was sent leads
 * nowhere (BO-95); the rest, newest first.
 */
export function followed(
  referrals: readonly ReferralView[],
  now: string,
): {
  readonly unheard: readonly Unheard[];
  readonly toReplace: readonly ReferralView[];
  readonly others: readonly ReferralView[];
} {
  const unheard = unheardOf(referrals, now);
  const heard = referrals.filter((one) => withoutNewsSince(one, now) === null);
  const toReplace = heard.filter((one) => isToReplace(one, referrals));
  const others = heard.filter((one) => !toReplace.includes(one));
  return {
    unheard,
    toReplace: toReplace.sort((a, b) => a.sentAt.localeCompare(b.sentAt)),
    others: others.sort(
      (a, b) => urgency[a.state] - urgency[b.state] || b.sentAt.localeCompare(a.sentAt),
    ),
  };
}

/** The person did nothing that ends it, and nothing else was sent for their call since. */
function isToReplace(referral: ReferralView, all: readonly ReferralView[]): boolean {
  const { id, callId, state, cancellation, sentAt } = referral;
  const isUnserved = state === 'refused' || state === 'expired' || cancellation?.by === 'venue';
  return (
    isUnserved &&
    !all.some((other) => other.callId === callId && other.id !== id && other.sentAt >= sentAt)
  );
}

/** Somebody must hear why the person did not come; what still goes its way comes next. */
const urgency = {
  missed: 0,
  proposed: 1,
  sent: 1,
  received: 1,
  accepted: 1,
  refused: 2,
  expired: 2,
  cancelled: 2,
  attended: 3,
} as const;
