import { Temporal } from 'temporal-polyfill';
import type { ReferralState } from './referral.ts';

/** After so many days without news the person is phoned. */
const daysBeforePhoning = 7;

/** What of a referral says whether news of it is awaited. */
export type ReferralNews = {
  readonly state: ReferralState;
  readonly appointment: { readonly end: string } | null;
  readonly awaitedSince: string;
  readonly heardAt: string | null;
};

/**
 * BO-27: since when nobody has said what became of it; `null` where somebody has, or where the appointment is to come.
 * BO-96: somebody who phoned and heard that nothing is known yet has news of that moment.
 */
export function withoutNewsSince(referral: ReferralNews, now: string): string | null {
  const silence = silenceOf(referral, now);
  if (silence === null || referral.heardAt === null) return silence;
  return Temporal.Instant.compare(silence, referral.heardAt) < 0 ? referral.heardAt : silence;
}

function silenceOf(referral: ReferralNews, now: string): string | null {
  const { state, appointment, awaitedSince } = referral;
  switch (state) {
    case 'sent':
    case 'received':
    case 'proposed':
      return awaitedSince;
    case 'accepted':
      if (appointment === null) return awaitedSince;
      return Temporal.Instant.compare(appointment.end, now) <= 0 ? appointment.end : null;
    case 'refused':
    case 'expired':
    case 'attended':
    case 'missed':
    case 'cancelled':
      return null;
  }
}

/** BO-28: whether the person is to be phoned, since nothing was heard for seven days. */
export function isPhoningDue(since: string, now: string): boolean {
  const due = Temporal.Instant.from(since).add({ hours: daysBeforePhoning * 24 });
  return Temporal.Instant.compare(due, now) <= 0;
}
