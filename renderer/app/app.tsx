import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Setup } from '../features/setup/setup.tsx';
import { SignIn } from '../features/sign-in/sign-in.tsx';
import { useMessages } from '../i18n/messages.tsx';
import { SearchProvider } from '../search/search-provider.tsx';
import { DeskProvider } from '../storage/desk.tsx';
import { SoftphoneProvider } from '../telephony/softphone-context.tsx';
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

/** What stands where the desk will, or would. */
function Alone({ children }: { readonly children: ReactNode }) {
  const { common } = useMessages();
  return (
    <main className="alone">
      <h1 className="visually-hidden">{common.product}</h1>
      {children}
    </main>
  );
}

/** Outside a secure context the browser offers neither the locks nor the lasting store of a desk. */
function Insecure() {
  const { app } = useMessages();
  return (
    <Alone>
      <Notice
        tone="error"
        title={app.start.insecure}
        safe={app.start.insecureWhy}
        next={app.start.insecureNext}
      />
    </Alone>
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
        <Alone>
          <LoadingState />
        </Alone>
      );
    case 'unreachable':
      return (
        <Alone>
          <ErrorState
            title={failures.apiErrors[start.failure.code]}
            safe={app.start.unreachableSafe}
            next={app.start.unreachableNext}
            onRetry={find}
          />
        </Alone>
      );
    case 'setup':
      return <Setup setup={start.setup} onDone={find} />;
    case 'sign-in':
      return <SignIn setup={start.setup} onSignedIn={find} />;
    case 'desk':
      return (
        <DeskProvider key={start.session.account.id} session={start.session}>
          <SoftphoneProvider>
            <SearchProvider>
              <DeskShell
                onSession={(session) => setStart({ state: 'desk', session })}
                onSignedOut={() => {
                  forgetSession();
                  navigate('/', { replace: true });
                  find();
                }}
              />
            </SearchProvider>
          </SoftphoneProvider>
        </DeskProvider>
      );
  }
}
