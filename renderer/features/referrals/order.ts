import { stands, withoutNewsSince } from '#src/booking';
import type { ReferralView } from '#src/contract';

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
      .filter(({ state }) => state === 'sent')
      .sort((a, b) => a.sentAt.localeCompare(b.sentAt)),
    decided: rest
      .filter(({ state }) => state !== 'sent')
      .sort((a, b) => lastWord(b).localeCompare(lastWord(a))),
  };
}

function lastWord({ attendanceAt, cancellation, decidedAt, sentAt }: ReferralView): string {
  return attendanceAt ?? cancellation?.at ?? decidedAt ?? sentAt;
}

function hasPassedUnsaid({ state, appointment }: WithAppointment, now: string): boolean {
  return (state === 'sent' || state === 'accepted') && appointment.start <= now;
}

/** Appointments that are not over at `now`, by time; one that was refused or cancelled no longer stands. */
export function ahead(referrals: readonly ReferralView[], now: string): readonly WithAppointment[] {
  return referrals
    .filter(hasAppointment)
    .filter(({ state, appointment }) => stands(state) && appointment.end > now)
    .sort(byAppointment);
}

function hasAppointment(referral: ReferralView): referral is WithAppointment {
  return referral.appointment !== null;
}

function byAppointment(a: WithAppointment, b: WithAppointment): number {
  return a.appointment.start.localeCompare(b.appointment.start);
}

/** A referral of which nothing was heard, and since when. */
export type Unheard = { readonly referral: ReferralView; readonly since: string };

/** How far an adviser has to look: what is without news, oldest first; then what asks for another venue; the rest, newest first. */
export function followed(
  referrals: readonly ReferralView[],
  now: string,
): { readonly unheard: readonly Unheard[]; readonly others: readonly ReferralView[] } {
  const unheard: Unheard[] = [];
  const others: ReferralView[] = [];
  for (const referral of referrals) {
    const since = withoutNewsSince(referral, now);
    if (since === null) others.push(referral);
    else unheard.push({ referral, since });
  }
  return {
    unheard: unheard.sort((a, b) => a.since.localeCompare(b.since)),
    others: others.sort(
      (a, b) => urgency[a.state] - urgency[b.state] || b.sentAt.localeCompare(a.sentAt),
    ),
  };
}

/** Somebody must look for another place, or hear why the person did not come. */
const urgency = { refused: 0, missed: 1, cancelled: 2, sent: 3, accepted: 3, attended: 4 } as const;
