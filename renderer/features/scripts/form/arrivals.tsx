import { useMessages } from '../../../i18n/messages.tsx';
import { type Arrival, arrivalsAt } from '../edited/exits.ts';
import { nodeName } from '../node-names.ts';
import { useWorkshop } from '../workshop-context.ts';

/** What leads to a step: asked before it is removed, and when it seems out of place. */
export function Arrivals({ id }: { readonly id: string }) {
  const messages = useMessages();
  const { form } = messages.scripts;
  const { script, goTo } = useWorkshop();
  const arrivals = arrivalsAt(script, id);
  const isStart = script.start === id;
  return (
    <div className="arrivals small">
      <span className="quiet">{form.arrivals}</span>
      <ul>
        {isStart ? <li>{form.arrivesFirst}</li> : null}
        {arrivals.map((arrival) => (
          <li key={`${arrival.from}/${arrival.exit.path.join('/')}`}>
            <button
              type="button"
              className="as-link"
              onClick={() =>
                goTo(arrival.from, `/nodes/${arrival.from}/${arrival.exit.path.join('/')}`)
              }
            >
              {form.arrival(
                nodeName(script, arrival.from, messages),
                answerOf(arrival, script.nodes[arrival.from]?.options),
              )}
            </button>
          </li>
        ))}
        {isStart || arrivals.length > 0 ? null : <li className="warn">{form.noArrival}</li>}
      </ul>
    </div>
  );
}

/** The answer by which it leads there, in words; `null` where no answer is chosen. */
function answerOf(
  { exit: { path } }: Arrival,
  options: readonly { readonly label?: string | undefined }[] = [],
): string | null {
  return path[0] === 'options' ? (options[path[1]]?.label ?? null) : null;
}
