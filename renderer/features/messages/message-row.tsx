import { useLocation } from 'wouter';
import { useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { Button } from '../../ui/button.tsx';
import { MessageFate } from '../../ui/message-fates.tsx';
import type { MessageOfReferral } from './order.ts';

/** A message: to whom, about what, how, where it is, and what can be done for it. */
export function MessageRow(props: { readonly of: MessageOfReferral; readonly onRead: () => void }) {
  const { told } = useMessages();
  const { message, referral } = props.of;
  const { kind, channel, language, recipient, state } = message;
  const name = recipient === 'venue' ? referral.venueName : referral.summary.person.name;
  return (
    <tr>
      <th scope="row">
        <strong>{name}</strong>
        {recipient === 'venue' ? null : <p className="small quiet">{referral.venueName}</p>}
      </th>
      <td>{told.kinds[kind]}</td>
      <td>
        {told.channels[channel]}
        {language === 'fr' ? null : <p className="small quiet">{told.languages[language]}</p>}
      </td>
      <td>
        <MessageFate message={message} />
        {state === 'uncertain' ? <p className="small">{told.uncertainHelp}</p> : null}
      </td>
      <td>
        <div className="message-acts">
          <MessageActs {...props} name={name} />
        </div>
      </td>
    </tr>
  );
}

function MessageActs(props: {
  readonly of: MessageOfReferral;
  readonly onRead: () => void;
  readonly name: string;
}) {
  const { told } = useMessages();
  const { act } = useDesk();
  const [, navigate] = useLocation();
  const { id, channel, state } = props.of.message;
  const isLetter = channel === 'letter';
  return (
    <>
      <Button
        variant="quiet"
        description={props.name}
        onPress={isLetter ? () => navigate(`/courrier/${id}`) : props.onRead}
      >
        {isLetter ? told.openLetter : told.read}
      </Button>
      {state === 'shown' ? (
        <Button
          icon="check"
          description={props.name}
          onPress={() => void act('message.post', { messageId: id })}
        >
          {isLetter ? told.posted : told.handedOver}
        </Button>
      ) : null}
      {state === 'failed' || state === 'uncertain' ? (
        <Button
          description={props.name}
          onPress={() => void act('message.retry', { messageId: id })}
        >
          {told.again}
        </Button>
      ) : null}
    </>
  );
}
