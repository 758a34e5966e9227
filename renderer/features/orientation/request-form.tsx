import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFocusOnProblem } from './use-focus-on-problem.ts';

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
  const free = wishes.findIndex((wish) => wish.trim() === '');
  const set = (position: number, text: string) => {
    const [first, second, third] = wishes.map((wish, index) => (index === position ? text : wish));
    props.onChange([first ?? '', second ?? '', third ?? '']);
  };
  return (
    <fieldset className="request" ref={fields}>
      <legend>{request.title}</legend>
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
          onChange={(text) => set(index, text)}
        />
      ))}
      <Suggestions
        taken={wishes}
        isDisabled={free === -1}
        onChoose={(suggestion) => set(free, suggestion)}
      />
      <p className="small quiet">{request.willBe}</p>
    </fieldset>
  );
}

const weekdays = [1, 2, 3, 4, 5] as const;

function Suggestions(props: {
  readonly taken: Wishes;
  readonly isDisabled: boolean;
  readonly onChoose: (suggestion: string) => void;
}) {
  const { orientation } = useMessages();
  const format = useFormat();
  const { request } = orientation;
  const all = [
    ...weekdays.map((weekday) => request.morning(format.weekday(weekday))),
    ...weekdays.map((weekday) => request.afternoon(format.weekday(weekday))),
    request.anyTime,
  ];
  return (
    <fieldset className="suggestions">
      <legend className="visually-hidden">{request.suggestions}</legend>
      {all
        .filter((suggestion) => !props.taken.includes(suggestion))
        .map((suggestion) => (
          <Button
            key={suggestion}
            isDisabled={props.isDisabled}
            onPress={() => props.onChoose(suggestion)}
          >
            {suggestion}
          </Button>
        ))}
    </fieldset>
  );
}
