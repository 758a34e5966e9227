import { type OverrideRatesView, overrideRatesView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { shippedModel } from '../../storage/shipped-model.ts';
import { Panel } from '../../ui/panel.tsx';
import { type CountedCalls, useFigures } from './use-figures.ts';
import './override-rates.css';

type Rate = OverrideRatesView['questions'][number];

/** How often advisers corrected a level, by the questions asked to find it: never by who corrected. */
export function OverrideRates({ counted }: { readonly counted: CountedCalls }) {
  const { level, statistics } = useMessages();
  const { figures, failure } = useFigures('/api/statistics/overrides', overrideRatesView, counted);
  const words = level.rates;
  return (
    <Panel title={words.title}>
      <p className="quiet">{words.means}</p>
      {figures === null ? (
        <p className="quiet">{failure === null ? words.reading : statistics.failed}</p>
      ) : figures.questions.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <RateTable rates={[...figures.questions].sort(byModel)} />
      )}
    </Panel>
  );
}

function RateTable({ rates }: { readonly rates: readonly Rate[] }) {
  const { level } = useMessages();
  const words = level.rates;
  return (
    <div className="override-rates-scroll">
      <table className="override-rates">
        <thead>
          <tr>
            <th scope="col">{words.question}</th>
            <th scope="col">{words.asked}</th>
            <th scope="col">{words.corrected}</th>
            <th scope="col">{words.nearer}</th>
            <th scope="col">{words.farther}</th>
            <th scope="col">{words.reasons}</th>
          </tr>
        </thead>
        <tbody>
          {rates.map((rate) => (
            <RateRow key={`${rate.model} ${rate.question}`} rate={rate} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RateRow({ rate }: { readonly rate: Rate }) {
  const { level } = useMessages();
  const format = useFormat();
  const words = level.rates;
  const share = (of: number | null) => (of === null ? words.few : format.percent(of));
  const isShipped = rate.model === shippedModel.stamp;
  const title = isShipped ? shippedModel.questions[rate.question]?.title : undefined;
  const reasons = [...rate.reasons].sort((one, other) => other.share - one.share);
  return (
    <tr>
      <th scope="row">
        {title ?? rate.question}
        {isShipped ? null : <small className="quiet"> {rate.model}</small>}
      </th>
      <td>{rate.asked === null ? words.few : words.atLeast(format.number(rate.asked))}</td>
      <td>{share(rate.corrected)}</td>
      <td>{share(rate.nearer)}</td>
      <td>{share(rate.farther)}</td>
      <td>
        {reasons.map((because) => (
          <div key={because.reason}>
            {level.override.reasons[because.reason]}, {format.percent(because.share)}
          </div>
        ))}
      </td>
    </tr>
  );
}

const order = Object.keys(shippedModel.questions);

/** Questions in the order in which the model has them. */
function byModel(one: Rate, other: Rate): number {
  return (
    one.model.localeCompare(other.model) ||
    order.indexOf(one.question) - order.indexOf(other.question)
  );
}
