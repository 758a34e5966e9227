import { type FormEvent, useState } from 'react';
import type { Step } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { AnswerBesideField } from './answers.tsx';

const longestText = 500;

/** An answer in the adviser's own words. */
export function TextAnswer(props: {
  readonly step: Step;
  readonly before: string | null;
  readonly onAnswer: (value: string) => void;
}) {
  const { call } = useMessages();
  const { options } = props.step;
  const wasOption = options.some(({ id }) => id === props.before);
  const [text, setText] = useState(wasOption ? '' : (props.before ?? ''));
  const [isEmpty, setEmpty] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const answer = text.trim();
    setEmpty(answer === '');
    if (answer !== '') props.onAnswer(answer);
  };
  return (
    <form className="ask-field" onSubmit={submit}>
      <TextField
        label={call.ask.answer}
        value={text}
        onChange={setText}
        maxLength={longestText}
        error={isEmpty ? call.ask.writeFirst : undefined}
        autoFocus
      />
      <div className="actions">
        <Button variant="primary" size="call" type="submit">
          {call.ask.validate}
        </Button>
      </div>
      {options.map((option) => (
        <AnswerBesideField
          key={option.id}
          option={option}
          isBefore={option.id === props.before}
          onPress={() => props.onAnswer(option.id)}
        />
      ))}
    </form>
  );
}
