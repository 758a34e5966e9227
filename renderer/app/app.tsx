import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Setup } from '../features/setup/setup.tsx';
import { SignIn } from '../features/sign-in/sign-in.tsx';
import { useMessages } from '../i18n/messages.tsx';
import { DeskProvider } from '../storage/desk.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { DeskShell } from './desk-shell.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { PreferencesProvider } from './preferences.tsx';
import { findStart, forgetSession, type Start } from './session.ts';
import './app.css';

export function App() {
  return (
    <PreferencesProvider>
      <ErrorBoundary>{window.isSecureContext ? <Started /> : <Insecure />}</ErrorBoundary>
    </PreferencesProvider>
  );
}

/** Outside a secure context the browser offers neither the locks nor the lasting store of a desk. */
function Insecure() {
  const { app } = useMessages();
  return (
    <main className="alone">
      <Notice
        tone="error"
        title={app.start.insecure}
        safe={app.start.insecureWhy}
        next={app.start.insecureNext}
      />
    </main>
  );
}

function Started() {
  const { app, failures } = useMessages();
  const [start, setStart] = useState<Start>({ state: 'loading' });
  const [, navigate] = useLocation();
  const find = () => {
    void findStart().then(setStart);
  };
  useEffect(() => {
    void findStart().then(setStart);
  }, []);

  switch (start.state) {
    case 'loading':
      return (
        <main className="alone">
          <LoadingState />
        </main>
      );
    case 'unreachable':
      return (
        <main className="alone">
          <ErrorState
            title={failures.apiErrors[start.failure.code]}
            safe={app.start.unreachableSafe}
            next={app.start.unreachableNext}
            onRetry={find}
          />
        </main>
      );
    case 'setup':
      return <Setup setup={start.setup} onDone={find} />;
    case 'sign-in':
      return <SignIn setup={start.setup} onSignedIn={find} />;
    case 'desk':
      return (
        <DeskProvider key={start.session.account.id} session={start.session}>
          <DeskShell
            onSignedOut={() => {
              forgetSession();
              navigate('/', { replace: true });
              find();
            }}
          />
        </DeskProvider>
      );
  }
}
