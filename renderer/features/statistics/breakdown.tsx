import type { ReactNode } from 'react';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Panel } from '../../ui/panel.tsx';

type BreakdownRow = {
  readonly id: string;
  readonly label: ReactNode;
  /** What is counted, where the name does not say it all. */
  readonly definition?: string;
  readonly count: number;
};

/**
 * Requests, or those sent to a venue, divided into parts: a table whose rows carry their bar, so that eyes and screen readers
 * get the same. The last line adds the parts up to the whole.
 */
export function Breakdown(props: {
  readonly title: string;
  readonly heading: string;
  /** What the numbers count, where it is not requests. */
  readonly counted?: string;
  readonly rows: readonly BreakdownRow[];
}) {
  const { statistics } = useMessages();
  const format = useFormat();
  const total = props.rows.reduce((sum, row) => sum + row.count, 0);
  const share = (count: number) => (total === 0 ? 0 : count / total);
  return (
    <Panel title={props.title}>
      <table className="breakdown">
        <thead>
          <tr>
            <th scope="col">{props.heading}</th>
            <td />
            <th scope="col" className="breakdown-number">
              {props.counted ?? statistics.count}
            </th>
            <th scope="col" className="breakdown-number">
              {statistics.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.label}
                {row.definition === undefined ? null : (
                  <p className="small quiet">{row.definition}</p>
                )}
              </th>
              <td className="breakdown-bar">
                <span style={{ inlineSize: `${share(row.count) * 100}%` }} />
              </td>
              <td className="breakdown-number">{format.number(row.count)}</td>
              <td className="breakdown-number quiet">
                {total === 0 ? '–' : format.percent(share(row.count))}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{statistics.total}</th>
            <td />
            <td className="breakdown-number">{format.number(total)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </Panel>
  );
}
