import type { letterLabels } from '#src/messages';
import { type LetterPlan, planLetter, planSize } from './letter-plan.ts';

/** Where the place is, as far as it is known here; what the drawing is stands under it. */
export function LetterPlanFigure(props: {
  readonly plan: LetterPlan;
  readonly labels: ReturnType<typeof letterLabels>;
}) {
  const { plan, labels } = props;
  const { width, height } = planSize;
  return (
    <figure className="letter-plan">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={labels.plan} direction="ltr">
        {plan.outlines.map(({ code, isOwn, path }) => (
          <path key={code} className={isOwn ? 'letter-own' : 'letter-neighbour'} d={path} />
        ))}
        {plan.names.map(({ name, isOwn, x, y }) => (
          <text key={name} className={isOwn ? 'letter-own-name' : undefined} x={x} y={y}>
            {name}
          </text>
        ))}
        <circle className="letter-dot" cx={plan.venue.x} cy={plan.venue.y} r="11" />
        <g className="letter-scale" transform={`translate(10 ${height - 10})`}>
          <path d={`M0 -8V0H${plan.scale.length}V-8`} />
          <text x={plan.scale.length / 2} y={-planLetter / 2 - 4} direction={labels.direction}>
            {labels.kilometres(plan.scale.km)}
          </text>
        </g>
        <g className="letter-north" transform={`translate(${width - 30} 0)`}>
          <path d="M0 10L10 36L0 30L-10 36Z" />
          <text x="0" y="54">
            {labels.north.slice(0, 1)}
          </text>
        </g>
      </svg>
      <figcaption>{labels.plan}</figcaption>
    </figure>
  );
}
