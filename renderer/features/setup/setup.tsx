import { useState } from 'react';
import { demonstrationView, type SetupView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { request } from '../../storage/api.ts';
import { Button } from '../../ui/button.tsx';
import { Entry } from '../../ui/entry.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LoadingState } from '../../ui/states.tsx';
import { AdministratorForm } from './administrator-form.tsx';
import './setup.css';

/** First start: try it, or make it one's own. */
export function Setup(props: { readonly setup: SetupView; readonly onDone: () => void }) {
  const { entry } = useMessages();
  return (
    <Entry title={entry.setup.title} lead={entry.setup.lead} width="wide">
      {props.setup.canOpenDemonstration ? <Demonstration /> : null}
      <Panel title={entry.setup.createTitle} className="setup-create">
        <AdministratorForm onDone={props.onDone} />
      </Panel>
    </Entry>
  );
}

function Demonstration() {
  const { entry, failures } = useMessages();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const open = async () => {
    setPending(true);
    setFailure(null);
    const result = await request('/api/setup/demonstration', demonstrationView, { body: {} });
    if (result.ok) {
      window.location.assign(result.value.address);
      return;
    }
    setPending(false);
    setFailure(failures.apiErrors[result.error.code]);
  };

  return (
    <Panel title={entry.setup.tryTitle} className="setup-try">
      <p>{entry.setup.tryLead}</p>
      {failure === null ? null : <Notice tone="error" title={failure} />}
      {isPending ? (
        <LoadingState label={entry.setup.trying} />
      ) : (
        <Button variant="primary" size="call" icon="phone" onPress={() => void open()}>
          {entry.setup.tryAction}
        </Button>
      )}
    </Panel>
  );
}
