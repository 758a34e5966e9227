import type { ReactNode } from 'react';
import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';

/** What became of a referral, in words; nothing where the venue has not answered. */
export function useBecame(): (referral: ReferralView) => ReactNode {
  const { referrals } = useMessages();
  const format = useFormat();
  const on = (at: string | null, say: (date: string) => string) =>
    at === null ? null : <strong>{say(format.date(at))}</strong>;
  return (referral) => {
    const { state, refusal, cancellation, decidedAt, attendanceAt, result } = referral;
    switch (state) {
      case 'sent':
        return null;
      case 'accepted':
        return on(decidedAt, referrals.acceptedOn);
      case 'refused':
        return (
          <>
            {on(decidedAt, referrals.refusedOn)}
            {refusal === null ? null : `. ${referrals.refusalReasons[refusal.reason]}.`}
            {refusal === null || refusal.note === '' ? null : ` ${refusal.note}`}
          </>
        );
      case 'attended':
        return (
          <>
            {on(attendanceAt, referrals.attendedOn)}
            {`. ${result === null ? referrals.noResultYet : referrals.results[result]}.`}
          </>
        );
      case 'missed':
        return on(attendanceAt, referrals.missedOn);
      case 'cancelled':
        return cancellation === null ? null : (
          <>
            {on(cancellation.at, referrals.cancelledOn)}
            {`. ${referrals.cancelledBy[cancellation.by]}.`}
            {cancellation.reason === null
              ? null
              : ` ${referrals.cancelReasons[cancellation.reason]}.`}
          </>
        );
    }
  };
}
