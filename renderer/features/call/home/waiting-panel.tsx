import { queueView } from '#src/contract';
import { useMessages } from '../../../i18n/messages.tsx';
import { useLiveRead } from '../../../storage/use-live-read.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Timer } from '../../../ui/timer.tsx';

/** What waits on the lines of an adviser, as counts only. Nothing where no line has a queue. */
export function WaitingPanel() {
  const { queue } = useMessages();
  const { value } = useLiveRead('/api/queue', queueView);
  if (value === null || value.lines.length === 0) return null;
  return (
    <Panel title={queue.home.title}>
      <ul className="call-home-list">
        {value.lines.map(({ id, name, waiting, longestSince, opening }) => (
          <li key={id}>
            <span>
              <b>{name}</b>
              <br />
              <span className="small quiet">{queue.openings[opening]}</span>
            </span>
            <span className={waiting === 0 ? 'small quiet' : 'small'}>
              {waiting === 0 ? queue.home.none : queue.home.count(waiting)}
              {longestSince === null ? null : (
                <>
                  <br />
                  {queue.home.longest} <Timer since={longestSince} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
