import { useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { useVenuesNamed } from '../../search/use-places.ts';
import { ComboBox } from '../../ui/combo-box.tsx';

const optionsShown = 20;

/** The venue where a mediator works, found by words of its name and of its commune's. */
export function VenueField(props: {
  readonly value: string | null;
  readonly error?: string | undefined;
  readonly onChange: (venueId: string | null) => void;
}) {
  const { settings } = useMessages();
  const [typed, setTyped] = useState('');
  const found = useVenuesNamed(typed, optionsShown);

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
