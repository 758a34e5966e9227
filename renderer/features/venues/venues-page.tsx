import { useMemo, useState } from 'react';
import type { Position } from '#src/geography';
import { useMessages } from '../../i18n/messages.tsx';
import { ClusteredVenues } from '../../map/clustered-venues.tsx';
import { FilterPanel } from '../../map/filter-panel.tsx';
import { goToChosen } from '../../map/go-to-chosen.ts';
import { NumberedPins, numberedPins } from '../../map/numbered-pins.tsx';
import { useVenuePoints, useVenueSearch } from '../../map/use-venue-search.ts';
import { VenueFacts } from '../../map/venue-card.tsx';
import { VenueMap } from '../../map/venue-map.tsx';
import { VenueResults } from '../../map/venue-results.tsx';
import { VenueSentence } from '../../map/venue-sentence.tsx';
import {
  type DeskFilters,
  firstFilters,
  withFilters,
  withOrigin,
  zoneOf,
} from '../../search/desk-filters.ts';
import { lastValue } from '../../search/use-answer.ts';
import { useVenue } from '../../search/use-places.ts';
import { EmptyState } from '../../ui/states.tsx';
import { Territories } from './territories.tsx';
import './venues-page.css';

const shownAtFirst = 9;
const shownMore = 20;
const panelId = 'venue';

/** /lieux: the venues of the country, outside a call. */
export function VenuesPage() {
  const { venues } = useMessages();
  const [desk, setFilters] = useState(firstFilters);
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [limit, setLimit] = useState(shownAtFirst);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [pointedId, setPointedId] = useState<string | null>(null);
  const [territory, setTerritory] = useState<readonly Position[]>([]);
  const asked = useVenueSearch(desk, limit);
  const found = lastValue(asked);
  const isSearching = (found?.from ?? null) !== null;
  const points = useVenuePoints(desk);
  const shownId = chosenId ?? found?.matches[0]?.venue.id ?? null;
  const chosen = useVenue(shownId);
  const pins = useMemo(() => numberedPins(found?.matches ?? []), [found]);
  const numbered = useMemo(() => new Set(pins.map(({ id }) => id)), [pins]);
  const choose = (id: string) => {
    setChosenId(id);
    goToChosen(panelId);
  };
  const inStep = { chosenId: shownId, pointedId, onChoose: choose, onPoint: setPointedId };
  const setDesk = (next: DeskFilters) => {
    setFilters(next);
    // From elsewhere, the best one until somebody chooses.
    if (next.origin !== desk.origin) setChosenId(null);
  };
  return (
    <div className="venues-page">
      <header className="venues-page-head">
        <h1>{venues.title}</h1>
        <VenueSentence
          desk={desk}
          onChange={setDesk}
          panel={{ isOpen: isPanelOpen, onOpen: setPanelOpen }}
        />
      </header>
      <VenueResults
        asked={asked}
        desk={desk}
        onDesk={setDesk}
        onMore={() => setLimit(limit + shownMore)}
        firstLine={() => null}
        {...inStep}
      />
      <VenueMap
        home={found?.from ?? null}
        onPoint={(origin) => setDesk(withOrigin(desk, origin))}
        inSight={isSearching ? pins.map(({ position }) => position) : territory}
        hasRings
        afterId={panelId}
      >
        <ClusteredVenues venues={points} except={numbered} onChoose={choose} />
        <NumberedPins pins={pins} {...inStep} />
      </VenueMap>
      {isPanelOpen ? (
        <FilterPanel
          filters={desk.filters}
          zone={zoneOf(desk)}
          onChange={(filters) => setDesk(withFilters(desk, filters))}
          onClose={() => setPanelOpen(false)}
        />
      ) : null}
      <section
        className="venues-page-card"
        id={panelId}
        tabIndex={-1}
        aria-label={chosen?.name ?? venues.card.choose}
      >
        {chosen === null ? (
          <>
            <EmptyState icon="pin" title={venues.card.choose}>
              {venues.card.chooseBody}
            </EmptyState>
            {isSearching ? null : <Territories points={points} onShow={setTerritory} />}
          </>
        ) : (
          <>
            <h2>{chosen.name}</h2>
            <VenueFacts
              venue={chosen}
              sheetFor={{
                communeCode: found?.from?.commune?.code ?? null,
                service: desk.filters.services[0] ?? null,
              }}
            />
          </>
        )}
      </section>
    </div>
  );
}
