import type { ReferralView } from '#src/contract';

export type WithAppointment = ReferralView & {
  readonly appointment: NonNullable<ReferralView['appointment']>;
};

/** The inbox: what waits first, oldest first, since it has waited longest; then what was answered, newest first. */
export function inbox(referrals: readonly ReferralView[]): {
  readonly waiting: readonly ReferralView[];
  readonly decided: readonly ReferralView[];
} {
  return {
    waiting: referrals.filter(isWaiting).sort((a, b) => a.sentAt.localeCompare(b.sentAt)),
    decided: referrals
      .filter((referral) => !isWaiting(referral))
      .sort((a, b) => (b.decidedAt ?? '').localeCompare(a.decidedAt ?? '')),
  };
}

function isWaiting(referral: ReferralView): boolean {
  return referral.state === 'sent';
}

/** Appointments that are not over at `now`, by time; a refused one no longer stands. */
export function ahead(referrals: readonly ReferralView[], now: string): readonly WithAppointment[] {
  return referrals
    .filter((referral): referral is WithAppointment => referral.appointment !== null)
    .filter(({ state, appointment }) => state !== 'refused' && appointment.end > now)
    .sort((a, b) => a.appointment.start.localeCompare(b.appointment.start));
}
