import type { ReactNode } from 'react';
import type { Level } from '#src/distance';
import type { CallEnd, Debriefing, Pair } from '#src/training';
import { useMessages } from '../../../i18n/messages.tsx';
import { LevelMark } from '../../../ui/level-mark.tsx';
import { Panel } from '../../../ui/panel.tsx';

/** Where the call led: its end, its level, its venue and its time, beside those expected. */
export function EssentialsPanel(props: {
  readonly debriefing: Debriefing;
  /** Where the person was sent; `null`: nowhere. */
  readonly venueName: string | null;
}) {
  const { training: words } = useMessages();
  const { end, level, need, wishes, seconds } = props.debriefing;
  const isExpectedAtVenue = end.expected.outcome === 'referred';
  const length = (value: number) => words.lasted(Math.floor(value / 60), value % 60);
  return (
    <Panel title={words.end}>
      <table className="debriefing-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{words.expected}</th>
            <th scope="col">{words.given}</th>
          </tr>
        </thead>
        <tbody>
          <Line name={words.outcome} pair={both(end, (value) => <End end={value} />)} />
          <Line name={words.need} pair={both(need, (value) => value ?? words.none)} />
          <Line name={words.level} pair={both(level, (value) => <LevelOf level={value} />)} />
          <Line
            name={words.venue}
            pair={{
              expected: isExpectedAtVenue ? words.someVenue : words.none,
              given: props.venueName ?? words.none,
            }}
          />
          <Line name={words.wishes} pair={both(wishes, (value) => value ?? words.none)} />
          <Line
            name={words.duration}
            pair={{
              expected: words.about(Math.round(seconds.expected / 60)),
              given: <span className="num">{length(seconds.given)}</span>,
            }}
          />
        </tbody>
      </table>
    </Panel>
  );
}

function both<Value>(
  { expected, given }: Pair<Value>,
  show: (value: Value) => ReactNode,
): Pair<ReactNode> {
  return { expected: show(expected), given: show(given) };
}

function Line({ name, pair }: { readonly name: string; readonly pair: Pair<ReactNode> }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{pair.expected}</td>
      <td>{pair.given}</td>
    </tr>
  );
}

function End({ end }: { readonly end: CallEnd }) {
  const { call, training } = useMessages();
  if (end.noRequest !== null) return call.exits.noRequests[end.noRequest].name;
  return end.outcome === null ? training.none : call.outcomes[end.outcome];
}

function LevelOf({ level }: { readonly level: Level | null }) {
  const { training } = useMessages();
  return level === null ? training.notMeasured : <LevelMark level={level} />;
}
