import type { VenueMatch } from '#src/venues';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState, StaleBadge } from '../ui/states.tsx';
import type { InStep } from './numbered-pins.tsx';
import { type DeskFilters, type FoundVenues, wider, withFilters } from './venue-filters.ts';
import { VenueLines, VenueList } from './venue-list.tsx';
import type { Line } from './venue-words.ts';
import './venue-results.css';

/** The ranking with its count above, and below it what was left out and why. */
export function VenueResults(
  props: {
    readonly found: FoundVenues | null;
    readonly desk: DeskFilters;
    readonly since: string | null;
    readonly onDesk: (desk: DeskFilters) => void;
    readonly onMore: () => void;
    readonly firstLine: (venueId: string) => Line | null;
    readonly autoFocus?: boolean;
  } & InStep,
) {
  const { venues } = useMessages();
  const { found, desk } = props;
  const { filters } = desk;
  if (found === null) {
    return (
      <section className="venue-results" aria-label={venues.listLabel}>
        <EmptyState icon="pin" title={venues.noCommune.title}>
          {venues.noCommune.body}
        </EmptyState>
      </section>
    );
  }
  const farther = wider(filters.maxKm);
  return (
    <section className="venue-results" aria-label={venues.listLabel}>
      <header className="venue-results-head">
        <h2>
          <span role="status">{venues.found(found.matches.length, found.hasMore)}</span>
        </h2>
        {props.since === null ? (
          <span className="small quiet">{venues.order}</span>
        ) : (
          <StaleBadge since={props.since} />
        )}
      </header>
      <div className="venue-results-body">
        {found.matches.length === 0 ? (
          <EmptyState
            title={venues.none.title}
            action={
              farther === null ? null : (
                <Button
                  variant="primary"
                  onPress={() => props.onDesk(withFilters(desk, { ...filters, maxKm: farther }))}
                >
                  {venues.none.widen(venues.kilometres(farther))}
                </Button>
              )
            }
          >
            {venues.none.body}
          </EmptyState>
        ) : (
          <VenueList
            label={venues.listLabel}
            matches={found.matches}
            firstLine={props.firstLine}
            autoFocus={props.autoFocus === true}
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
      <SetAside found={found} onChoose={props.onChoose} />
    </section>
  );
}

/** What is near and not in the ranking, with the reason; each can still be chosen. */
function SetAside(props: { readonly found: FoundVenues; readonly onChoose: (id: string) => void }) {
  const { venues } = useMessages();
  const { unplaced, leftOut } = props.found;
  const all = [...unplaced, ...leftOut];
  if (all.length === 0) return null;
  const why = [
    unplaced.length === 0 ? null : venues.setAsideReasons.unplaced(unplaced.length),
    leftOut.length === 0 ? null : venues.setAsideReasons.leftOut(leftOut.length),
  ].filter((reason) => reason !== null);
  return (
    <details className="set-aside">
      <summary>
        {venues.setAside(all.length)}
        {' : '}
        {why.join(', ')}
      </summary>
      <ul>
        {all.map((match) => (
          <SetAsideRow key={match.venue.id} match={match} onChoose={props.onChoose} />
        ))}
      </ul>
    </details>
  );
}

function SetAsideRow(props: {
  readonly match: VenueMatch;
  readonly onChoose: (id: string) => void;
}) {
  const format = useFormat();
  const { venue, distanceKm } = props.match;
  return (
    <li>
      <Button variant="quiet" onPress={() => props.onChoose(venue.id)}>
        {distanceKm === null ? venue.name : `${venue.name}, ${format.distance(distanceKm)}`}
      </Button>
      <VenueLines match={props.match} firstLine={null} />
    </li>
  );
}
