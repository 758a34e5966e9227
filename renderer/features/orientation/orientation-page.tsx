import type { ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';
import { isOver } from '#src/calls';
import { useMessages } from '../../i18n/messages.tsx';
import { useLocalCall } from '../../storage/desk.tsx';
import { usePinnedScript } from '../../storage/reference.ts';
import { valueIn } from '../../storage/use-set.ts';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { useOrientationDraft } from './draft.ts';
import { OrientationDesk } from './orientation-desk.tsx';

/** /orientation/:callId: a venue near the person, and an appointment there. */
export function OrientationPage() {
  const { callId = '' } = useParams();
  const [, navigate] = useLocation();
  const { orientation, venues, failures } = useMessages();
  const local = useLocalCall(callId);
  const draft = useOrientationDraft(callId);
  const loaded = usePinnedScript(local?.call.script ?? null);
  const script = valueIn(loaded)?.script ?? null;

  if (local === null) {
    return (
      <Unavailable>
        <ErrorState
          title={orientation.unknownCall.title}
          next={orientation.unknownCall.next}
          onRetry={() => navigate('/')}
        />
      </Unavailable>
    );
  }
  if (loaded.state === 'failed') {
    return (
      <Unavailable>
        <ErrorState
          title={venues.notLoaded.title}
          safe={failures.apiErrors[loaded.failure.code]}
          next={venues.notLoaded.next}
          onRetry={loaded.retry}
        />
      </Unavailable>
    );
  }
  if (local === undefined || draft === undefined || script === null) {
    return <LoadingState label={orientation.loading} />;
  }
  return (
    <OrientationDesk
      key={callId}
      local={local}
      script={script}
      handle={draft}
      onBack={() => navigate(isOver(local.call.state) ? '/suivi' : `/appel/${callId}`)}
    />
  );
}

/** The page still has its name where it cannot be shown. */
function Unavailable({ children }: { readonly children: ReactNode }) {
  const { orientation } = useMessages();
  return (
    <>
      <h1 className="visually-hidden">{orientation.title}</h1>
      {children}
    </>
  );
}
