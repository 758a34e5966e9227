import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';

/** What stands under the question: the way back, the cards, the ways out. */
export function StepTools(props: {
  /** `null` where there is no card, or where the script shows it by itself. */
  readonly isCardOpen: boolean | null;
  readonly onCard: () => void;
  readonly onFindCard: () => void;
  /** `null` at the first question. */
  readonly onPrevious: (() => void) | null;
  readonly onExits: () => void;
}) {
  const { call: words } = useMessages();
  const { isCardOpen, onPrevious } = props;
  return (
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
        {isCardOpen === null ? null : (
          <Button variant="quiet" icon="card" shortcut="Alt+S" onPress={props.onCard}>
            {isCardOpen ? words.card.hide : words.card.show}
          </Button>
        )}
        <Button variant="quiet" icon="search" shortcut="/" onPress={props.onFindCard}>
          {words.card.find}
        </Button>
        <Button variant="quiet" icon="exit" shortcut="Alt+X" onPress={props.onExits}>
          {words.ask.exits}
        </Button>
      </span>
    </fieldset>
  );
}
