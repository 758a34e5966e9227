import { useState } from 'react';
import type { QueueLine } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { type ApiFailure, command } from '../../storage/api.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';

/** The lines that have a queue: whether they answer, who waits, and how well they did today. */
export function LinesPanel(props: {
  readonly lines: readonly QueueLine[];
  readonly onActed: () => void;
}) {
  const { queue, failures, common } = useMessages();
  const [closing, setClosing] = useState<QueueLine | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const set = async (line: QueueLine, isOpen: boolean) => {
    setClosing(null);
    const answer = await command(`/api/lines/${line.id}/open`, { isOpen });
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) announce(isOpen ? queue.opened(line.name) : queue.closed(line.name));
    props.onActed();
  };
  return (
    <Panel title={queue.lines}>
      {failure === null ? null : (
        <Notice tone="error" title={queue.notDone} next={failures.apiErrors[failure.code]} />
      )}
      <ul className="queue-lines">
        {props.lines.map((line) => (
          <li key={line.id}>
            <Line line={line} />
            {line.opening === 'closed-by-hand' ? (
              <Button onPress={() => void set(line, true)}>{queue.open}</Button>
            ) : (
              <Button variant="quiet" onPress={() => setClosing(line)}>
                {queue.close}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="small quiet">{queue.levelDefinition}</p>
      {closing === null ? null : (
        <Dialog
          title={queue.closeTitle(closing.name)}
          onClose={() => setClosing(null)}
          actions={
            <>
              <Button onPress={() => setClosing(null)}>{common.cancel}</Button>
              <Button variant="danger" onPress={() => void set(closing, false)}>
                {queue.close}
              </Button>
            </>
          }
        >
          <p>{queue.closeSays}</p>
        </Dialog>
      )}
    </Panel>
  );
}

function Line({ line }: { readonly line: QueueLine }) {
  const { queue } = useMessages();
  const format = useFormat();
  const { level, opensAt } = line;
  return (
    <div className="queue-line">
      <p>
        <b>{line.name}</b>{' '}
        <Tag tone={line.opening === 'closed-by-hand' ? 'signal' : 'plain'}>
          {queue.openings[line.opening]}
        </Tag>
      </p>
      <p className="small quiet">
        {line.territoryName}, {queue.waitingOn(line.waiting)}
        {opensAt === null
          ? null
          : `, ${queue.opensAt(format.date(opensAt), format.clock(opensAt))}`}
      </p>
      {level === null ? null : (
        <p className="small">
          {queue.level}{' '}
          {level.share === null ? (
            <span className="quiet">{queue.levelNone}</span>
          ) : (
            <>
              <b className="num">{format.percent(level.share)}</b> {queue.within(level.withinS)}{' '}
              <span className="quiet">
                ({queue.levelOf(format.number(level.answeredWithin), format.number(level.counted))})
              </span>
            </>
          )}
        </p>
      )}
    </div>
  );
}
