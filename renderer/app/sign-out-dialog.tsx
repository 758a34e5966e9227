import { useState } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { command } from '../storage/api.ts';
import { emptyMirror } from '../storage/database.ts';
import { useDesk, useLink } from '../storage/desk.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';

/** Signing out leaves what is not sent on this machine, and says so before; of whom the desk knew, nothing (SY-21). */
export function SignOutDialog(props: {
  readonly onClose: () => void;
  readonly onSignedOut: () => void;
}) {
  const { app, common, failures } = useMessages();
  const { database } = useDesk();
  const link = useLink();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const unsent = link?.unsent ?? 0;

  const signOut = async () => {
    setPending(true);
    const result = await command('/api/auth/sign-out');
    if (result.ok || result.error.code === 'not-signed-in') {
      await emptyMirror(database);
      return props.onSignedOut();
    }
    setPending(false);
    setFailure(failures.apiErrors[result.error.code]);
  };

  return (
    <Dialog
      title={app.signOut}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{common.cancel}</Button>
          <Button variant="primary" isPending={isPending} onPress={() => void signOut()}>
            {unsent === 0 ? app.signOut : app.leaving.leave}
          </Button>
        </>
      }
    >
      {unsent === 0 ? (
        <p>{app.leaving.nothing}</p>
      ) : (
        <Notice tone="warning" title={app.leaving.title} safe={app.leaving.body(unsent)} />
      )}
      {failure === null ? null : <Notice tone="error" title={failure} />}
    </Dialog>
  );
}
