import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk, useEntity } from '../../../storage/desk.tsx';
import { Countdown } from '../../../ui/timer.tsx';

/** How long the next call leaves to write up, and what was chosen for afterwards. The hub alone counts. */
export function WrapUpTime() {
  const { conversation } = useMessages();
  const { wrapUp: words } = conversation;
  const { session } = useDesk();
  const presence = useEntity('presence', session.account.id);
  if (presence?.presence !== 'wrap-up' || presence.until === null) return null;
  const afterwards = presence.next === null ? null : words.afterwards[presence.next];
  return (
    <p className="call-bar-two call-offer">
      <span>
        {words.left} <Countdown until={presence.until} />
      </span>
      {afterwards === null ? null : <span>{afterwards}</span>}
    </p>
  );
}
