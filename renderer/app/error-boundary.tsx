import { Component, type ReactNode } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly error: Error | null };

/** Catches what a screen throws: a bug. React offers no other way than a class. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Crashed error={this.state.error} />;
  }
}

function Crashed({ error }: { readonly error: Error }) {
  const { app } = useMessages();
  return (
    <main className="alone">
      <Notice
        tone="error"
        title={app.crash.title}
        safe={app.crash.safe}
        next={app.crash.next}
        actions={
          <Button variant="primary" icon="reload" onPress={() => window.location.reload()}>
            {app.crash.reload}
          </Button>
        }
      >
        <details>
          <summary>{app.crash.detail}</summary>
          <p className="small">
            {error.name}: {error.message}
          </p>
        </details>
      </Notice>
    </main>
  );
}
