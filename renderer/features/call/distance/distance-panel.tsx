import { useState } from 'react';
import {
  type Assessment,
  explainLevel,
  type Level,
  type LevelOverride,
  levels,
  type Stage,
} from '#src/distance';
import type { DistanceSoFar } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { LevelExplained } from '../../../ui/level-explained.tsx';
import { LevelShape } from '../../../ui/level-mark.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { DistanceExplained } from './distance-explained.tsx';
import { OverrideButton, OverrideSaid } from './level-override.tsx';
import './distance.css';

/** The level in construction: what is still possible, what is ruled out, and why; then the adviser's own beside it. */
export function DistancePanel(props: {
  readonly callId: string;
  readonly distance: DistanceSoFar;
  readonly override: LevelOverride | null;
}) {
  const { call } = useMessages();
  const [isExplained, setExplained] = useState(false);
  const { model, answers, assessment } = props.distance;
  const isOpen = assessment.level === null;
  return (
    <section className="panel far" aria-label={call.far.title}>
      <p className="eyebrow">
        {call.far.title}
        <span className="end">
          <Progress assessment={assessment} />
        </span>
      </p>
      <Gauge possible={assessment.possible} />
      <div className="far-because">
        <LevelExplained
          possible={assessment.possible}
          explanation={explainLevel(model, answers, assessment)}
        />
      </div>
      {isOpen && assessment.routing.answered > 0 ? <BothSeries assessment={assessment} /> : null}
      {assessment.fragile ? <p className="small warn">{call.far.fragile}</p> : null}
      <OverrideSaid measured={assessment.level} override={props.override} />
      <div className="actions">
        <Button variant="quiet" icon="info" onPress={() => setExplained(true)}>
          {call.far.how}
        </Button>
        {assessment.level === null ? null : (
          <OverrideButton
            callId={props.callId}
            measured={assessment.level}
            override={props.override}
          />
        )}
      </div>
      {isExplained ? (
        <DistanceExplained distance={props.distance} onClose={() => setExplained(false)} />
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

/** While the level is open: how many things are done alone, of those asked. */
function BothSeries({ assessment }: { readonly assessment: Assessment }) {
  const { call } = useMessages();
  const { routing, second } = assessment;
  return (
    <dl className="far-series">
      <Series title={call.far.firstSeries} stage={routing} />
      {second.of === 0 ? null : <Series title={call.far.secondSeries} stage={second} />}
    </dl>
  );
}

function Series({ title, stage }: { readonly title: string; readonly stage: Stage }) {
  const { call } = useMessages();
  const { alone, answered, of } = stage;
  const marks = Array.from({ length: of }, (_, position) => {
    if (position < alone) return 'yes';
    return position < answered ? 'no' : 'open';
  });
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {marks.map((mark, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the marks are a count, they have no other name
          <i key={position} className={`far-mark far-mark-${mark}`} />
        ))}
        <span>{call.far.series(alone, answered, of)}</span>
      </dd>
    </>
  );
}
