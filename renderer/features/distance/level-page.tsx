import { type CalibrationLimit, levels } from '#src/distance';
import { useMessages } from '../../i18n/messages.tsx';
import { LevelMark } from '../../ui/level-mark.tsx';
import { LevelTable } from '../../ui/level-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Questions } from './questions.tsx';
import { shipped } from './shipped.ts';
import { WorthTable } from './worth-table.tsx';
import './distance.css';

/** How a level comes out, what it was found to be worth, and what that does not say: for whoever is to trust it. */
export function LevelPage() {
  const { distance } = useMessages();
  const { model, calibration } = shipped;
  return (
    <div className="level-page">
      <header className="level-page-head">
        <h1>{distance.title}</h1>
        <p>{distance.lead}</p>
      </header>
      <Panel title={distance.questions} aside={<span className="small quiet">{model.stamp}</span>}>
        <Questions model={model} />
      </Panel>
      <Panel title={distance.table}>
        <div className="level-page-table">
          <div className="level-page-text">
            <p>{distance.counts}</p>
            <p>{distance.stops}</p>
            <p>{distance.monotone}</p>
            <p>{distance.override}</p>
            <ul className="level-page-names">
              {levels.map((level) => (
                <li key={level}>
                  <LevelMark level={level} />
                </li>
              ))}
            </ul>
          </div>
          <LevelTable table={model.table} here={null} />
        </div>
      </Panel>
      <Panel title={distance.worth}>
        <WorthTable calibration={calibration} />
      </Panel>
      <Panel title={distance.limitsTitle}>
        <dl className="level-page-limits">
          {calibration.survey.limits.map((limit) => (
            <Limit key={limit} limit={limit} />
          ))}
        </dl>
      </Panel>
    </div>
  );
}

function Limit({ limit }: { readonly limit: CalibrationLimit }) {
  const { distance } = useMessages();
  const { name, text } = distance.limits[limit];
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
