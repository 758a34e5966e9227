import type { MessageState, MessageView } from '#src/contract';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { Tag } from './tag.tsx';
import './message-fates.css';

/** Beside a referral: what was told of it, how, and what became of it. The newest first; what was taken back is left out. */
export function MessageFates({ messages }: { readonly messages: readonly MessageView[] }) {
  const { told } = useMessages();
  const shown = messages.filter(({ state }) => state !== 'cancelled').toReversed();
  if (shown.length === 0) return null;
  const worst = shown.find(({ state }) => attention.includes(state));
  return (
    <details className="message-fates">
      <summary className="small">
        {told.count(shown.length)}
        {worst === undefined ? null : (
          <Tag tone={tones[worst.state]}>{told.states[worst.state]}</Tag>
        )}
      </summary>
      <ul aria-label={told.list}>
        {shown.map((message) => (
          <li key={message.id}>
            <span>
              {told.kinds[message.kind]}, {told.channels[message.channel]}
            </span>
            <MessageFate message={message} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What somebody has to look after, the most pressing first. */
const attention: readonly MessageState[] = ['failed', 'uncertain', 'shown'];

/** What became of a message, in words. */
export function MessageFate({ message }: { readonly message: MessageView }) {
  const { told } = useMessages();
  const format = useFormat();
  const { state, channel, failure, dueAt, stateAt } = message;
  const instant = state === 'planned' ? dueAt : stateAt;
  return (
    <span className="message-fate">
      <Tag tone={tones[state]}>
        {state === 'sent' && channel === 'letter' ? told.postedLetter : told.states[state]}
      </Tag>
      <span className="small quiet nowrap">
        {told.at(format.shortDate(instant), format.clock(instant))}
      </span>
      {failure === null ? null : <span className="small">{told.failures[failure]}</span>}
    </span>
  );
}

const tones: Readonly<Record<MessageState, 'plain' | 'brand' | 'signal' | 'danger'>> = {
  planned: 'plain',
  sending: 'plain',
  sent: 'brand',
  delivered: 'brand',
  failed: 'danger',
  uncertain: 'signal',
  cancelled: 'plain',
  shown: 'signal',
  superseded: 'plain',
};
