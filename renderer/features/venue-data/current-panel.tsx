import { Link } from 'wouter';
import type { VenueSetView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { SetFacts } from './set-facts.tsx';

/** The set that every desk uses. */
export function CurrentPanel({ current }: { readonly current: VenueSetView | null }) {
  const { venueData } = useMessages();
  return (
    <Panel title={venueData.current} className="venue-set">
      {current === null ? (
        <EmptyState title={venueData.none}>{venueData.noneHelp}</EmptyState>
      ) : (
        <>
          <SetFacts set={current} />
          <div className="actions">
            <ReportLink set={current} />
            <a
              className="button button-quiet"
              href={`/api/venue-data/${current.id}/standard.csv`}
              download
            >
              <Icon name="download" />
              {venueData.standard}
            </a>
          </div>
        </>
      )}
    </Panel>
  );
}

/** To the quality report of a set. */
export function ReportLink({ set }: { readonly set: VenueSetView }) {
  const { venueData } = useMessages();
  return (
    <Link className="button" href={`/fichier-des-lieux/${set.id}`}>
      <Icon name="document" />
      {venueData.report}
    </Link>
  );
}
