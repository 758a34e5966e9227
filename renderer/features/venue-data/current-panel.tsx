import { Link } from 'wouter';
import type { VenueSetView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { allShortfalls, shortfallWords } from './group-words.ts';
import { SetFacts } from './set-facts.tsx';
import { useReport } from './use-report.ts';

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
          <Quality setId={current.id} />
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

/** What the records lack, all producers together; the report says whose they are. */
function Quality({ setId }: { readonly setId: string }) {
  const { quality } = useMessages().venueData;
  const format = useFormat();
  const { value: report } = useReport(setId);
  if (report === null) return null;
  const lines = shortfallWords(allShortfalls(report.groups), quality, format);
  return (
    <section aria-label={quality.overall}>
      <h3>{quality.overall}</h3>
      <ul className="report-summary">
        {lines.length === 0 ? <li>{quality.nothing}</li> : null}
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
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
