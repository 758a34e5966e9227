import { useEffect, useState } from 'react';
import type { Venue, VenueMatch } from '#src/venues';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { clocksDiffer } from '../search/clock-time.ts';
import {
  type DeskFilters,
  deskZone,
  type FoundVenues,
  placeOfOrigin,
  wider,
  withFilters,
  zoneOf,
} from '../search/desk-filters.ts';
import type { Asked } from '../search/use-answer.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState, StaleBadge } from '../ui/states.tsx';
import { useNow } from '../ui/timer.tsx';
import { activeFilters, withoutFilters } from './active-filters.ts';
import { AskedState } from './asked-state.tsx';
import type { InStep } from './numbered-pins.tsx';
import { useWays } from './use-ways.ts';
import { VenueLines, VenueList } from './venue-list.tsx';
import type { Line } from './venue-words.ts';
import './venue-results.css';

type ResultsProps = {
  readonly desk: DeskFilters;
  readonly onDesk: (desk: DeskFilters) => void;
  readonly onMore: () => void;
  readonly firstLine: (venue: Venue) => Line | null;
} & InStep;

/** What a search found, once it has; until a place is chosen, how to begin. */
export function VenueResults(props: ResultsProps & { readonly asked: Asked<FoundVenues> }) {
  const { venues } = useMessages();
  return (
    <AskedState asked={props.asked}>
      {(found, since) =>
        found.from === null ? (
          <section className="venue-results" aria-label={venues.listLabel}>
            <EmptyState icon="pin" title={venues.noCommune.title}>
              {venues.noCommune.body}
            </EmptyState>
          </section>
        ) : (
          <Ranking {...props} found={found} since={since} />
        )
      }
    </AskedState>
  );
}

/**
 * The ranking with its count above, and below it what was left out and why. From another place, the
 * focus goes to its first venue: what comes next is to choose one.
 */
function Ranking(
  props: ResultsProps & { readonly found: FoundVenues; readonly since: string | null },
) {
  const { venues } = useMessages();
  const { found, desk } = props;
  const { filters } = desk;
  const ways = useWays(found);
  const from = JSON.stringify(found.from);
  const [focusedFrom, setFocusedFrom] = useState<string | null>(null);
  useEffect(() => setFocusedFrom(from), [from]);
  return (
    <section className="venue-results" aria-label={venues.listLabel}>
      <header className="venue-results-head">
        <h2>
          <span role="status">{venues.found(found.matches.length, found.hasMore)}</span>
        </h2>
        {props.since === null ? <Order desk={desk} /> : <StaleBadge since={props.since} />}
      </header>
      <div className="venue-results-body">
        {found.matches.length === 0 ? (
          <NoneFound desk={desk} onDesk={props.onDesk} />
        ) : (
          <VenueList
            key={from}
            label={venues.listLabel}
            matches={found.matches}
            firstLine={props.firstLine}
            ways={ways}
            openAt={filters.openAt}
            zone={zoneOf(desk)}
            autoFocus={from !== focusedFrom}
            chosenId={props.chosenId}
            pointedId={props.pointedId}
            onChoose={props.onChoose}
            onPoint={props.onPoint}
          />
        )}
        {found.hasMore ? (
          <Button variant="quiet" icon="down" onPress={props.onMore}>
            {venues.more}
          </Button>
        ) : null}
      </div>
      <Others
        found={found}
        firstLine={props.firstLine}
        openAt={filters.openAt}
        zone={zoneOf(desk)}
        onChoose={props.onChoose}
      />
    </section>
  );
}

/** How the list is ordered; and on whose clock its hours are, where the desk's shows another time. */
function Order({ desk }: { readonly desk: DeskFilters }) {
  const { venues } = useMessages();
  const now = useNow(60);
  const place = placeOfOrigin(desk.origin);
  const isElsewhere = place !== null && clocksDiffer(now, place.zone, deskZone());
  return (
    <span className="small quiet">
      {isElsewhere
        ? venues.hours.clocksOf(venues.hours.territories[place.territory])
        : venues.order}
    </span>
  );
}

/** Nothing: because of the filters where there are some, else within the distance. */
function NoneFound(props: {
  readonly desk: DeskFilters;
  readonly onDesk: (desk: DeskFilters) => void;
}) {
  const { desk, onDesk } = props;
  const { venues } = useMessages();
  const format = useFormat();
  const { none } = venues;
  const farther = wider(desk.filters.maxKm);
  const isFiltered = activeFilters(desk.filters, { venues, format, zone: zoneOf(desk) }).length > 0;
  return (
    <EmptyState
      title={isFiltered ? none.filteredTitle : none.title}
      action={
        <div className="actions">
          {farther === null ? null : (
            <Button
              variant="primary"
              onPress={() => onDesk(withFilters(desk, { ...desk.filters, maxKm: farther }))}
            >
              {none.widen(venues.kilometres(farther))}
            </Button>
          )}
          {isFiltered ? (
            <Button onPress={() => onDesk(withFilters(desk, withoutFilters(desk.filters)))}>
              {venues.filters.clear}
            </Button>
          ) : null}
        </div>
      }
    >
      {isFiltered ? venues.filters.why : none.body}
    </EmptyState>
  );
}

/** What the ranking does not hold: help at a distance, and what was set aside, with the reason. */
function Others(props: {
  readonly found: FoundVenues;
  readonly firstLine: ResultsProps['firstLine'];
  readonly openAt: string | null;
  readonly zone: string;
  readonly onChoose: (id: string) => void;
}) {
  const { venues } = useMessages();
  const { remote, unplaced, leftOut } = props.found;
  const setAside = [...unplaced, ...leftOut];
  const why = [
    unplaced.length === 0 ? null : venues.setAsideReasons.unplaced(unplaced.length),
    leftOut.length === 0 ? null : venues.setAsideReasons.leftOut(leftOut.length),
  ].filter((reason) => reason !== null);
  return (
    <>
      {remote.length === 0 ? null : (
        <OtherVenues {...props} summary={venues.remote(remote.length)} matches={remote} />
      )}
      {setAside.length === 0 ? null : (
        <OtherVenues
          {...props}
          summary={venues.sheet.colon(venues.setAside(setAside.length), why.join(', '))}
          matches={setAside}
        />
      )}
    </>
  );
}

/** Venues beside the ranking, folded; each can still be chosen. */
function OtherVenues(props: {
  readonly summary: string;
  readonly matches: readonly VenueMatch[];
  readonly firstLine: ResultsProps['firstLine'];
  readonly openAt: string | null;
  readonly zone: string;
  readonly onChoose: (id: string) => void;
}) {
  const format = useFormat();
  return (
    <details className="set-aside">
      <summary>{props.summary}</summary>
      <ul>
        {props.matches.map((match) => (
          <li key={match.venue.id}>
            <Button variant="quiet" onPress={() => props.onChoose(match.venue.id)}>
              {match.distanceKm === null
                ? match.venue.name
                : `${match.venue.name}, ${format.distance(match.distanceKm)}`}
            </Button>
            <VenueLines
              match={match}
              firstLine={props.firstLine(match.venue)}
              way={null}
              openAt={props.openAt}
              zone={props.zone}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
