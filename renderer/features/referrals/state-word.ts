import type { ReferralView } from '#src/contract';
import type { Messages } from '../../i18n/messages.tsx';

type Words = Pick<Messages, 'bookingWay' | 'referrals'>;

/** How far it has come; of what another site keeps nobody answers here, a time is fixed there or is not. */
export function stateWord(
  { state, elsewhere, appointment }: Pick<ReferralView, 'state' | 'elsewhere' | 'appointment'>,
  { bookingWay, referrals }: Words,
): string {
  const isUntimed = elsewhere !== null && appointment === null;
  if (isUntimed && (state === 'sent' || state === 'expired')) return bookingWay.untimed[state];
  return referrals.states[state];
}
