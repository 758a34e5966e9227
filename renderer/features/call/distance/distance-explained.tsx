import { Link } from 'wouter';
import { distanceAnswers, profileOf } from '#src/distance';
import type { DistanceSoFar } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { LevelTable } from '../../../ui/level-table.tsx';

/** How the level comes out: the rules, the table with the place reached, and the answers that count. */
export function DistanceExplained(props: {
  readonly distance: DistanceSoFar;
  readonly onClose: () => void;
}) {
  const { call, distance } = useMessages();
  const { model, assessment } = props.distance;
  const { routing, second } = assessment;
  return (
    <Dialog title={call.far.howTitle} width="wide" onClose={props.onClose}>
      <div className="far-how">
        <div className="far-rules">
          <p>{call.far.howGate}</p>
          <p>{call.far.howSeries}</p>
          <p>{call.far.howCount}</p>
          <p>{call.far.howOut}</p>
          <p className="small quiet">{call.far.model(model.stamp)}</p>
          <p>
            <Link href="/niveau">{distance.link}</Link>
          </p>
        </div>
        <div className="far-rules">
          <LevelTable
            table={model.table}
            here={second.of > 0 ? { row: routing.alone, column: second.alone } : null}
          />
          <CountedAnswers distance={props.distance} />
          <Profile distance={props.distance} />
        </div>
      </div>
    </Dialog>
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

/** DI-12: beside the level, and without weight in it. */
function Profile({
  distance: { model, answers, assessment },
}: {
  readonly distance: DistanceSoFar;
}) {
  const { distance } = useMessages();
  const profile = profileOf(model, answers, assessment);
  if (profile.length === 0) return null;
  return (
    <section aria-label={distance.profile}>
      <h3>{distance.profile}</h3>
      <dl className="far-answers">
        {profile.map(({ dimension, alone, asked }) => (
          <div key={dimension}>
            <dt>{distance.dimensions[dimension]}</dt>
            <dd>{distance.aloneOf(alone, asked)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
