import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';

/** Day and time on the venue's clock; or the times wished, in the caller's words. */
export function useWhen(): (referral: ReferralView) => string {
  const { referrals } = useMessages();
  const format = useFormat();
  return ({ appointment, wishes }) => {
    if (appointment === null) return wishes.length === 0 ? referrals.noTime : format.either(wishes);
    const { start, zone } = appointment;
    return `${format.date(start, zone)}, ${format.clock(start, zone)}`;
  };
}
