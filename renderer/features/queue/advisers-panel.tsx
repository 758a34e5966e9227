import type { QueueAdviser, QueueLine } from '#src/contract';
import { type Messages, useFormat, useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ListenButton } from './listen-button.tsx';
import { useListening } from './use-listening.ts';

/** RO-73: who takes calls now, in alphabetical order. */
export function AdvisersPanel(props: {
  readonly advisers: readonly QueueAdviser[];
  readonly lines: readonly QueueLine[];
  readonly onActed: () => void;
}) {
  const { queue } = useMessages();
  useListening(
    props.advisers.flatMap(({ call }) => (call?.isListenedTo === true ? call.callId : [])),
    props.onActed,
  );
  const listenedLines = new Set(
    props.lines.filter(({ isListenedTo }) => isListenedTo).map(({ id }) => id),
  );
  return (
    <Panel title={queue.advisers}>
      {props.advisers.length === 0 ? (
        <EmptyState title={queue.noAdvisers}>{queue.noAdvisersHelp}</EmptyState>
      ) : (
        <>
          <ul className="queue-advisers">
            {props.advisers.map((adviser) => (
              <Adviser
                key={adviser.id}
                adviser={adviser}
                isOnListenedLine={adviser.call !== null && listenedLines.has(adviser.call.lineId)}
                onActed={props.onActed}
              />
            ))}
          </ul>
          <p className="small quiet">{queue.advisersHelp}</p>
        </>
      )}
    </Panel>
  );
}

function Adviser(props: {
  readonly adviser: QueueAdviser;
  readonly isOnListenedLine: boolean;
  readonly onActed: () => void;
}) {
  const messages = useMessages();
  const { app, queue } = messages;
  const format = useFormat();
  const { session } = useDesk();
  const { adviser } = props;
  const { call, next } = adviser;
  const knows = [...adviser.languages.map(format.language), ...adviser.skills];
  const mayListen =
    props.isOnListenedLine && call?.state === 'live' && adviser.id !== session.account.id;
  return (
    <li>
      <span className={`queue-lamp queue-lamp-${lampOf(adviser)}`} aria-hidden="true" />
      <div>
        <p>
          <b>{adviser.name}</b>
        </p>
        <p className="small quiet">{knows.join(', ')}</p>
      </div>
      <div className="queue-adviser-state">
        <p>{stateWord(adviser, messages)}</p>
        <p className="small quiet">
          {call === null && !isAway(adviser) ? queue.sinceClock(format.clock(adviser.since)) : null}
          {next === null ? null : ` ${queue.nextPresence(app.presences[next])}`}
        </p>
      </div>
      {mayListen ? <ListenButton call={call} name={adviser.name} onActed={props.onActed} /> : null}
    </li>
  );
}

function stateWord(adviser: QueueAdviser, { app, queue }: Messages): string {
  const { presence, call, isFree } = adviser;
  if (call !== null) return call.state === 'live' ? app.onCall : queue.isRinging;
  if (isAway(adviser)) return queue.isDeskClosed;
  return isFree ? queue.isFree : app.presences[presence];
}

function lampOf(adviser: QueueAdviser): 'call' | 'free' | 'busy' | 'off' {
  if (adviser.call !== null) return 'call';
  if (adviser.isFree) return 'free';
  return adviser.presence === 'off' || isAway(adviser) ? 'off' : 'busy';
}

/** RO-51: they chose to take calls, and their desk is closed. */
function isAway({ presence, isDeskClosed }: QueueAdviser): boolean {
  return presence === 'available' && isDeskClosed;
}
