import { type FormEvent, useState } from 'react';
import { readTyped, type Step } from '#src/script';
import { useMessages } from '../i18n/messages.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { AnswerBesideField } from './answers.tsx';

const longestText = 500;

/** An answer in the adviser's own words, or a number or a date, typed as one writes it. */
export function TextAnswer(props: {
  readonly step: Step;
  readonly before: string | null;
  readonly onAnswer: (value: string) => void;
}) {
  const { call } = useMessages();
  const { kind, options, limits } = props.step;
  const wasOption = options.some(({ id }) => id === props.before);
  const [text, setText] = useState(wasOption ? '' : (props.before ?? ''));
  const [isRefused, setRefused] = useState(false);
  const refusal = kind === 'text' ? call.ask.writeFirst : call.ask.outOfLimits;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const answer = readTyped(props.step, text);
    setRefused(answer === null);
    if (answer !== null) props.onAnswer(answer);
  };
  return (
    <form className="ask-field" onSubmit={submit}>
      <TextField
        label={limits?.unit ?? call.ask.answer}
        value={text}
        onChange={setText}
        maxLength={longestText}
        help={kind === 'date' ? call.ask.dateHelp : undefined}
        error={isRefused ? refusal : undefined}
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
