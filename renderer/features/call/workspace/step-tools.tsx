import { useState } from 'react';
import type { SolutionCard } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { SolutionCardPanel } from '../card/solution-card-panel.tsx';

/** What stands under the question: the way back, the card, the ways out. The card opens by itself where the script asks about it. */
export function StepTools(props: {
  readonly card: SolutionCard | undefined;
  readonly isCardAsked: boolean;
  /** Absent at the first question. */
  readonly onPrevious: (() => void) | null;
  readonly onExits: () => void;
}) {
  const { call: words } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const { card, isCardAsked, onPrevious } = props;
  return (
    <>
      {card !== undefined && (isCardAsked || isOpen) ? <SolutionCardPanel card={card} /> : null}
      <fieldset className="call-exits" aria-label={words.ask.otherPaths}>
        <Button
          variant="quiet"
          icon="back"
          shortcut="Backspace"
          isDisabled={onPrevious === null}
          onPress={() => onPrevious?.()}
        >
          {words.ask.previous}
        </Button>
        <span className="end">
          {card === undefined || isCardAsked ? null : (
            <Button variant="quiet" icon="card" shortcut="Alt+S" onPress={() => setOpen(!isOpen)}>
              {isOpen ? words.card.hide : words.card.show}
            </Button>
          )}
          <Button variant="quiet" icon="exit" shortcut="Alt+X" onPress={props.onExits}>
            {words.ask.exits}
          </Button>
        </span>
      </fieldset>
    </>
  );
}
