import { distanceAnswers } from '#src/distance';
import { useMessages } from '../../../i18n/messages.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { LevelMark } from '../../../ui/level-mark.tsx';
import type { DistanceSoFar } from './distance-so-far.ts';

/** How the level comes out: the rules, the table with the place reached, and the answers that count. */
export function DistanceExplained(props: {
  readonly distance: DistanceSoFar;
  readonly onClose: () => void;
}) {
  const { call } = useMessages();
  const { model } = props.distance;
  return (
    <Dialog title={call.far.howTitle} width="wide" onClose={props.onClose}>
      <div className="far-how">
        <div className="far-rules">
          <p>{call.far.howGate}</p>
          <p>{call.far.howSeries}</p>
          <p>{call.far.howCount}</p>
          <p>{call.far.howOut}</p>
          <p className="small quiet">{call.far.model(model.stamp)}</p>
        </div>
        <div className="far-rules">
          <LevelTable distance={props.distance} />
          <CountedAnswers distance={props.distance} />
        </div>
      </div>
    </Dialog>
  );
}

function LevelTable({ distance }: { readonly distance: DistanceSoFar }) {
  const { call } = useMessages();
  const { model, assessment } = distance;
  const columns = Array.from(
    { length: Math.max(...model.table.map((row) => row.length)) },
    (_, column) => column,
  );
  const isRouted = assessment.second.of > 0;
  return (
    <table className="far-table">
      <caption>{call.far.tableCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{call.far.tableCorner}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {model.table.map((row, alone) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the row is the count that it stands for
          <tr key={alone}>
            <th scope="row">{alone}</th>
            {row.map((level, column) => {
              const isHere =
                isRouted &&
                alone === assessment.routing.alone &&
                column === assessment.second.alone;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the column is the count that it stands for
                <td key={column} className={isHere ? 'far-here' : ''}>
                  <LevelMark level={level} short />
                  {isHere ? <span className="visually-hidden"> {call.far.here}</span> : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CountedAnswers({ distance }: { readonly distance: DistanceSoFar }) {
  const { call } = useMessages();
  const { model, answers, assessment } = distance;
  if (assessment.asked.length === 0) return null;
  return (
    <section aria-label={call.far.answers}>
      <h3>{call.far.answers}</h3>
      <dl className="far-answers">
        {assessment.asked.map((id) => {
          const answer = distanceAnswers.find((known) => known === answers[id]);
          return (
            <div key={id}>
              <dt>{model.questions[id]?.title ?? id}</dt>
              <dd>{answer === undefined ? null : model.answers[answer].label}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
