import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { ToggleButton } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFocusOnProblem } from '../../ui/use-focus-on-problem.ts';

/** Three times wished, in the order of the wish. */
export type Wishes = [string, string, string];

/** What was written, without the empty lines. */
export function writtenWishes(wishes: Wishes): readonly string[] {
  return wishes.map((wish) => wish.trim()).filter((wish) => wish !== '');
}

/** Times wished in words, for a venue that confirms them itself. */
export function RequestForm(props: {
  readonly wishes: Wishes;
  /** `isMissing`: a request was tried without any wish. A new object each time that it is tried. */
  readonly problem: { readonly isMissing: boolean };
  readonly onChange: (wishes: Wishes) => void;
}) {
  const { orientation } = useMessages();
  const { request } = orientation;
  const { wishes } = props;
  const fields = useFocusOnProblem(props.problem);
  const isMissing = props.problem.isMissing && writtenWishes(wishes).length === 0;
  const change = ([first = '', second = '', third = '']: readonly string[]) =>
    props.onChange([first, second, third]);
  useShortcut('H', request.go, () => fields.current?.querySelector('input')?.focus());
  return (
    <fieldset className="request" ref={fields}>
      <legend>
        {request.title} <Kbd combination="H" />
      </legend>
      <p className="small quiet">{request.help}</p>
      {wishes.map((wish, index) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: the three lines never move.
          key={index}
          label={request.wish(index + 1)}
          value={wish}
          maxLength={200}
          placeholder={index === 0 ? request.placeholder : ''}
          error={isMissing && index === 0 ? request.missing : undefined}
          onChange={(text) => change(wishes.with(index, text))}
        />
      ))}
      <Suggestions wishes={wishes} onChange={change} />
      <p className="small quiet">{request.willBe}</p>
    </fieldset>
  );
}

const weekdays = [1, 2, 3, 4, 5] as const;

/** Each is put at the first empty line, and taken back where it stands: the focus stays on it. */
function Suggestions(props: {
  readonly wishes: Wishes;
  readonly onChange: (wishes: readonly string[]) => void;
}) {
  const { orientation } = useMessages();
  const format = useFormat();
  const { request } = orientation;
  const { wishes } = props;
  const free = wishes.findIndex((wish) => wish.trim() === '');
  const all = [
    ...weekdays.map((weekday) => request.morning(format.weekday(weekday))),
    ...weekdays.map((weekday) => request.afternoon(format.weekday(weekday))),
    request.anyTime,
  ];
  return (
    <fieldset className="suggestions">
      <legend className="visually-hidden">{request.suggestions}</legend>
      {all.map((suggestion) => {
        const at = wishes.indexOf(suggestion);
        return (
          <ToggleButton
            key={suggestion}
            isSelected={at !== -1}
            isDisabled={at === -1 && free === -1}
            onChange={(isWished) =>
              props.onChange(isWished ? wishes.with(free, suggestion) : wishes.toSpliced(at, 1))
            }
          >
            {suggestion}
          </ToggleButton>
        );
      })}
    </fieldset>
  );
}
