import { useMemo, useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { ClusteredVenues } from '../../map/clustered-venues.tsx';
import { NumberedPins, numberedPins } from '../../map/numbered-pins.tsx';
import { useVenueData, useVenueSearch, type VenueData } from '../../map/use-venue-search.ts';
import { VenueFacts } from '../../map/venue-card.tsx';
import { firstMaxKm, type VenueFilters } from '../../map/venue-filters.ts';
import { VenueMap } from '../../map/venue-map.tsx';
import { VenueResults } from '../../map/venue-results.tsx';
import { VenueSentence } from '../../map/venue-sentence.tsx';
import { valueIn } from '../../storage/sets.ts';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import './venues-page.css';

const shownAtFirst = 9;
const shownMore = 20;
const panelId = 'venue';

/** /lieux: the venues of the country, outside a call. */
export function VenuesPage() {
  const { venues, failures } = useMessages();
  const data = useVenueData();
  if (data.state === 'failed') {
    return (
      <ErrorState
        title={venues.notLoaded.title}
        safe={failures.apiErrors[data.failure.code]}
        next={venues.notLoaded.next}
        onRetry={data.retry}
      />
    );
  }
  const sets = valueIn(data);
  return sets === null ? <LoadingState label={venues.loading} /> : <VenuesDesk data={sets} />;
}

const noFilters: VenueFilters = {
  service: null,
  maxKm: firstMaxKm,
  communeCode: null,
  wishes: [],
};

function VenuesDesk({ data }: { readonly data: VenueData }) {
  const { venues } = useMessages();
  const [filters, setFilters] = useState(noFilters);
  const [limit, setLimit] = useState(shownAtFirst);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [pointedId, setPointedId] = useState<string | null>(null);
  const { from, found } = useVenueSearch(data, filters, limit);
  const chosen = chosenId === null ? null : (data.index.byId.get(chosenId) ?? null);
  const pins = useMemo(() => numberedPins(found?.matches ?? []), [found]);
  const numbered = useMemo(() => new Set(pins.map(({ id }) => id)), [pins]);
  const offering = useMemo(
    () =>
      data.index.placed.filter(
        ({ venue }) => filters.service === null || venue.services.includes(filters.service),
      ),
    [data.index, filters.service],
  );
  const inStep = { chosenId, pointedId, onChoose: setChosenId, onPoint: setPointedId };
  return (
    <div className="venues-page">
      <header className="venues-page-head">
        <h1>{venues.title}</h1>
        <VenueSentence filters={filters} gazetteer={data.gazetteer} onChange={setFilters} />
      </header>
      <VenueResults
        found={found}
        filters={filters}
        since={data.since}
        onFilters={setFilters}
        onMore={() => setLimit(limit + shownMore)}
        firstLine={() => null}
        {...inStep}
      />
      <VenueMap
        home={from}
        inSight={pins.map(({ position }) => position)}
        hasRings={from !== null}
        afterId={panelId}
      >
        <ClusteredVenues venues={offering} except={numbered} onChoose={setChosenId} />
        <NumberedPins pins={pins} {...inStep} />
      </VenueMap>
      <section
        className="venues-page-card"
        id={panelId}
        tabIndex={-1}
        aria-label={chosen?.name ?? venues.card.choose}
      >
        {chosen === null ? (
          <EmptyState icon="pin" title={venues.card.choose}>
            {venues.card.chooseBody}
          </EmptyState>
        ) : (
          <>
            <h2>{chosen.name}</h2>
            {chosen.summary === null ? null : <p>{chosen.summary}</p>}
            {chosen.doubts.map((doubt) => (
              <p key={doubt} className="warn small">
                {venues.doubts[doubt]}
              </p>
            ))}
            {chosen.itinerant === true ? (
              <p className="warn small">{venues.card.itinerant}</p>
            ) : null}
            <VenueFacts venue={chosen} />
          </>
        )}
      </section>
    </div>
  );
}
