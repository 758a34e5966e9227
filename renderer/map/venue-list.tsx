import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Way } from '#src/contract';
import type { VenueMatch } from '#src/venues';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { useShortcut } from '../ui/shortcuts.tsx';
import { openNowLine, openThenLine, weekLine } from './hours-words.ts';
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
    readonly firstLine: (venueId: string) => Line | null;
    readonly ways: Ways;
    /** The instant at which a venue is wanted open; `null`: none, so the present is told. */
    readonly openAt: string | null;
    readonly autoFocus?: boolean;
  } & InStep,
) {
  const first = props.matches[0]?.venue.id;
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
          firstLine={props.firstLine(match.venue.id)}
          way={props.ways.get(match.venue.id) ?? null}
          openAt={props.openAt}
          isPointed={match.venue.id === props.pointedId}
          autoFocus={props.autoFocus === true && match.venue.id === (props.chosenId ?? first)}
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
  readonly isPointed: boolean;
  readonly autoFocus: boolean;
  readonly onChoose: (id: string) => void;
  readonly onPoint: (id: string | null) => void;
}) {
  const { venue, distanceKm } = props.match;
  const format = useFormat();
  useShortcut(props.number <= 9 ? `Digit${props.number}` : undefined, venue.name, () =>
    props.onChoose(venue.id),
  );
  return (
    <ToggleButton
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
      />
    </ToggleButton>
  );
}

/** Why this venue, in sentences; what is doubtful in amber. */
export function VenueLines(props: {
  readonly match: VenueMatch;
  readonly firstLine: Line | null;
  /** By road, where that is known. */
  readonly way: Way | null;
  readonly openAt: string | null;
}) {
  const { venues: messages } = useMessages();
  const words = { venues: messages, format: useFormat() };
  const view = useHoursView();
  const { venue } = props.match;
  const week = props.openAt === null ? weekLine(venue.hoursText, words) : null;
  const lines: readonly Line[] = [
    ...(props.firstLine === null ? [] : [props.firstLine]),
    ...(props.way === null ? [] : [wayLine(props.way, words)]),
    props.openAt === null
      ? openNowLine(venue, view, words)
      : openThenLine(venue, props.openAt, view, words),
    ...(week === null ? [] : [{ kind: 'for', text: week } as const]),
    ...feesLine(props.match, words),
    ...reasonLines(props.match, words),
    ...sourcesLine(venue, words),
  ];
  return (
    <span className="venue-why">
      {lines.map((line, index) => (
        <Sentence key={line.text} line={line} isFirst={index === 0 && props.firstLine !== null} />
      ))}
    </span>
  );
}

function Sentence(props: { readonly line: Line; readonly isFirst: boolean }): ReactNode {
  const { kind, text } = props.line;
  const tone = kind === 'doubt' ? 'warn' : props.isFirst ? 'venue-here' : undefined;
  return <span className={tone}>{text} </span>;
}
