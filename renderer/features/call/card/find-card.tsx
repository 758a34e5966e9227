import { useMemo, useState } from 'react';
import { type SolutionCard, solutionCardSearch } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

/** As many as are read at a glance. */
const mostShown = 6;

/** Finds a card by what the person says is wrong, in her own words. */
export function FindCard(props: {
  readonly cards: readonly SolutionCard[];
  readonly onChoose: (card: string) => void;
  readonly onClose: () => void;
}) {
  const { call: words } = useMessages();
  const { cards } = props;
  const search = useMemo(() => solutionCardSearch(cards), [cards]);
  const [said, setSaid] = useState('');
  const options = search(said, mostShown).map(({ id, title, theme }) => ({
    id,
    label: title,
    hint: theme,
  }));
  return (
    <Dialog title={words.card.find} onClose={props.onClose}>
      <ComboBox
        label={words.card.said}
        help={words.card.findHelp(cards.length)}
        options={options}
        isCurrent
        typed={said}
        onType={setSaid}
        onChoose={props.onChoose}
        autoFocus
      />
    </Dialog>
  );
}
