import { type Wish, wishes } from '#src/venues';
import { useMessages } from '../i18n/messages.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import './venue-sentence.css';

/** What is wished for: each is taken away with one press, others come from a menu. */
export function WishChips(props: {
  readonly chosen: readonly Wish[];
  /** Nobody said them, the call's answers suggest them: they stand apart, and are offered first. */
  readonly suggested?: readonly Wish[];
  readonly onChange: (chosen: readonly Wish[]) => void;
}) {
  const { chosen, suggested = [], onChange } = props;
  const { venues, search } = useMessages();
  const others = wishes.filter((wish) => !chosen.includes(wish));
  const offered = [
    ...others.filter((wish) => suggested.includes(wish)),
    ...others.filter((wish) => !suggested.includes(wish)),
  ];
  const fromCall = chosen.filter((wish) => suggested.includes(wish));
  const remove = (wish: Wish) => onChange(chosen.filter((other) => other !== wish));
  return (
    <>
      {chosen
        .filter((wish) => !suggested.includes(wish))
        .map((wish) => (
          <WishChip
            key={wish}
            name={venues.wishes[wish]}
            hint={venues.sentence.removeWish(venues.wishes[wish])}
            onRemove={() => remove(wish)}
          />
        ))}
      {fromCall.length === 0 ? null : (
        <span className="wish-call">
          <span aria-hidden="true">{search.fromCall}</span>
          {fromCall.map((wish) => (
            <WishChip
              key={wish}
              name={venues.wishes[wish]}
              hint={search.removeFromCall(venues.wishes[wish])}
              onRemove={() => remove(wish)}
            />
          ))}
        </span>
      )}
      <span className="wish-add">
        <Menu
          label={venues.sentence.addWishLabel}
          placement="bottom start"
          shortcut="A"
          items={offered.map((wish) => ({
            id: wish,
            label: venues.wishes[wish],
            ...(suggested.includes(wish) ? { hint: search.suggested } : {}),
            run: () => onChange([...chosen, wish]),
          }))}
        >
          <Button icon="plus" shortcut="A">
            {venues.sentence.addWish}
          </Button>
        </Menu>
      </span>
    </>
  );
}

function WishChip(props: {
  readonly name: string;
  readonly hint: string;
  readonly onRemove: () => void;
}) {
  return (
    <span className="wish-chip sentence-chip">
      <Button onPress={props.onRemove} description={props.hint}>
        {props.name}
      </Button>
      <Icon name="close" />
    </span>
  );
}
