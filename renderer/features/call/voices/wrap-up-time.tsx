import type { PresenceView } from '#src/contract';
import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk, useEntity } from '../../../storage/desk.tsx';
import { Button } from '../../../ui/button.tsx';
import { Countdown } from '../../../ui/timer.tsx';

type WrappingUp = Pick<PresenceView, 'next'> & { readonly until: string };

/** The time to write up, while there is some. The hub alone counts it. */
function useWrapUp(): WrappingUp | null {
  const { session } = useDesk();
  const presence = useEntity('presence', session.account.id);
  if (presence?.presence !== 'wrap-up' || presence.until === null) return null;
  return { next: presence.next, until: presence.until };
}

/** How long the next call leaves to write up, what was chosen for afterwards, and a while more. */
export function WrapUpTime() {
  const { app, conversation } = useMessages();
  const { wrapUp: words } = conversation;
  const { act } = useDesk();
  const wrapUp = useWrapUp();
  if (wrapUp === null) return null;
  return (
    <>
      <p className="call-bar-two call-offer">
        <span>
          {words.left} <Countdown until={wrapUp.until} />
        </span>
        <span>
          {words.toWrite}
          {wrapUp.next === null ? null : `, ${app.presenceNext[wrapUp.next]}`}
        </span>
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

/** The same on every screen but the call's own. */
export function WrapUpBar() {
  const { app } = useMessages();
  if (useWrapUp() === null) return null;
  return (
    <div className="call-top">
      <section className="call-bar call-bar-over" aria-label={app.presences['wrap-up']}>
        <p className="call-state">
          <span className="call-lamp" aria-hidden="true" />
          <span role="status">{app.presences['wrap-up']}</span>
        </p>
        <div className="call-bar-end">
          <WrapUpTime />
        </div>
      </section>
    </div>
  );
}
