import { Link } from 'wouter';
import { type LineSettings, lineList } from '#src/contract';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { useRead } from '../../../storage/use-read.ts';
import { Panel } from '../../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../../ui/states.tsx';
import { Tag } from '../../../ui/tag.tsx';
import '../settings.css';
import './lines.css';

/** RO-71: every line, with its number and what carries its calls. */
export function LinesPage() {
  const { lines, failures } = useMessages();
  const { value, failure, readAgain } = useRead('/api/lines', lineList);
  return (
    <div className="settings">
      <header className="settings-head">
        <h1>{lines.title}</h1>
        <p className="quiet">{lines.lead}</p>
        <Link className="button button-primary button-usual line-add" href="/lignes/nouvelle">
          {lines.add}
        </Link>
      </header>
      {value === null && failure === null ? <LoadingState /> : null}
      {failure === null ? null : (
        <ErrorState
          title={lines.readFailed}
          safe={lines.readFailedSafe}
          next={failures.apiErrors[failure.code]}
          onRetry={readAgain}
        />
      )}
      {value === null ? null : (
        <Panel>
          <table className="account-table">
            <thead>
              <tr>
                <th scope="col">{lines.line}</th>
                <th scope="col">{lines.number}</th>
                <th scope="col">{lines.kind}</th>
                <th scope="col">{lines.territory}</th>
                <th scope="col">
                  <span className="visually-hidden">{lines.edit}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {value.lines.map((line) => (
                <LineRow
                  key={line.id}
                  line={line}
                  sponsor={value.sponsors.find(({ id }) => id === line.sponsorId)?.name ?? ''}
                />
              ))}
            </tbody>
          </table>
        </Panel>
      )}
    </div>
  );
}

function LineRow({ line, sponsor }: { readonly line: LineSettings; readonly sponsor: string }) {
  const { lines } = useMessages();
  const format = useFormat();
  const { session } = useDesk();
  const territory = session.territories.find(({ id }) => id === line.territoryId);
  return (
    <tr>
      <th scope="row">
        <strong>{line.name}</strong>
        <p className="small quiet">{sponsor}</p>
      </th>
      <td className="num nowrap">
        {line.number === null ? (
          <span className="quiet">{lines.noNumber}</span>
        ) : (
          format.phone(line.number)
        )}
      </td>
      <td>
        {lines.kinds[line.kind].label}
        {line.closedAt === null ? null : (
          <p>
            <Tag tone="signal">{lines.closedByHand}</Tag>
          </p>
        )}
      </td>
      <td>{territory?.name ?? ''}</td>
      <td className="line-edit">
        <Link
          className="button button-plain button-usual"
          href={`/lignes/${line.id}`}
          aria-label={lines.editOf(line.name)}
        >
          {lines.edit}
        </Link>
      </td>
    </tr>
  );
}
