import { type Wish, wishes } from '#src/venues';
import { useMessages } from '../i18n/messages.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import './venue-sentence.css';

/** What is wished for: each is taken away with one press, others come from a menu. */
export function WishChips(props: {
  readonly chosen: readonly Wish[];
  /** Offered first: nobody said them, the call's answers suggest them. */
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
  return (
    <>
      {chosen.map((wish) => (
        <span key={wish} className="wish-chip sentence-chip">
          <Button
            onPress={() => onChange(chosen.filter((other) => other !== wish))}
            description={venues.sentence.removeWish(venues.wishes[wish])}
          >
            {venues.wishes[wish]}
          </Button>
          <Icon name="close" />
        </span>
      ))}
      <span className="wish-add">
        <Menu
          label={venues.sentence.addWishLabel}
          placement="bottom start"
          items={offered.map((wish) => ({
            id: wish,
            label: venues.wishes[wish],
            ...(suggested.includes(wish) ? { hint: search.suggested } : {}),
            run: () => onChange([...chosen, wish]),
          }))}
        >
          <Button icon="plus">{venues.sentence.addWish}</Button>
        </Menu>
      </span>
    </>
  );
}
