import { useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { type Commune, distanceKm } from '#src/geography';
import { type Service, services, type Venue } from '#src/venues';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { AskedState } from '../../map/asked-state.tsx';
import { useAnswer } from '../../search/use-answer.ts';
import { useCommune, useSettings } from '../../search/use-places.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { PrintButton, PrintPage } from '../../ui/print-page.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { VenueSheetPaper } from './venue-sheet-paper.tsx';
import { plainSheet, writeSheet } from './venue-sheet-words.ts';
import './venue-sheet.css';

/** Six lines of an address, as the post reads them. */
const longestRecipient = 240;
const anyNeed = 'any';

/** /lieux/:venueId/fiche?de=INSEE&aide=SERVICE: the sheet of a venue, for the person who goes there. */
export function VenueSheetPage() {
  const { venueId = '' } = useParams();
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const { venues } = useMessages();
  const found = useAnswer('venue', decodeURIComponent(venueId));
  const from = useCommune(search.get('de'));
  const asked = services.find((service) => service === search.get('aide')) ?? null;
  return (
    <AskedState asked={found}>
      {(venue) =>
        venue === null ? (
          <EmptyState
            isPage
            title={venues.sheet.unknown.title}
            action={<Button onPress={() => navigate('/lieux')}>{venues.sheet.unknown.list}</Button>}
          >
            {venues.sheet.unknown.next}
          </EmptyState>
        ) : (
          <VenueSheetDesk key={venue.id} venue={venue} from={from} asked={asked} />
        )
      }
    </AskedState>
  );
}

function VenueSheetDesk(props: {
  readonly venue: Venue;
  readonly from: Commune | null;
  readonly asked: Service | null;
}) {
  const { venue, from } = props;
  const { venues } = useMessages();
  const format = useFormat();
  const { sheet } = venues;
  const [need, setNeed] = useState(firstNeed(venue, props.asked));
  const [recipient, setRecipient] = useState('');
  const words = { venues, format };
  const { disputedHolidays } = useSettings();
  const text = writeSheet(
    {
      venue,
      need,
      from: comingFrom(venue, from),
      today: Temporal.Now.plainDateISO().toString(),
      disputed: disputedHolidays,
    },
    words,
  );
  const copy = () =>
    navigator.clipboard.writeText(plainSheet(text, words)).then(
      () => announce(sheet.copied),
      () => announce(sheet.notCopied),
    );
  return (
    <PrintPage
      title={sheet.title}
      preview={sheet.preview}
      tools={
        <>
          <Select
            label={sheet.need}
            help={sheet.needHelp}
            options={[
              { id: anyNeed, label: sheet.anyNeed },
              ...venue.services.map((service) => ({ id: service, label: sheet.doing[service] })),
            ]}
            value={need ?? anyNeed}
            onChange={(chosen) =>
              setNeed(venue.services.find((service) => service === chosen) ?? null)
            }
          />
          <TextArea
            label={sheet.recipient}
            help={sheet.recipientHelp}
            isOptional
            rows={5}
            maxLength={longestRecipient}
            value={recipient}
            onChange={setRecipient}
          />
          <div className="actions">
            <PrintButton />
            <Button size="call" icon="copy" onPress={() => void copy()}>
              {sheet.copy}
            </Button>
          </div>
        </>
      }
    >
      <VenueSheetPaper text={text} recipient={recipient} />
    </PrintPage>
  );
}

/** What was asked for where the venue offers it; else what nearly everybody calls for. */
function firstNeed(venue: Venue, asked: Service | null): Service | null {
  const { services: offered } = venue;
  return (
    offered.find((service) => service === asked) ??
    offered.find((service) => service === 'Aide aux démarches administratives') ??
    offered[0] ??
    null
  );
}

function comingFrom({ position }: Venue, from: Commune | null) {
  if (position === null || from === null || from.position === null) return null;
  return { commune: from.name, km: distanceKm(from.position, position) };
}
