import { useMessages } from '../../../i18n/messages.tsx';
import { type Arrival, arrivalsAt } from '../edited/exits.ts';
import { exitName, nodeName } from '../node-names.ts';
import { useWorkshop } from '../workshop-context.ts';

/** More than these fold into one line. */
const most = 2;

/** What leads to a step: asked before it is removed, and when it seems out of place. */
export function Arrivals({ id }: { readonly id: string }) {
  const { form } = useMessages().scripts;
  const { script } = useWorkshop();
  const arrivals = arrivalsAt(script, id);
  const isStart = script.start === id;
  if (arrivals.length > most) {
    return (
      <details className="arrivals small">
        <summary>{form.arrivalCount(arrivals.length)}</summary>
        <ArrivalList arrivals={arrivals} />
      </details>
    );
  }
  return (
    <div className="arrivals small">
      <span className="quiet">{form.arrivals}</span>
      {isStart ? <span>{form.arrivesFirst}</span> : null}
      {isStart || arrivals.length > 0 ? null : <span className="warn">{form.noArrival}</span>}
      <ArrivalList arrivals={arrivals} />
    </div>
  );
}

function ArrivalList({ arrivals }: { readonly arrivals: readonly Arrival[] }) {
  const messages = useMessages();
  const { form } = messages.scripts;
  const { script, goTo } = useWorkshop();
  if (arrivals.length === 0) return null;
  return (
    <ul>
      {arrivals.map(({ from, exit: { path } }) => {
        const place = `/nodes/${from}/${path.join('/')}`;
        const node = script.nodes[from];
        const step = nodeName(script, from, messages);
        return (
          <li key={place}>
            <button type="button" className="as-link" onClick={() => goTo(from, place)}>
              {node === undefined || path.length === 1
                ? step
                : form.arrival(step, exitName(node, path, messages))}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
