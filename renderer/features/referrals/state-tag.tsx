import type { ReferralView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { Tag } from '../../ui/tag.tsx';
import { stateWord } from './state-word.ts';

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
export function StateTag({ referral }: { readonly referral: ReferralView }) {
  const words = useMessages();
  return <Tag tone={tones[referral.state]}>{stateWord(referral, words)}</Tag>;
}
