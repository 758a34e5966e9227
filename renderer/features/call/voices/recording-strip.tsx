import { useState } from 'react';
import type { CallView } from '#src/contract';
import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk, useIsOnline } from '../../../storage/desk.tsx';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Icon } from '../../../ui/icon.tsx';

/** TE-36: while a conversation is recorded, the way to stop for good because the person refuses. */
export function RecordingStrip({ call }: { readonly call: CallView }) {
  const { recordings } = useMessages();
  const { refusal: words } = recordings;
  const { act } = useDesk();
  const isOnline = useIsOnline();
  const [isAsked, setAsked] = useState(false);
  if (call.recording !== 'on' && call.recording !== 'paused') return null;
  const stop = (how: 'stop' | 'erase', said: string) => {
    setAsked(false);
    void act('call.recording', { callId: call.id, act: how });
    announce(said);
  };
  return (
    <div className="call-strip">
      <p role="status">
        <Icon name="record" />
        {words.says}
      </p>
      <Button isDisabled={!isOnline} onPress={() => setAsked(true)}>
        {words.open}
      </Button>
      {isAsked ? (
        <Dialog
          title={words.title}
          onClose={() => setAsked(false)}
          actions={
            <>
              <Button onPress={() => stop('stop', words.stopped)}>{words.stop}</Button>
              <Button variant="primary" onPress={() => stop('erase', words.erased)}>
                {words.erase}
              </Button>
            </>
          }
        >
          <p>{words.asks}</p>
        </Dialog>
      ) : null}
    </div>
  );
}
