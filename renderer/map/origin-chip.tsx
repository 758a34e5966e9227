import { useState } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import type { Origin } from '../search/desk-filters.ts';
import { useCommuneOptions } from '../search/use-commune-options.ts';
import { useCommuneName } from '../search/use-places.ts';
import { ComboBox } from '../ui/combo-box.tsx';

/** From where: a commune that is typed, or the point of the map that was chosen. */
export function OriginChip(props: {
  readonly origin: Origin | null;
  readonly onChange: (origin: Origin) => void;
}) {
  const { venues, search } = useMessages();
  const { origin } = props;
  const name = useCommuneName(origin?.kind === 'commune' ? origin.code : null);
  const chosen = origin?.kind === 'point' ? origin.label : (name ?? '');
  /** What was typed since this origin was chosen. */
  const [typing, setTyping] = useState<{ readonly since: string; readonly text: string } | null>(
    null,
  );
  const [choices, setChoices] = useState(0);
  const since = JSON.stringify(origin);
  const typed = typing?.since === since ? typing.text : null;
  const { options, isCurrent, nameOf } = useCommuneOptions(typed ?? chosen);
  return (
    <>
      <span aria-hidden="true">
        {origin?.kind === 'point' ? search.ofPoint : venues.sentence.of}
      </span>
      <ComboBox
        // Another one for each choice: a text that changes by itself would open its list again.
        key={`${since} ${choices}`}
        autoFocus={typed !== null}
        label={venues.sentence.commune}
        shortcut="C"
        placeholder={venues.sentence.communePlaceholder}
        options={options}
        isCurrent={isCurrent}
        typed={typed ?? chosen}
        onType={(text) => setTyping({ since, text })}
        onChoose={(code) => {
          const next = { kind: 'commune', code } as const;
          setTyping({ since: JSON.stringify(next), text: nameOf(code) ?? '' });
          setChoices(choices + 1);
          props.onChange(next);
        }}
      />
    </>
  );
}
