import { Temporal } from 'temporal-polyfill';
import type { ReferralState } from './referral.ts';

/** After so many days without news the person is phoned. */
const daysBeforePhoning = 7;

/** What of a referral says whether news of it is awaited. */
export type ReferralNews = {
  readonly state: ReferralState;
  readonly appointment: { readonly end: string } | null;
  readonly sentAt: string;
  readonly decidedAt: string | null;
};

/**
 * BO-27: since when nobody has said what became of it; `null` where somebody has, or where the appointment is to come.
 */
export function withoutNewsSince(referral: ReferralNews, now: string): string | null {
  const { state, appointment, sentAt, decidedAt } = referral;
  if (state !== 'sent' && state !== 'accepted') return null;
  if (state === 'sent') return sentAt;
  if (appointment === null) return decidedAt;
  return Temporal.Instant.compare(appointment.end, now) <= 0 ? appointment.end : null;
}

/** BO-28: whether the person is to be phoned, since nothing was heard for seven days. */
export function isPhoningDue(since: string, now: string): boolean {
  const due = Temporal.Instant.from(since).add({ hours: daysBeforePhoning * 24 });
  return Temporal.Instant.compare(due, now) <= 0;
}
