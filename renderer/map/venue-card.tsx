import type { ReactNode } from 'react';
import { describeHours } from '#src/hours';
import type { Venue } from '#src/venues';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { addressLine, dayLine, sentence } from './venue-words.ts';
import './venue-card.css';

/** Everything that a venue's record says. What it does not say is said to be unknown. */
export function VenueFacts({ venue }: { readonly venue: Venue }) {
  const { venues, common } = useMessages();
  const format = useFormat();
  const { card } = venues;
  const listed = (words: readonly string[]) =>
    words.length === 0 ? null : sentence(format.list(words));
  return (
    <dl className="venue-facts">
      <Fact label={card.address}>{addressLine(venue)}</Fact>
      <Fact label={card.phone}>
        {venue.phone === null ? null : <PhoneLink phone={venue.phone} />}
      </Fact>
      <Fact label={card.hours}>
        {venue.hoursText === null ? null : <Hours text={venue.hoursText} />}
      </Fact>
      <Fact label={card.fees}>{listed(venue.fees.map((fee) => venues.fees[fee]))}</Fact>
      <Fact label={card.access}>
        {listed(venue.accessModes.map((mode) => venues.accessModes[mode]))}
      </Fact>
      <Fact label={card.support}>
        {listed(venue.supportModes.map((mode) => venues.supportModes[mode]))}
      </Fact>
      <Fact label={card.services}>
        {listed(venue.services.map((service) => venues.serviceNames[service]))}
      </Fact>
      {venue.specialCare.length === 0 ? null : (
        <Fact label={card.care}>
          {venue.specialCare.map((care) => venues.wishesMet[care]).join(', ')}
        </Fact>
      )}
      {venue.programmes.length === 0 ? null : (
        <Fact label={card.programmes}>{venue.programmes.join(', ')}</Fact>
      )}
      {venue.emails.length === 0 ? null : <Fact label={card.email}>{venue.emails.join(', ')}</Fact>}
      {venue.websites.length === 0 ? null : (
        <Fact label={card.website}>
          {venue.websites.map((website) => (
            <OutsideLink key={website} address={website}>
              {website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
            </OutsideLink>
          ))}
        </Fact>
      )}
      {venue.bookingUrl === null ? null : (
        <Fact label={card.booking}>
          <OutsideLink address={venue.bookingUrl}>{card.bookingLink}</OutsideLink>
        </Fact>
      )}
      {venue.accessibilityUrl === null ? null : (
        <Fact label={card.accessibility}>
          <OutsideLink address={venue.accessibilityUrl}>{card.accessibilityLink}</OutsideLink>
        </Fact>
      )}
      <Fact label={card.source}>
        {venue.sources
          .map(({ source, updatedOn }) =>
            [source, updatedOn === null ? null : format.day(updatedOn)].filter(Boolean).join(', '),
          )
          .filter(Boolean)
          .join(' ; ') || common.unknown}
      </Fact>
    </dl>
  );
}

function Fact(props: { readonly label: string; readonly children: ReactNode }) {
  const { venues } = useMessages();
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.children ?? <span className="quiet">{venues.card.unknown}</span>}</dd>
    </div>
  );
}

/** A number as it is dialled; a press dials it where the machine can. */
export function PhoneLink({ phone }: { readonly phone: string }) {
  const format = useFormat();
  return (
    <a className="num nowrap" href={`tel:${phone}`}>
      {format.phone(phone)}
    </a>
  );
}

function OutsideLink(props: { readonly address: string; readonly children: string }) {
  if (!/^https?:\/\//.test(props.address)) return <span>{props.address} </span>;
  return (
    <a href={props.address} target="_blank" rel="noreferrer">
      {props.children}
    </a>
  );
}

function Hours({ text }: { readonly text: string }) {
  const { venues } = useMessages();
  const format = useFormat();
  const hours = describeHours(text);
  if (!hours.understood) return <span className="warn">{venues.hours.toCheck(hours.text)}</span>;
  if (hours.week.length === 0) return <span className="warn">{venues.hours.closed}</span>;
  return (
    <ul>
      {hours.week.map((day) => (
        <li key={day.days.join()}>{dayLine(day, { venues, format })}</li>
      ))}
      {hours.openOnHolidays === null ? <li className="quiet">{venues.hours.holidays}</li> : null}
    </ul>
  );
}
