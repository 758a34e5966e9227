import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { Service, Venue } from '#src/venues';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useShortcut } from '../ui/shortcuts.tsx';
import { useHoursView } from './use-hours-view.ts';
import { VenueWeek } from './venue-week.tsx';
import { addressLine, feesText, recordAge, sentence } from './venue-words.ts';
import './venue-card.css';

/** For whom the sheet of a venue is printed: from where they come, and for what. */
export type SheetFor = { readonly communeCode: string | null; readonly service: Service | null };

/** Everything that a venue's record says, its doubts and its age first. What it does not say is said to be unknown. */
export function VenueFacts(props: { readonly venue: Venue; readonly sheetFor?: SheetFor }) {
  const { venues } = useMessages();
  const format = useFormat();
  const { venue } = props;
  const { card, filters } = venues;
  /** Names of choices, as they stand inside a sentence. */
  const inside = (words: readonly string[]) =>
    words.map((word, place) => (place === 0 ? word : word.toLocaleLowerCase(format.locale)));
  const listed = (words: readonly string[]) =>
    words.length === 0 ? null : sentence(format.list(words));
  return (
    <div className="venue-card">
      <VenueAlerts venue={venue} />
      {props.sheetFor === undefined ? null : <SheetLink venue={venue} sheetFor={props.sheetFor} />}
      <dl className="venue-facts">
        <Fact label={card.address}>{addressLine(venue)}</Fact>
        <Fact label={card.phone}>
          {venue.phone === null ? null : <PhoneLink phone={venue.phone} />}
        </Fact>
        <Fact label={card.hours}>
          <VenueWeek venue={venue} />
        </Fact>
        <Fact label={card.fees}>
          {venue.fees.length === 0 ? null : sentence(feesText(venue.fees, { venues, format }))}
        </Fact>
        <Fact label={card.access}>
          {listed(venue.accessModes.map((mode) => venues.accessModes[mode]))}
        </Fact>
        <Fact label={card.support}>
          {listed(venue.supportModes.map((mode) => venues.supportModes[mode]))}
        </Fact>
        <Fact label={card.services}>
          {listed(venue.services.map((service) => venues.serviceNames[service]))}
        </Fact>
        <ListFact
          label={card.publics}
          words={inside(venue.publics.map((value) => filters.publics[value]))}
        />
        <ListFact
          label={card.care}
          words={inside(venue.specialCare.map((care) => filters.specialCare[care]))}
        />
        <ListFact label={card.programmes} words={venue.programmes} />
        <ListFact label={card.labels} words={[...venue.labels, ...venue.otherLabels]} />
        <Contacts venue={venue} />
        {venue.parentStructure === null ? null : (
          <Fact label={card.parent}>{venue.parentStructure}</Fact>
        )}
        {venue.summary === null ? null : <Fact label={card.summary}>{venue.summary}</Fact>}
        <Fact label={card.source}>
          <Sources venue={venue} />
        </Fact>
      </dl>
    </div>
  );
}

/** What to know before anything is promised: what is doubtful, and how old the record is. */
function VenueAlerts({ venue }: { readonly venue: Venue }) {
  const { venues } = useMessages();
  const format = useFormat();
  const { now } = useHoursView();
  const { card, reasons, record } = venues;
  const age = recordAge(venue.updatedOn, now, { venues, format });
  const alerts = [
    venue.withdrawnOn === null ? null : reasons.withdrawn(format.shortDay(venue.withdrawnOn)),
    ...venue.doubts.map((doubt) => venues.doubts[doubt]),
    venue.accessModes.includes('no-public') ? reasons.receivesNobody : null,
    venue.itinerant === true ? card.itinerant : null,
    age === null
      ? record.undated
      : age.isStale
        ? card.updatedStale(age.text, venue.phone !== null)
        : null,
  ].filter((alert) => alert !== null);
  return (
    <>
      {alerts.length === 0 ? null : (
        <ul className="venue-alerts">
          {alerts.map((alert) => (
            <li key={alert}>
              <Icon name="alert" />
              {alert}
            </li>
          ))}
        </ul>
      )}
      {age === null || age.isStale ? null : <p className="small quiet">{card.updated(age.text)}</p>}
    </>
  );
}

/** The way to the sheet that is printed for the person, on the key I. */
export function SheetLink(props: {
  readonly venue: Venue;
  readonly sheetFor: SheetFor;
  readonly variant?: 'plain' | 'quiet';
}) {
  const { venues } = useMessages();
  const [, navigate] = useLocation();
  const { communeCode, service } = props.sheetFor;
  const asked = new URLSearchParams({
    ...(communeCode === null ? {} : { de: communeCode }),
    ...(service === null ? {} : { aide: service }),
  }).toString();
  const path = `/lieux/${encodeURIComponent(props.venue.id)}/fiche`;
  const href = asked === '' ? path : `${path}?${asked}`;
  useShortcut('I', venues.sheet.open, () => navigate(href));
  return (
    <Link className={`button button-${props.variant ?? 'plain'}`} href={href}>
      <Icon name="print" />
      {venues.sheet.open}
      <Kbd combination="I" />
    </Link>
  );
}

function Contacts({ venue }: { readonly venue: Venue }) {
  const { card } = useMessages().venues;
  return (
    <>
      {venue.bookingUrl === null ? null : (
        <Fact label={card.booking}>
          <OutsideLink address={venue.bookingUrl}>{card.bookingLink}</OutsideLink>
        </Fact>
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
      {venue.accessibilityUrl === null ? null : (
        <Fact label={card.accessibility}>
          <OutsideLink address={venue.accessibilityUrl}>{card.accessibilityLink}</OutsideLink>
        </Fact>
      )}
    </>
  );
}

/** Every producer that lists the place, with the day on which each last touched its record. */
function Sources({ venue }: { readonly venue: Venue }) {
  const { common } = useMessages();
  const format = useFormat();
  return (
    <ul>
      {venue.sources.map(({ id, source, updatedOn }) => (
        <li key={id}>
          {[source ?? common.unknown, updatedOn === null ? null : format.shortDay(updatedOn)]
            .filter(Boolean)
            .join(', ')}
        </li>
      ))}
    </ul>
  );
}

/** Shown only where the record says something: most say nothing of it. */
function ListFact(props: { readonly label: string; readonly words: readonly string[] }) {
  const format = useFormat();
  if (props.words.length === 0) return null;
  return <Fact label={props.label}>{format.list(props.words)}</Fact>;
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
