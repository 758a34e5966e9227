import { useEffect, useEffectEvent, useRef } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { useSoftphone } from '../../telephony/softphone-context.tsx';
import { useQueueAct } from './use-queue-act.ts';

/**
 * RO-77: this desk's telephone takes by itself the ring of what was asked to be listened to. Once its end is gone, by whatever
 * means, nobody is told any longer that somebody listens.
 */
export function useListening(callIds: readonly string[], onActed: () => void): void {
  const { queue } = useMessages();
  const softphone = useSoftphone();
  const { run } = useQueueAct(onActed);
  const [callId = null] = callIds;
  const leg = softphone?.state.legs.find((known) => known.callId === callId) ?? null;
  const isRinging = leg?.state === 'ringing';
  const answer = useEffectEvent(() => {
    if (callId !== null) void softphone?.answer(callId);
  });
  useEffect(() => {
    if (isRinging) answer();
  }, [isRinging]);

  const heard = useRef<string | null>(null);
  const stop = useEffectEvent(
    (gone: string) => void run(gone, 'stop-listening', queue.listeningEnded),
  );
  const isThere = leg !== null;
  useEffect(() => {
    if (isThere) heard.current = callId;
    else if (heard.current !== null && heard.current === callId) {
      heard.current = null;
      stop(callId);
    }
  }, [callId, isThere]);
}
