import { Link, useParams } from 'wouter';
import type { VenueSetView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import type { ApiFailure } from '../../storage/api.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { ReportTable } from './report-table.tsx';
import { useReport } from './use-report.ts';
import { useVenueData } from './use-venue-data.ts';
import './venue-data.css';
import './report.css';

/** How good a set is, producer by producer: for somebody who will telephone the producer. */
export function ReportPage() {
  const { venueData } = useMessages();
  const format = useFormat();
  const { setId = '' } = useParams<{ setId: string }>();
  const { received } = useVenueData();
  const { value: report, failure, readAgain } = useReport(setId);
  const set = findSet(setId, received?.view.current, received?.view.waiting);
  const { quality } = venueData;
  return (
    <div className="venue-data">
      <header className="venue-data-head">
        <div>
          <Link className="venue-data-back small" href="/fichier-des-lieux">
            <Icon name="back" />
            {quality.back}
          </Link>
          <h1>{quality.title}</h1>
          {set === null ? null : (
            <p className="small quiet">
              {quality.lead(
                set.origin,
                venueData.at(format.date(set.importedAt), format.clock(set.importedAt)),
              )}
            </p>
          )}
        </div>
        <a className="button" href={`/api/venue-data/${setId}/standard.csv`} download>
          <Icon name="download" />
          {venueData.standard}
        </a>
      </header>
      {failure === null ? null : <ReportFailure failure={failure} onRetry={readAgain} />}
      {report === null && failure === null ? <LoadingState /> : null}
      {report === null ? null : (
        <ReportTable setId={setId} origin={set?.origin ?? ''} groups={report.groups} />
      )}
    </div>
  );
}

function findSet(
  id: string,
  ...sets: readonly (VenueSetView | null | undefined)[]
): VenueSetView | null {
  return sets.find((set) => set?.id === id) ?? null;
}

function ReportFailure(props: { readonly failure: ApiFailure; readonly onRetry: () => void }) {
  const { venueData, failures } = useMessages();
  const { failure, onRetry } = props;
  return (
    <ErrorState
      title={venueData.quality.failed}
      safe={venueData.stillSafe}
      next={
        failure.code === 'not-found' ? venueData.quality.gone : failures.apiErrors[failure.code]
      }
      {...(failure.code === 'not-found' ? {} : { onRetry })}
    />
  );
}
