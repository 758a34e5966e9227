import type { DistanceModel } from '#src/distance';
import { useFormat, useMessages } from '../../i18n/messages.tsx';

/** Every question that the model can ask, in its own words, by the way that leads there. */
export function Questions({ model }: { readonly model: DistanceModel }) {
  const { common, distance } = useMessages();
  const format = useFormat();
  const { gate, routing, branches } = model;
  return (
    <div className="level-questions">
      <Series title={distance.gate} model={model} ids={[gate.question]}>
        {distance.gateClosed(gate.closed, common.levelNames[gate.closed])}
      </Series>
      <Series title={distance.routing} model={model} ids={routing} />
      {branches.map(({ alone, questions }) => (
        <Series
          key={questions.join()}
          title={distance.branch(format.either(alone.map(String)))}
          model={model}
          ids={questions}
        />
      ))}
    </div>
  );
}

function Series(props: {
  readonly title: string;
  readonly model: DistanceModel;
  readonly ids: readonly string[];
  readonly children?: string;
}) {
  return (
    <section aria-label={props.title}>
      <h3>{props.title}</h3>
      <ul lang={props.model.language}>
        {props.ids.map((id) => (
          <li key={id}>{props.model.questions[id]?.say}</li>
        ))}
      </ul>
      {props.children === undefined ? null : <p className="small quiet">{props.children}</p>}
    </section>
  );
}
