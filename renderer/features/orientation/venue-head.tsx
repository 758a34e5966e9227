import { useState } from 'react';
import type { Venue } from '#src/venues';
import { useMessages } from '../../i18n/messages.tsx';
import { PhoneLink, type SheetFor, SheetLink, VenueFacts } from '../../map/venue-card.tsx';
import { addressLine } from '../../map/venue-words.ts';
import { ToggleButton } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';

/** The chosen venue: where it is, its telephone, and how an appointment is had, before any promise. */
export function VenueHead(props: {
  readonly venue: Venue;
  readonly isBookedHere: boolean;
  readonly sheetFor: SheetFor;
}) {
  const { orientation, venues } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const { venue } = props;
  return (
    <header className="venue-head">
      <div className="venue-head-title">
        <h2>{venue.name}</h2>
        <ToggleButton variant="quiet" icon="document" isSelected={isOpen} onChange={setOpen}>
          {venues.card.label}
        </ToggleButton>
      </div>
      <p className="small">
        {addressLine(venue)}
        {venue.phone === null ? null : (
          <>
            {' · '}
            <PhoneLink phone={venue.phone} />
          </>
        )}
      </p>
      <div className="venue-head-ways">
        {props.isBookedHere ? (
          <Tag tone="brand" icon="check">
            {orientation.mode.here}
          </Tag>
        ) : (
          <Tag tone="signal" icon="clock">
            {orientation.mode.request}
          </Tag>
        )}
        <SheetLink venue={venue} sheetFor={props.sheetFor} variant="quiet" />
      </div>
      {isOpen ? <VenueFacts venue={venue} /> : null}
    </header>
  );
}
