import { useState } from 'react';
import type { QueueAdviser } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useQueueAct } from './use-queue-act.ts';

/** RO-77: listens to a conversation, once it is said who is told of it; or stops. */
export function ListenButton(props: {
  readonly call: NonNullable<QueueAdviser['call']>;
  readonly name: string;
  readonly onActed: () => void;
}) {
  const { queue, common } = useMessages();
  const { callId, isListenedTo } = props.call;
  const { run, pending, problem } = useQueueAct(props.onActed);
  const [isAsking, setAsking] = useState(false);
  const listen = () => {
    setAsking(false);
    void run(callId, 'listen', queue.listening);
  };
  return (
    <div className="queue-listen">
      {isListenedTo ? (
        <Button
          icon="voice"
          isPending={pending !== null}
          onPress={() => void run(callId, 'stop-listening', queue.listeningEnded)}
        >
          {queue.stopListening}
        </Button>
      ) : (
        <Button icon="voice" isPending={pending !== null} onPress={() => setAsking(true)}>
          {queue.listen}
        </Button>
      )}
      {problem === null ? null : <Notice tone="warning" title={queue.notDone} next={problem} />}
      {isAsking ? (
        <Dialog
          title={queue.listenTitle(props.name)}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>{common.cancel}</Button>
              <Button variant="primary" icon="voice" onPress={listen}>
                {queue.listen}
              </Button>
            </>
          }
        >
          <p>{queue.listenSays}</p>
        </Dialog>
      ) : null}
    </div>
  );
}
