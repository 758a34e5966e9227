import { useMemo, useState } from 'react';
import { foldText } from '#src/kernel';
import type { Venue, VenueIndex } from '#src/venues';
import { useMessages } from '../../i18n/messages.tsx';
import { useVenues } from '../../storage/reference.ts';
import { valueIn } from '../../storage/sets.ts';
import { ComboBox } from '../../ui/combo-box.tsx';

const optionsShown = 20;

/** The venue where a mediator works, found by words of its name and of its commune's. */
export function VenueField(props: {
  readonly value: string | null;
  readonly error?: string | undefined;
  readonly onChange: (venueId: string | null) => void;
}) {
  const { settings } = useMessages();
  const index = valueIn(useVenues());
  const [typed, setTyped] = useState('');
  const keyed = useMemo(() => (index === null ? [] : venuesByKey(index)), [index]);
  const found = useMemo(() => matching(keyed, typed), [keyed, typed]);

  return (
    <ComboBox
      label={settings.venue}
      help={settings.venueHelp}
      error={props.error}
      typed={typed}
      onType={(text) => {
        setTyped(text);
        props.onChange(null);
      }}
      options={found.map(({ id, name, commune }) => ({ id, label: name, hint: commune }))}
      onChoose={(id) => {
        const chosen = found.find((venue) => venue.id === id);
        if (chosen === undefined) return;
        setTyped(`${chosen.name}, ${chosen.commune}`);
        props.onChange(id);
      }}
    />
  );
}

type KeyedVenue = { readonly venue: Venue; readonly key: string };

function venuesByKey({ byId }: VenueIndex): readonly KeyedVenue[] {
  return [...byId.values()].map((venue) => ({
    venue,
    key: foldText(`${venue.name} ${venue.commune}`),
  }));
}

function matching(venues: readonly KeyedVenue[], typed: string): readonly Venue[] {
  const words = foldText(typed).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  return venues
    .filter(({ key }) => words.every((word) => key.includes(word)))
    .slice(0, optionsShown)
    .map(({ venue }) => venue);
}
