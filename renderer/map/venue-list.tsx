import { useRef } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Way } from '#src/contract';
import type { Venue, VenueMatch } from '#src/venues';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { useShortcut } from '../ui/shortcuts.tsx';
import { openNowLine, openThenLine } from './hours-words.ts';
import type { InStep } from './numbered-pins.tsx';
import { useHoursView } from './use-hours-view.ts';
import type { Ways } from './use-ways.ts';
import { feesLine, type Line, reasonLines, sourcesLine, wayLine } from './venue-words.ts';
import './venue-list.css';

/**
 * Venues in their order, numbered as on the map. One stop for the keyboard: arrows move, Enter or the
 * venue's digit chooses.
 */
export function VenueList(
  props: {
    readonly label: string;
    readonly matches: readonly VenueMatch[];
    /** What is known of a venue here and not in its record: how an appointment is had. */
    readonly firstLine: (venue: Venue) => Line | null;
    readonly ways: Ways;
    /** The instant at which a venue is wanted open; `null`: none, so the present is told. */
    readonly openAt: string | null;
    /** IANA: the clock on which hours are read; a venue on another one says so. */
    readonly zone: string;
    readonly autoFocus: boolean;
  } & InStep,
) {
  const ids = props.matches.map(({ venue }) => venue.id);
  const focusedAtFirst = ids.find((id) => id === props.chosenId) ?? ids[0];
  return (
    <ToggleButtonGroup
      aria-label={props.label}
      className="venue-list"
      orientation="vertical"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={props.chosenId === null ? [] : [props.chosenId]}
      onSelectionChange={(keys) => {
        const chosen = props.matches.find(({ venue }) => keys.has(venue.id));
        if (chosen !== undefined) props.onChoose(chosen.venue.id);
      }}
    >
      {props.matches.map((match, index) => (
        <VenueRow
          key={match.venue.id}
          match={match}
          number={index + 1}
          firstLine={props.firstLine(match.venue)}
          way={props.ways.get(match.venue.id) ?? null}
          openAt={props.openAt}
          zone={props.zone}
          isPointed={match.venue.id === props.pointedId}
          autoFocus={props.autoFocus && match.venue.id === focusedAtFirst}
          onChoose={props.onChoose}
          onPoint={props.onPoint}
        />
      ))}
    </ToggleButtonGroup>
  );
}

function VenueRow(props: {
  readonly match: VenueMatch;
  readonly number: number;
  readonly firstLine: Line | null;
  readonly way: Way | null;
  readonly openAt: string | null;
  readonly zone: string;
  readonly isPointed: boolean;
  readonly autoFocus: boolean;
  readonly onChoose: (id: string) => void;
  readonly onPoint: (id: string | null) => void;
}) {
  const { venue, distanceKm } = props.match;
  const format = useFormat();
  const row = useRef<HTMLButtonElement>(null);
  useShortcut(props.number <= 9 ? `Digit${props.number}` : undefined, venue.name, () => {
    row.current?.focus();
    props.onChoose(venue.id);
  });
  return (
    <ToggleButton
      ref={row}
      id={venue.id}
      className={`venue-row${props.isPointed ? ' venue-row-pointed' : ''}`}
      autoFocus={props.autoFocus}
      onHoverChange={(isHovered) => props.onPoint(isHovered ? venue.id : null)}
      onFocusChange={(isFocused) => props.onPoint(isFocused ? venue.id : null)}
    >
      <span className="venue-number">{props.number}</span>
      <span className="venue-name">{venue.name}</span>
      <span className="venue-distance num">
        {distanceKm === null ? '' : format.distance(distanceKm)}
      </span>
      <VenueLines
        match={props.match}
        firstLine={props.firstLine}
        way={props.way}
        openAt={props.openAt}
        zone={props.zone}
      />
    </ToggleButton>
  );
}

/** What matters now, then why this venue, then in amber what is to be asked before sending somebody. */
export function VenueLines(props: {
  readonly match: VenueMatch;
  readonly firstLine: Line | null;
  /** By road, where that is known. */
  readonly way: Way | null;
  readonly openAt: string | null;
  readonly zone: string;
}) {
  const { venues: messages } = useMessages();
  const words = { venues: messages, format: useFormat() };
  const view = { ...useHoursView(), deskZone: props.zone };
  const { venue } = props.match;
  const opening =
    props.openAt === null
      ? openNowLine(venue, view, words)
      : openThenLine(venue, props.openAt, view, words);
  const others = [
    ...feesLine(props.match, words),
    ...(props.way === null ? [] : [wayLine(props.way, words)]),
    ...reasonLines(props.match, words),
    ...sourcesLine(venue, words),
  ];
  const of = (kind: Line['kind']) => others.filter((line) => line.kind === kind);
  return (
    <span className="venue-why">
      <span className="venue-now">
        {props.firstLine === null ? null : (
          <span className="venue-here">{props.firstLine.text} </span>
        )}
        <span className={opening.kind === 'doubt' ? 'warn' : undefined}>{opening.text} </span>
        <Sentences lines={of('now')} />
      </span>
      <Sentences className="venue-for" lines={of('for')} />
      <Sentences className="venue-doubt" lines={of('doubt')} />
    </span>
  );
}

function Sentences(props: { readonly lines: readonly Line[]; readonly className?: string }) {
  if (props.lines.length === 0) return null;
  return <span className={props.className}>{props.lines.map(({ text }) => text).join(' ')}</span>;
}
