import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';

/** What became of a referral: what was said and when, and what there is to know of it. Nothing while it waits. */
export function useBecame(): (referral: ReferralView) => {
  readonly said: string | null;
  readonly more: string | null;
} {
  const { bookingWay, referralLife, referrals } = useMessages();
  const format = useFormat();
  const on = (at: string | null, say: (date: string) => string) =>
    at === null ? null : say(format.date(at));
  return (referral) => {
    const { state, refusal, cancellation, decidedAt, attendanceAt, awaitedSince, result } =
      referral;
    switch (state) {
      case 'sent':
      case 'received':
        return { said: null, more: null };
      case 'proposed':
        return {
          said: referralLife.proposedOn(format.date(awaitedSince)),
          more: referralLife.proposalWaits,
        };
      case 'expired':
        return {
          said: referral.elsewhere === null ? referralLife.expired : bookingWay.expired,
          more: null,
        };
      case 'accepted':
        return { said: on(decidedAt, referrals.acceptedOn), more: null };
      case 'refused':
        return {
          said: on(decidedAt, referrals.refusedOn),
          more: refusal && sentences(referrals.refusalReasons[refusal.reason], refusal.note),
        };
      case 'attended':
        return {
          said: on(attendanceAt, referrals.attendedOn),
          more: sentences(result === null ? referrals.noResultYet : referrals.results[result]),
        };
      case 'missed':
        return { said: on(attendanceAt, referrals.missedOn), more: null };
      case 'cancelled':
        return {
          said: on(cancellation?.at ?? null, referrals.cancelledOn),
          more:
            cancellation &&
            sentences(
              referrals.cancelledBy[cancellation.by],
              cancellation.reason === null ? '' : referrals.cancelReasons[cancellation.reason],
            ),
        };
    }
  };
}

function sentences(...words: readonly string[]): string {
  return words
    .filter((sentence) => sentence !== '')
    .map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
}
