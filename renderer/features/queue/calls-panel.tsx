import type { QueuedCall, QueueLine } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Timer } from '../../ui/timer.tsx';
import { useQueueAct } from './use-queue-act.ts';

/** The calls in the order in which they are offered. Who phones is for whoever answers. */
export function CallsPanel(props: {
  readonly calls: readonly QueuedCall[];
  readonly lines: readonly QueueLine[];
  readonly onActed: () => void;
}) {
  const { queue } = useMessages();
  const { run, pending, problem } = useQueueAct(props.onActed);
  const lineNames = new Map(props.lines.map(({ id, name }) => [id, name]));
  return (
    <Panel title={queue.calls}>
      {problem === null ? null : <Notice tone="warning" title={queue.notDone} next={problem} />}
      {props.calls.length === 0 ? (
        <EmptyState title={queue.noCalls}>{queue.noCallsHelp}</EmptyState>
      ) : (
        <table className="queue-table">
          <thead>
            <tr>
              <th scope="col">{queue.place}</th>
              <th scope="col">{queue.since}</th>
              <th scope="col">{queue.line}</th>
              <th scope="col">{queue.state}</th>
              <th scope="col">
                <span className="visually-hidden">{queue.acts}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {props.calls.map((call, index) => (
              <tr key={call.callId}>
                <th scope="row" className="num">
                  {index + 1}
                </th>
                <td>
                  <Timer since={call.since} />
                </td>
                <td>
                  {lineNames.get(call.lineId)}
                  <Needs call={call} />
                </td>
                <td>
                  <CallState call={call} />
                </td>
                <td>
                  <div className="queue-acts">
                    {index === 0 ? null : (
                      <Button
                        icon="up"
                        isPending={pending === call.callId}
                        onPress={() => void run(call.callId, 'first', queue.putFirst)}
                      >
                        {queue.first}
                      </Button>
                    )}
                    <Button
                      icon="phone"
                      isPending={pending === call.callId}
                      onPress={() => void run(call.callId, 'take', queue.taken)}
                    >
                      {queue.take}
                    </Button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** What the caller asked for before anybody answered. */
function Needs({ call }: { readonly call: QueuedCall }) {
  const format = useFormat();
  const asked = [
    ...(call.language === null ? [] : [format.language(call.language)]),
    ...call.skills,
  ];
  return asked.length === 0 ? null : <p className="small quiet">{asked.join(', ')}</p>;
}

function CallState({ call }: { readonly call: QueuedCall }) {
  const { queue } = useMessages();
  const says =
    call.offeredTo === null
      ? call.callsBack
        ? queue.callsBack
        : queue.waits
      : queue.ringsAt(call.offeredTo);
  return (
    <>
      {says}
      {call.isFirst ? (
        <p>
          <Tag tone="brand">{queue.isFirst}</Tag>
        </p>
      ) : null}
    </>
  );
}
