import { useLocation } from 'wouter';
import type { CallView, EarlierCall } from '#src/contract';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** CA-16: the number that phones is that of somebody to be called back; nothing where it is not. */
export function WaitingRequest(props: {
  readonly call: CallView;
  /** Where somebody is on the line: the last words of this record, before the other goes on. */
  readonly flushNote?: () => Promise<void>;
}) {
  const { callBack: words } = useMessages();
  const format = useFormat();
  const takeUp = useTakeUp(props.call.id);
  const { flushNote } = props;
  const waiting = waitingOf(props.call.earlier);
  if (waiting === null) return null;
  const { callId, at, isOwn } = waiting;
  const when = at === null ? words.panel.none : words.panel.when(format.date(at), format.clock(at));
  return (
    <Notice
      tone="warning"
      title={isOwn ? words.earlier.own : words.earlier.other}
      safe={words.earlier.when(when)}
      next={isOwn ? words.earlier.ownNext : words.earlier.otherNext}
      actions={
        isOwn && flushNote !== undefined ? (
          <Button
            icon="callback"
            description={words.earlier.takeUpHelp}
            onPress={() => void flushNote().then(() => takeUp(callId))}
          >
            {words.earlier.takeUp}
          </Button>
        ) : undefined
      }
    />
  );
}

/** The adviser's own first, then the newest. */
function waitingOf(earlier: readonly EarlierCall[]) {
  const waiting = earlier.flatMap(({ callId, callBack }) =>
    callBack === null ? [] : [{ callId, ...callBack }],
  );
  return waiting.find(({ isOwn }) => isOwn) ?? waiting[0] ?? null;
}

/** CA-17: the person is on the line already: this record ends, and the one that waited goes on. */
function useTakeUp(callId: string) {
  const { callBack: words } = useMessages();
  const { act } = useDesk();
  const [, navigate] = useLocation();
  return async (waitingId: string): Promise<void> => {
    await act('call.close', { callId, ending: { kind: 'no-request', reason: 'continued' } });
    await act('call.resume', { callId: waitingId });
    announce(words.earlier.takenUp);
    navigate(`/appel/${waitingId}`);
  };
}
