import { useState } from 'react';
import type { ListedRecording } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { type ApiFailure, command } from '../../storage/api.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';

/** TW-74: nothing is deleted by one press. */
export function EraseDialog(props: {
  readonly recording: ListedRecording;
  readonly onErased: () => void;
  readonly onClose: () => void;
}) {
  const { recordings: words, failures, common } = useMessages();
  const format = useFormat();
  const { id, kind, lineName, beganAt } = props.recording;
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isPending, setPending] = useState(false);
  const erase = async () => {
    setPending(true);
    const answer = await command(`/api/recordings/${id}/delete`);
    setPending(false);
    if (!answer.ok) return setFailure(answer.error);
    announce(words.erased);
    props.onErased();
    props.onClose();
  };
  return (
    <Dialog
      title={words.eraseTitle}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{common.cancel}</Button>
          <Button variant="danger" isPending={isPending} onPress={() => void erase()}>
            {words.erase}
          </Button>
        </>
      }
    >
      <p>
        <b>{lineName}</b>, {words.when(format.date(beganAt), format.clock(beganAt))}
      </p>
      <p>{words.eraseSays}</p>
      {kind === 'voicemail' ? <p>{words.eraseWords}</p> : null}
      {failure === null ? null : (
        <Notice tone="error" title={words.notErased} next={failures.apiErrors[failure.code]} />
      )}
    </Dialog>
  );
}
