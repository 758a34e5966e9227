import { isWorkshop, type MeetingPlace } from '#src/booking';
import { useMessages } from '../../i18n/messages.tsx';
import { Select } from '../../ui/select.tsx';
import type { OrientationDraft } from './draft.ts';
import type { KindChoice } from './offers.ts';
import type { Offers } from './use-offers.ts';

/** Nobody in particular, among the accounts of mediators. */
const anyone = 'anyone';

/** What for, where, and with whom. What leaves no choice is said with the times. */
export function KindFields(props: {
  readonly offers: Offers;
  readonly isDisabled: boolean;
  readonly onChange: (change: Partial<OrientationDraft>) => void;
}) {
  const { orientation } = useMessages();
  const { kinds } = orientation;
  const { choices, choice, place, mediators, mediator } = props.offers;
  if (choices.length === 1 && choice.where.length === 1 && mediators.length === 0) return null;
  const places = choice.where.map((id) => ({ id, label: kinds.places[id] }));
  return (
    <div className="kind-fields">
      {choices.length === 1 ? null : (
        <Select
          label={kinds.what}
          options={choices.map((one) => ({ id: one.key, label: kindText(one, kinds) }))}
          value={choice.key}
          isDisabled={props.isDisabled}
          onChange={(kind) => props.onChange({ kind })}
        />
      )}
      {places.length === 1 ? null : (
        <Select<MeetingPlace>
          label={kinds.where}
          options={places}
          value={place}
          isDisabled={props.isDisabled}
          onChange={(where) => props.onChange({ where })}
        />
      )}
      {mediators.length === 0 ? null : (
        <Select
          label={kinds.withWhom}
          options={[
            { id: anyone, label: kinds.anyone },
            ...mediators.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={mediator?.id ?? anyone}
          isDisabled={props.isDisabled}
          onChange={(id) => props.onChange({ mediatorId: id === anyone ? null : id })}
        />
      )}
    </div>
  );
}

/** A kind as it is told: its name, how long, and whether others come too. */
export function kindText(
  { kind }: KindChoice,
  words: ReturnType<typeof useMessages>['orientation']['kinds'],
): string {
  const { name, minutes } = kind;
  return isWorkshop(kind)
    ? words.workshop(name, words.duration(minutes))
    : words.alone(name, words.duration(minutes));
}
