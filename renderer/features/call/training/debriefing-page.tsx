import { useEffect } from 'react';
import { useLocation, useParams } from 'wouter';
import { useMessages } from '../../../i18n/messages.tsx';
import { type LocalCall, useDesk, useLocalCall } from '../../../storage/desk.tsx';
import { usePersonas, usePinnedScript } from '../../../storage/reference.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ErrorState, LoadingState } from '../../../ui/states.tsx';
import { DebriefingView } from './debriefing.tsx';
import { isDebriefed } from './trained-call.ts';
import './debriefing.css';

/** `/entrainement/<id>`: a training call that is over, beside what was expected of it. */
export function DebriefingPage() {
  const { training: words } = useMessages();
  const { callId = null } = useParams();
  const { session } = useDesk();
  const local = useLocalCall(callId);
  useEffect(() => {
    document.title = words.pageTitle;
  }, [words]);
  if (local === undefined) return <LoadingState />;
  if (local === null || local.call.adviserId !== session.account.id || !isDebriefed(local.call)) {
    return <Nothing title={words.unknown} next={words.unknownNext} />;
  }
  return <PinnedDebriefing local={local} />;
}

function PinnedDebriefing({ local }: { readonly local: LocalCall }) {
  const { call: callWords, training: words } = useMessages();
  const script = usePinnedScript(local.call.script);
  const personas = usePersonas();
  if (script.state === 'loading' || personas === null || local.call.facts === null) {
    return <LoadingState />;
  }
  if (script.state !== 'ready') {
    const { scriptMissing, scriptSafe, scriptNext } = callWords.failure;
    return (
      <ErrorState
        title={scriptMissing}
        safe={scriptSafe}
        next={scriptNext}
        onRetry={script.retry}
      />
    );
  }
  const persona = personas.find(({ id }) => id === local.call.personaId);
  if (persona === undefined) return <Nothing title={words.noPersona} next={words.noPersonaNext} />;
  return (
    <DebriefingView
      local={local}
      facts={local.call.facts}
      persona={persona}
      script={script.value.script}
    />
  );
}

function Nothing(props: { readonly title: string; readonly next: string }) {
  const { training: words } = useMessages();
  const [, navigate] = useLocation();
  return (
    <div className="call-alone">
      <h1 className="visually-hidden">{words.pageTitle}</h1>
      <Notice
        tone="warning"
        title={props.title}
        next={props.next}
        actions={<Button onPress={() => navigate('/appel')}>{words.leave}</Button>}
      />
    </div>
  );
}
