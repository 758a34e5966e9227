import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk, useEntity } from '../../../storage/desk.tsx';
import { Button } from '../../../ui/button.tsx';
import { Countdown } from '../../../ui/timer.tsx';

/** How long the next call leaves to write up, what was chosen for afterwards, and a while more. The hub alone counts. */
export function WrapUpTime() {
  const { app, conversation } = useMessages();
  const { wrapUp: words } = conversation;
  const { session, act } = useDesk();
  const presence = useEntity('presence', session.account.id);
  if (presence?.presence !== 'wrap-up' || presence.until === null) return null;
  return (
    <>
      <p className="call-bar-two call-offer">
        <span>
          {words.left} <Countdown until={presence.until} />
        </span>
        {presence.next === null ? null : <span>{app.presenceNext[presence.next]}</span>}
      </p>
      <Button
        size="call"
        icon="clock"
        shortcut="Alt+G"
        onPress={() => void act('wrap-up.extend', {})}
      >
        {words.extend}
      </Button>
    </>
  );
}
