import type { ReferralState } from '#src/booking';
import { useMessages } from '../../i18n/messages.tsx';
import { Tag } from '../../ui/tag.tsx';

const tones = {
  sent: 'signal',
  received: 'signal',
  proposed: 'signal',
  accepted: 'brand',
  refused: 'danger',
  expired: 'danger',
  attended: 'brand',
  missed: 'danger',
  cancelled: 'plain',
} as const;

/** How far it has come, in a word. */
export function StateTag({ state }: { readonly state: ReferralState }) {
  const { referrals } = useMessages();
  return <Tag tone={tones[state]}>{referrals.states[state]}</Tag>;
}
