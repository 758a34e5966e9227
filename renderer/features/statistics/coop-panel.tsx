import { mayEver } from '#src/access';
import type { StatisticsView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';

const kinds = ['xlsx', 'csv'] as const;

/** The requests of the period as a file in the words of La Coop, for whoever may have it; and what it is not for. */
export function CoopPanel(props: {
  readonly figures: StatisticsView;
  readonly territory: string | null;
}) {
  const { session } = useDesk();
  const { statistics } = useMessages();
  const { figures, territory } = props;
  if (!mayEver(session.account.role, 'statistics.export')) return null;
  const { from, to } = figures;
  const query = new URLSearchParams({ from, to, ...(territory === null ? {} : { territory }) });
  return (
    <Panel title={statistics.coop.title}>
      <p className="quiet">{statistics.coop.what}</p>
      <p className="statistics-few">{statistics.coop.notFor}</p>
      <div className="statistics-files">
        {kinds.map((kind) => (
          <a key={kind} className="button" href={`/api/statistics/coop.${kind}?${query}`} download>
            <Icon name="download" />
            {statistics.coop.download[kind]}
          </a>
        ))}
      </div>
    </Panel>
  );
}
