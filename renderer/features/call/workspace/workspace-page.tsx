import { Redirect, useLocation, useParams } from 'wouter';
import { useMessages } from '../../../i18n/messages.tsx';
import { type LocalCall, useDesk, useLocalCall } from '../../../storage/desk.tsx';
import { usePinnedScript } from '../../../storage/reference.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ErrorState, LoadingState } from '../../../ui/states.tsx';
import { Notes } from './notes.tsx';
import { useNote } from './use-note.ts';
import { Workspace } from './workspace.tsx';
import './workspace.css';

/** `/appel/<id>`: one call, with the script that it is pinned to. */
export function WorkspacePage() {
  const { call: words } = useMessages();
  const { callId = null } = useParams();
  const { session } = useDesk();
  const [, navigate] = useLocation();
  const local = useLocalCall(callId);
  if (local === undefined) return <LoadingState />;
  if (local === null || local.call.adviserId !== session.account.id) {
    return (
      <div className="call-alone">
        <h1 className="visually-hidden">{words.navigation}</h1>
        <Notice
          tone="warning"
          title={words.failure.unknownCall}
          next={words.failure.unknownCallNext}
          actions={<Button onPress={() => navigate('/appel')}>{words.failure.home}</Button>}
        />
      </div>
    );
  }
  if (local.call.state === 'live' || local.call.state === 'wrap-up') {
    return <PinnedWorkspace key={local.call.id} local={local} />;
  }
  return <Redirect to="/appel" replace />;
}

function PinnedWorkspace({ local }: { readonly local: LocalCall }) {
  const { call: words } = useMessages();
  const script = usePinnedScript(local.call.script);
  if (script.state === 'loading') return <LoadingState label={words.incoming.loadingScript} />;
  if (script.state === 'ready') return <Workspace local={local} kit={script.value} />;
  return (
    <div className="call-alone">
      <h1 className="visually-hidden">{words.navigation}</h1>
      <ErrorState
        title={words.failure.scriptMissing}
        safe={words.failure.scriptSafe}
        next={words.failure.scriptNext}
        onRetry={script.retry}
      />
      <NotesAlone local={local} />
    </div>
  );
}

/** Without the script there are still the notes; what the person agreed to cannot be read. */
function NotesAlone({ local }: { readonly local: LocalCall }) {
  return <Notes note={useNote(local)} isNameless />;
}
