import { messageText } from '#src/contract';
import { languageFacts } from '#src/messages';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useRead } from '../../storage/use-read.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { MessageFate } from '../../ui/message-fates.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import type { MessageOfReferral } from './order.ts';

/** A message as it is read. The desk asks for it each time, and keeps none. */
export function MessageDialog(props: {
  readonly of: MessageOfReferral;
  readonly onClose: () => void;
}) {
  const { told, failures } = useMessages();
  const format = useFormat();
  const { message } = props.of;
  const { value, failure, readAgain } = useRead(`/api/messages/${message.id}/text`, messageText);
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(() => announce(told.copied));
  return (
    <Dialog
      title={told.kinds[message.kind]}
      width="wide"
      onClose={props.onClose}
      actions={
        value === null ? undefined : (
          <>
            <Button icon="copy" onPress={() => copy(value.text)}>
              {told.copy}
            </Button>
            <Button variant="primary" icon="print" onPress={() => window.print()}>
              {told.print}
            </Button>
          </>
        )
      }
    >
      {value !== null ? (
        <article className="message-paper">
          <p className="small quiet">
            {told.to} <b>{message.channel === 'sms' ? format.phone(value.to) : value.to}</b>
          </p>
          {value.subject === null ? null : <h3>{value.subject}</h3>}
          <p
            className="message-words"
            lang={message.language}
            dir={languageFacts(message.language).direction}
          >
            {value.text}
          </p>
          <MessageFate message={message} />
          {message.channel === 'letter' ? null : (
            <p className="small quiet message-aside">{told.withoutLink}</p>
          )}
        </article>
      ) : failure === null ? (
        <LoadingState label={told.reading} />
      ) : (
        <ErrorState
          title={told.notRead}
          safe={told.notReadSafe}
          next={failures.apiErrors[failure.code]}
          onRetry={readAgain}
        />
      )}
    </Dialog>
  );
}
