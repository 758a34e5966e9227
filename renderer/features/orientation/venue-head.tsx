import { useState } from 'react';
import type { BookingWay } from '#src/booking';
import { hoursPlaceOf, nextOpening, readHours } from '#src/hours';
import type { Venue } from '#src/venues';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useHoursView } from '../../map/use-hours-view.ts';
import { PhoneLink, type SheetFor, SheetLink, VenueFacts } from '../../map/venue-card.tsx';
import { addressLine } from '../../map/venue-words.ts';
import { ToggleButton } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { fullTime } from './telling.ts';

const wayIcons = {
  diary: 'check',
  'rdv-service-public': 'link',
  'own-page': 'link',
  request: 'clock',
} as const;

/** The chosen venue: where it is, its telephone, and how an appointment is had, before any promise. */
export function VenueHead(props: {
  readonly venue: Venue;
  readonly way: BookingWay;
  readonly sheetFor: SheetFor;
}) {
  const { orientation, venues } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const { venue, way } = props;
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
        <Tag tone={way === 'diary' ? 'brand' : 'signal'} icon={wayIcons[way]}>
          {orientation.ways[way].tag}
        </Tag>
        <SheetLink venue={venue} sheetFor={props.sheetFor} variant="quiet" />
      </div>
      {venue.itinerant === true ? <NextStop venue={venue} /> : null}
      {isOpen ? <VenueFacts venue={venue} /> : null}
    </header>
  );
}

/** Where a venue comes to people: when next, as far as its record says. */
function NextStop({ venue }: { readonly venue: Venue }) {
  const { orientation } = useMessages();
  const format = useFormat();
  const { now, disputed } = useHoursView();
  const place = hoursPlaceOf(venue.communeCode, venue.postcode);
  const next =
    venue.hoursText === null ? null : nextOpening(readHours(venue.hoursText), place, now, disputed);
  return (
    <p className="small">
      {next === null
        ? orientation.itinerant.unknown
        : orientation.itinerant.next(
            fullTime(next, place.zone, { orientation, format }),
            venue.commune,
          )}
    </p>
  );
}
