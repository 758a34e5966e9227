import type { StatisticsView } from '#src/contract';
import { fewestPeople } from '#src/statistics';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Panel } from '../../ui/panel.tsx';

const ways = ['nearer', 'same', 'farther'] as const;

/** How people measured twice went, with what is counted beside it: nothing of fewer than eleven people. */
export function ProgressPanel({ progress }: { readonly progress: StatisticsView['progress'] }) {
  const { statistics } = useMessages();
  const format = useFormat();
  return (
    <Panel title={statistics.progress.title}>
      <p className="quiet">{statistics.definitions.measuredTwice}</p>
      {progress === null ? (
        <p className="statistics-few">{statistics.progress.tooFew(fewestPeople)}</p>
      ) : (
        <table className="breakdown">
          <thead>
            <tr>
              <th scope="col">{statistics.progress.way}</th>
              <td />
              <th scope="col" className="breakdown-number">
                {statistics.progress.people}
              </th>
              <th scope="col" className="breakdown-number">
                {statistics.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {ways.map((way) => {
              const people = progress[way];
              const share = people === null ? 0 : people / progress.people;
              return (
                <tr key={way}>
                  <th scope="row">{statistics.names[way]}</th>
                  <td className="breakdown-bar">
                    <span style={{ inlineSize: `${share * 100}%` }} />
                  </td>
                  <td className="breakdown-number">
                    {people === null ? statistics.progress.notTold : format.number(people)}
                  </td>
                  <td className="breakdown-number quiet">
                    {people === null ? '–' : format.percent(share)}
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{statistics.names.measuredTwice}</th>
              <td />
              <td className="breakdown-number">{format.number(progress.people)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      )}
      {progress !== null && ways.some((way) => progress[way] === null) ? (
        <p className="small quiet">{statistics.progress.keptBack(fewestPeople)}</p>
      ) : null}
    </Panel>
  );
}
