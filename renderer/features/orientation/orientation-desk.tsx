import { useMemo, useState } from 'react';
import { bookingWayOf, stands, takesAppointments } from '#src/booking';
import { isOver } from '#src/calls';
import type { DiaryView } from '#src/contract';
import { countedLevel } from '#src/distance';
import { type CompiledScript, runScript, type ScriptRun } from '#src/script';
import type { Venue } from '#src/venues';
import { useMessages } from '../../i18n/messages.tsx';
import { FilterPanel } from '../../map/filter-panel.tsx';
import { goToChosen } from '../../map/go-to-chosen.ts';
import { NumberedPins, numberedPins } from '../../map/numbered-pins.tsx';
import { useVenueSearch } from '../../map/use-venue-search.ts';
import { VenueMap } from '../../map/venue-map.tsx';
import { VenueResults } from '../../map/venue-results.tsx';
import { VenueSentence } from '../../map/venue-sentence.tsx';
import {
  type DeskFilters,
  type FoundVenues,
  withFilters,
  withOrigin,
  zoneOf,
} from '../../search/desk-filters.ts';
import { lastValue } from '../../search/use-answer.ts';
import { useVenue } from '../../search/use-places.ts';
import { type LocalCall, useEntities } from '../../storage/desk.tsx';
import { Button } from '../../ui/button.tsx';
import { LevelMark } from '../../ui/level-mark.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { BookingPanel } from './booking-panel.tsx';
import { ConsentMissing } from './consent-missing.tsx';
import type { DraftHandle } from './draft.ts';
import { filtersOf, suggestedBy } from './first-filters.ts';
import './orientation.css';

const shownAtFirst = 9;
const shownMore = 20;
const panelId = 'booking';
/** Always the same empty list: what depends on it is not counted again. */
const none: readonly DiaryView[] = [];

/** The sentence above; the list, the map and the chosen venue side by side, all in step. */
export function OrientationDesk(props: {
  readonly local: LocalCall;
  readonly script: CompiledScript;
  readonly handle: DraftHandle;
  readonly onBack: () => void;
}) {
  const { orientation, venues } = useMessages();
  const { local, script, handle, onBack } = props;
  const { draft, change } = handle;
  const run = useMemo(() => runScript(script, local.answers), [script, local.answers]);
  const desk = draft.filters ?? filtersOf(run.facts);
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [limit, setLimit] = useState(shownAtFirst);
  const asked = useVenueSearch(desk, limit);
  const found = lastValue(asked);
  const [pointedId, setPointedId] = useState<string | null>(null);
  const diaries = useEntities('diary');
  const askedBefore = useAskedVenues(local.call.id);
  const chosen = useChosenVenue(found, draft.venueId, askedBefore);
  const pins = numberedPins(found?.matches ?? []);
  useShortcut('Escape', orientation.backToScript, onBack);
  const inStep = {
    chosenId: chosen?.id ?? null,
    pointedId,
    onChoose: (venueId: string) => {
      change({ venueId, asksInstead: false });
      goToChosen(panelId);
    },
    onPoint: setPointedId,
  };
  const setDesk = (next: DeskFilters) => change({ filters: next });
  const open = useMemo(
    () => Map.groupBy((diaries ?? []).filter(takesAppointments), ({ venueId }) => venueId),
    [diaries],
  );

  return (
    <div className="orientation">
      <header className="orientation-head">
        <h1 className="visually-hidden">{orientation.title}</h1>
        <Button variant="quiet" icon="back" onPress={onBack}>
          {isOver(local.call.state) ? orientation.backToFollowUp : orientation.backToScript}
        </Button>
        <VenueSentence
          desk={desk}
          suggested={suggestedBy(run.facts)}
          onChange={setDesk}
          panel={{ isOpen: isPanelOpen, onOpen: setPanelOpen }}
        />
        <KnownOfPerson local={local} run={run} />
      </header>
      <VenueResults
        asked={asked}
        desk={desk}
        onDesk={setDesk}
        onMore={() => setLimit(limit + shownMore)}
        firstLine={(venue) => ({
          kind: 'for',
          text: askedBefore.includes(venue.id)
            ? orientation.askedBefore
            : orientation.ways[bookingWayOf(venue, open.has(venue.id))].line,
        })}
        {...inStep}
      />
      <VenueMap
        home={found?.from ?? null}
        onPoint={(origin) => setDesk(withOrigin(desk, origin))}
        inSight={pins.map(({ position }) => position)}
        hasRings
        afterId={panelId}
      >
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
      {chosen === null ? (
        <section className="booking" id={panelId} tabIndex={-1} aria-label={venues.card.choose}>
          {run.facts.consent === true ? (
            <EmptyState icon="pin" title={venues.card.choose}>
              {venues.card.chooseBody}
            </EmptyState>
          ) : (
            <div className="booking-body">
              <ConsentMissing wasAsked={run.facts.consent === false} onAsk={onBack} />
            </div>
          )}
        </section>
      ) : (
        <BookingPanel
          id={panelId}
          venue={chosen}
          diaries={open.get(chosen.id) ?? none}
          local={local}
          run={run}
          script={script}
          handle={handle}
          onDone={onBack}
        />
      )}
    </div>
  );
}

/** BO-95: the venues to which this call has sent somebody in vain. */
function useAskedVenues(callId: string): readonly string[] {
  const referrals = useEntities('referral') ?? [];
  return referrals
    .filter((one) => one.callId === callId && !stands(one.state))
    .map(({ venueId }) => venueId);
}

/** The venue chosen, wherever the filters have gone since; until somebody chooses, the best one that was not asked yet. */
function useChosenVenue(
  found: FoundVenues | null,
  venueId: string | null,
  askedBefore: readonly string[],
): Venue | null {
  const matches = found?.matches.map(({ venue }) => venue) ?? [];
  const listed = matches.find(({ id }) =>
    venueId === null ? !askedBefore.includes(id) : id === venueId,
  );
  const looked = useVenue(listed === undefined ? venueId : null);
  return listed ?? looked;
}

/** What the call found that bears on the choice and that no venue's record can answer. */
function KnownOfPerson(props: { readonly local: LocalCall; readonly run: ScriptRun }) {
  const { orientation } = useMessages();
  const { known } = orientation;
  const { facts, assessment } = props.run;
  const { wishes } = facts;
  const level = countedLevel(assessment?.level ?? null, props.local.override);
  return (
    <span className="orientation-known">
      {level === null ? null : <LevelMark level={level} />}
      {wishes.includes('no-car') ? <Tag icon="car-off">{known.noCar}</Tag> : null}
      {wishes.includes('outside-working-hours') ? (
        <Tag icon="clock">{known.outsideWorkingHours}</Tag>
      ) : null}
    </span>
  );
}
