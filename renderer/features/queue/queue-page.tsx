import { type QueueView, queueView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { useLiveRead } from '../../storage/use-live-read.ts';
import { EmptyState, ErrorState, LoadingState, StaleBadge } from '../../ui/states.tsx';
import { AdvisersPanel } from './advisers-panel.tsx';
import { CallsPanel } from './calls-panel.tsx';
import { LinesPanel } from './lines-panel.tsx';
import { QueueFigures } from './queue-figures.tsx';
import './queue.css';

/** RO-70 to RO-76: who waits, who is free, and what may be done about it. */
export function QueuePage() {
  const { queue, failures } = useMessages();
  const { value, failure, readAgain } = useLiveRead('/api/queue', queueView);
  return (
    <div className="queue">
      <header className="queue-head">
        <h1>{queue.title}</h1>
        {value !== null && failure !== null ? <StaleBadge since={value.now} /> : null}
      </header>
      {value === null && failure === null ? <LoadingState /> : null}
      {value === null && failure !== null ? (
        <ErrorState
          title={queue.readFailed}
          safe={queue.readFailedSafe}
          next={failures.apiErrors[failure.code]}
          onRetry={readAgain}
        />
      ) : null}
      {value === null ? null : <Board view={value} onActed={readAgain} />}
    </div>
  );
}

function Board(props: { readonly view: QueueView; readonly onActed: () => void }) {
  const { queue } = useMessages();
  const { lines, lead } = props.view;
  const { calls, advisers } = lead ?? { calls: [], advisers: [] };
  if (lines.length === 0) {
    return (
      <>
        <EmptyState title={queue.noLine}>{queue.noLineHelp}</EmptyState>
        <AdvisersPanel advisers={advisers} lines={lines} onActed={props.onActed} />
      </>
    );
  }
  return (
    <>
      <QueueFigures lines={lines} calls={calls} advisers={advisers} />
      <div className="queue-columns">
        <div className="queue-column">
          <CallsPanel calls={calls} lines={lines} onActed={props.onActed} />
          <AdvisersPanel advisers={advisers} lines={lines} onActed={props.onActed} />
        </div>
        <LinesPanel lines={lines} onActed={props.onActed} />
      </div>
    </>
  );
}
