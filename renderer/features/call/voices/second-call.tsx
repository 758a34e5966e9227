import { useLocation } from 'wouter';
import type { CallView } from '#src/contract';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';

/** Another call rings while somebody speaks: said without a sound, and never in the way of the first. */
export function SecondCall(props: { readonly live: CallView; readonly ringing: CallView }) {
  const { call: callWords, conversation } = useMessages();
  const { second: words } = conversation;
  const format = useFormat();
  const { act } = useDesk();
  const [, navigate] = useLocation();
  const { live, ringing } = props;
  const number = ringing.number === null ? callWords.withheld : format.phone(ringing.number);
  return (
    <section className="call-strip call-strip-signal" aria-label={words.label}>
      <p role="status">
        <Icon name="phone" />
        <b>{words.rings(number)}</b>
      </p>
      <div className="actions">
        <Button shortcut="Alt+L" onPress={() => void act('call.leave', { callId: ringing.id })}>
          {words.leave}
        </Button>
        <Button
          icon="hang-up"
          shortcut="Alt+O"
          onPress={() => {
            void act('call.hang-up', { callId: live.id });
            navigate('/appel');
          }}
        >
          {words.hangUpFirst}
        </Button>
      </div>
    </section>
  );
}
