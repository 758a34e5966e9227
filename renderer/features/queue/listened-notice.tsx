import { useMessages } from '../../i18n/messages.tsx';
import { useDesk, useOpenCalls } from '../../storage/desk.tsx';
import { Icon } from '../../ui/icon.tsx';
import './queue.css';

/** RO-77: whoever speaks on a call sees who listens, on every screen. */
export function ListenedNotice() {
  const { queue } = useMessages();
  const { account } = useDesk().session;
  const listened = (useOpenCalls() ?? []).find(
    ({ adviserId, state, listenedBy }) =>
      adviserId === account.id && state === 'live' && listenedBy !== null,
  );
  if (listened?.listenedBy == null) return null;
  return (
    <p className="listened-notice" role="status">
      <Icon name="voice" />
      <b>{queue.listened(listened.listenedBy)}</b> {queue.listenedSays}
    </p>
  );
}
