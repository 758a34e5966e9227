import { useState } from 'react';
import { type Assessment, explain, type Level, levels, type Stage } from '#src/distance';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { LevelShape } from '../../../ui/level-mark.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { DistanceExplained } from './distance-explained.tsx';
import type { DistanceSoFar } from './distance-so-far.ts';
import './distance.css';

/** The level in construction: what is still possible, what is ruled out, and why. */
export function DistancePanel({ distance }: { readonly distance: DistanceSoFar }) {
  const { call } = useMessages();
  const [isExplained, setExplained] = useState(false);
  const { assessment } = distance;
  return (
    <section className="panel far" aria-label={call.far.title}>
      <p className="eyebrow">
        {call.far.title}
        <span className="end">
          <Progress assessment={assessment} />
        </span>
      </p>
      <Gauge possible={assessment.possible} />
      {assessment.asked.length === 0 ? null : <Because distance={distance} />}
      {assessment.routing.answered === 0 ? null : (
        <dl className="far-series">
          <Series title={call.far.firstSeries} stage={assessment.routing} />
          {assessment.second.of === 0 ? null : (
            <Series title={call.far.secondSeries} stage={assessment.second} />
          )}
        </dl>
      )}
      {assessment.fragile ? <p className="small warn">{call.far.fragile}</p> : null}
      <p className="small quiet">
        {assessment.level === null ? call.far.stops : call.far.stopped(assessment.spared)}
      </p>
      <div className="actions">
        <Button variant="quiet" icon="info" onPress={() => setExplained(true)}>
          {call.far.how}
        </Button>
      </div>
      {isExplained ? (
        <DistanceExplained distance={distance} onClose={() => setExplained(false)} />
      ) : null}
    </section>
  );
}

function Progress({ assessment }: { readonly assessment: Assessment }) {
  const { call } = useMessages();
  if (assessment.level !== null) return <Tag tone="brand">{call.far.known}</Tag>;
  if (assessment.asked.length === 0) return <Tag>{call.far.notStarted}</Tag>;
  return <Tag tone="signal">{call.far.inProgress}</Tag>;
}

function Gauge({ possible }: { readonly possible: readonly Level[] }) {
  const { call, common } = useMessages();
  return (
    <ol className="gauge">
      {levels.map((level) => {
        const isPossible = possible.includes(level);
        return (
          <li
            key={level}
            className={isPossible ? `gauge-possible level-${level.toLowerCase()}` : 'gauge-out'}
          >
            <LevelShape level={level} />
            <b>{level}</b>
            <span>{isPossible ? common.levelNames[level] : call.far.ruledOut}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** "E1 ou E2." and the reasons, in the words of the model. */
function Because({ distance }: { readonly distance: DistanceSoFar }) {
  const { call } = useMessages();
  const format = useFormat();
  const { model, answers, assessment } = distance;
  const { seul, aide, non, nsp } = explain(model, answers, assessment);
  const deeds = (questions: typeof seul) => format.list(questions.map(({ deed }) => deed));
  const reasons = [
    seul.length === 0 ? null : call.far.alone(deeds(seul)),
    aide.length === 0 ? null : call.far.withHelp(deeds(aide)),
    non.length === 0 ? null : call.far.not(deeds(non)),
    nsp.length === 0 ? null : call.far.unknown(deeds(nsp)),
  ].filter((reason) => reason !== null);
  return (
    <div className="far-because">
      <p>
        <b>{call.far.possible(assessment.possible)}</b>{' '}
        {assessment.level === null ? null : call.far.levelSays[assessment.level]}
      </p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}

function Series({ title, stage }: { readonly title: string; readonly stage: Stage }) {
  const { call } = useMessages();
  const marks = Array.from({ length: stage.of }, (_, position) => {
    if (position < stage.alone) return 'yes';
    return position < stage.answered ? 'no' : 'open';
  });
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {marks.map((mark, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the marks are a count, they have no other name
          <i key={position} className={`far-mark far-mark-${mark}`} />
        ))}
        <span>{call.far.series(stage.alone, stage.answered, stage.of)}</span>
      </dd>
    </>
  );
}
