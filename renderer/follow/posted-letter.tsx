import type { ReferralView } from '#src/contract';
import { useMessages } from '../i18n/messages.tsx';
import { Notice } from '../ui/notice.tsx';

/** ME-33: that a letter is on its way which says what is about to be changed. */
export function PostedLetter({ messages }: Pick<ReferralView, 'messages'>) {
  const { told } = useMessages();
  const isPosted = messages.some(
    ({ recipient, channel, state }) =>
      recipient === 'person' && channel === 'letter' && state === 'sent',
  );
  return isPosted ? (
    <Notice tone="warning" title={told.postedBefore} next={told.postedBeforeNext} />
  ) : null;
}
