import { useEffect, useRef } from 'react';
import { Redirect } from 'wouter';
import type { CallView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import { LoadingState } from '../../ui/states.tsx';
import { currentCall } from './current-call.ts';
import { AdviserHome } from './home/adviser-home.tsx';
import { IncomingCall } from './incoming/incoming-call.tsx';
import { useOwnCalls } from './use-own-calls.ts';

/** Where calls come in: the one that rings, the one on the line, or the desk that waits for one. */
export function CallPage() {
  const { call: words } = useMessages();
  const { session } = useDesk();
  const calls = useOwnCalls();
  useEffect(() => {
    document.title = words.pageTitle;
  }, [words]);
  useTellMissed(calls);
  if (calls === undefined) return <LoadingState />;
  const current = currentCall(calls, null);
  switch (current?.state) {
    case 'ringing': {
      const line = session.lines.find(({ id }) => id === current.lineId) ?? null;
      return <IncomingCall key={current.id} call={current} line={line} />;
    }
    case 'live':
      return <Redirect to={`/appel/${current.id}`} replace />;
    default:
      return <AdviserHome calls={calls} />;
  }
}

/** Says that the call that was ringing here has stopped. */
function useTellMissed(calls: readonly CallView[] | undefined): void {
  const { call: words } = useMessages();
  const ringing = useRef<string | null>(null);
  useEffect(() => {
    const last = calls?.find(({ id }) => id === ringing.current);
    if (last?.state === 'missed') announce(words.home.missed);
    ringing.current = calls?.find(({ state }) => state === 'ringing')?.id ?? null;
  }, [calls, words]);
}
