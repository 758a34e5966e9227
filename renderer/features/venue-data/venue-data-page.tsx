import type { VenueDataView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ErrorState, LoadingState, StaleBadge } from '../../ui/states.tsx';
import { AddressPanel } from './address-panel.tsx';
import { CurrentPanel } from './current-panel.tsx';
import { OutcomeNotice } from './outcome-notice.tsx';
import { SendPanel } from './send-panel.tsx';
import { useVenueData, type VenueData } from './use-venue-data.ts';
import { WaitingPanel } from './waiting-panel.tsx';
import './venue-data.css';

/** The venues' file: what the desks use, what waits for a decision, and where the next comes from. */
export function VenueDataPage() {
  const { venueData } = useMessages();
  const data = useVenueData();
  const { received, failure, refresh } = data;
  return (
    <div className="venue-data">
      <header className="venue-data-head">
        <h1>{venueData.title}</h1>
        {received === null || failure === null ? null : <StaleBadge since={received.at} />}
        <Button icon="reload" variant="quiet" onPress={refresh}>
          {venueData.refresh}
        </Button>
      </header>
      <Sets data={data} />
    </div>
  );
}

function Sets({ data }: { readonly data: VenueData }) {
  const { venueData, failures } = useMessages();
  const { received, failure, refresh, take } = data;
  if (received === null) {
    if (failure === null) return <LoadingState />;
    return (
      <ErrorState
        title={venueData.failed}
        safe={venueData.failedSafe}
        next={failures.apiErrors[failure.code]}
        onRetry={refresh}
      />
    );
  }
  const { current, waiting, importing, last, address } = received.view;
  return (
    <>
      {importing === null ? null : <Importing importing={importing} />}
      {importing !== null || last === null ? null : (
        <OutcomeNotice last={last} hasCurrent={current !== null} />
      )}
      {waiting === null ? null : (
        <WaitingPanel key={waiting.id} waiting={waiting} current={current} onDecided={take} />
      )}
      <div className="venue-data-columns">
        <CurrentPanel current={current} />
        <div className="venue-data-sources">
          <SendPanel isBusy={importing !== null} onTaken={take} />
          <AddressPanel address={address} last={last} isBusy={importing !== null} onTaken={take} />
        </div>
      </div>
    </>
  );
}

function Importing(props: { readonly importing: NonNullable<VenueDataView['importing']> }) {
  const { venueData } = useMessages();
  const { origin, done, total } = props.importing;
  return (
    <Panel>
      <Progress
        label={venueData.reading(origin)}
        share={total === null || total === 0 ? null : done / total}
      />
      <p className="small quiet">{venueData.readingHelp}</p>
    </Panel>
  );
}
