import { useState } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '../../../i18n/messages.tsx';
import { type ApiFailure, command } from '../../../storage/api.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { PartProps } from '../workshop-props.ts';

/** Before a draft is given up: what goes, and that it goes for everybody. */
export function DiscardDialog(props: PartProps & { readonly onClose: () => void }) {
  const { scripts, failures } = useMessages();
  const { publish } = scripts;
  const [, navigate] = useLocation();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const { entry, editing, onClose, onAgain } = props;
  const isNew = entry.versions.length === 0;

  async function discard(): Promise<void> {
    setPending(true);
    const { revision } = editing;
    const answer =
      revision === 0 ? null : await command(`/api/scripts/${entry.id}/draft/discard`, { revision });
    setPending(false);
    if (answer !== null && !answer.ok) {
      setFailure(answer.error);
      return;
    }
    await editing.forget();
    announce(publish.discarded);
    onClose();
    if (isNew) navigate('/scripts');
    else onAgain();
  }

  return (
    <Dialog
      title={publish.discardTitle}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{publish.discardKeep}</Button>
          <Button variant="danger" isPending={isPending} onPress={() => void discard()}>
            {publish.discardConfirm}
          </Button>
        </>
      }
    >
      <p>{isNew ? publish.discardNew : publish.discardBody}</p>
      {failure === null ? null : (
        <Notice
          tone="error"
          title={publish.discardFailed}
          next={failures.apiErrors[failure.code]}
        />
      )}
    </Dialog>
  );
}
