import { memo, useCallback, useState } from 'react';
import { Button as AriaButton, ToggleButton as AriaToggleButton } from 'react-aria-components';
import type { Option, Step } from '#src/script';
import { useMessages } from '../i18n/messages.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useShortcut } from '../ui/shortcuts.tsx';
import { toggleOption } from './several-answers.ts';

/** More than six answers stand in two columns, so that they are seen without scrolling. */
const inOneColumn = 6;

function listClass(count: number): string {
  return count > inOneColumn ? 'answers answers-two' : 'answers';
}

/** One answer of several: a press chooses it and goes on. */
export function OneAnswer(props: {
  readonly step: Step;
  readonly before: string | null;
  readonly onAnswer: (option: string) => void;
}) {
  const { call } = useMessages();
  const { options } = props.step;
  return (
    <ol className={listClass(options.length)} aria-label={call.ask.answers}>
      {options.map((option) => (
        <li key={option.id}>
          <AnswerButton
            option={option}
            shortcut={`Digit${option.key}`}
            isBefore={option.id === props.before}
            onPress={() => props.onAnswer(option.id)}
          />
        </li>
      ))}
    </ol>
  );
}

/** An answer of its own beside a field: its digit needs Alt, since the field takes digits. */
export function AnswerBesideField(props: {
  readonly option: Option;
  readonly isBefore: boolean;
  readonly onPress: () => void;
}) {
  return <AnswerButton {...props} shortcut={`Alt+Digit${props.option.key}`} />;
}

function AnswerButton(props: {
  readonly option: Option;
  readonly shortcut: string;
  /** It is what was answered before. */
  readonly isBefore: boolean;
  readonly onPress: () => void;
}) {
  const { call } = useMessages();
  const { option, shortcut } = props;
  useShortcut(shortcut, option.label, props.onPress);
  const classes = [
    'answer',
    option.key === '0' ? 'answer-unknown' : '',
    props.isBefore ? 'answer-before' : '',
  ];
  return (
    <AriaButton className={classes.filter(Boolean).join(' ')} onPress={() => props.onPress()}>
      <Kbd combination={shortcut} />
      {option.label}
      {option.hint === null ? null : <small>{option.hint}</small>}
      {props.isBefore ? (
        <>
          <Icon name="check" />
          <span className="visually-hidden">{call.ask.before}</span>
        </>
      ) : null}
    </AriaButton>
  );
}

/** Several answers: digits choose, Enter goes on. */
export function SeveralAnswers(props: {
  readonly step: Step;
  readonly before: readonly string[];
  readonly onAnswer: (options: readonly string[]) => void;
}) {
  const { call } = useMessages();
  const { options } = props.step;
  const [chosen, setChosen] = useState(props.before);
  const toggle = useCallback(
    (option: Option) => setChosen((now) => toggleOption(options, now, option)),
    [options],
  );
  return (
    <>
      <ol className={listClass(options.length)} aria-label={call.ask.answers}>
        {options.map((option) => (
          <li key={option.id}>
            <AnswerToggle option={option} isChosen={chosen.includes(option.id)} onToggle={toggle} />
          </li>
        ))}
      </ol>
      <div className="ask-foot">
        <Button
          variant="primary"
          size="call"
          shortcut="Enter"
          isDisabled={chosen.length === 0}
          onPress={() => props.onAnswer(chosen)}
        >
          {call.ask.validate}
        </Button>
        <span className="small quiet">{call.ask.several}</span>
      </div>
    </>
  );
}

/** Drawn again only where it is chosen or not any more: a key that chooses one of many is often followed at once by Enter. */
const AnswerToggle = memo(function AnswerToggle(props: {
  readonly option: Option;
  readonly isChosen: boolean;
  readonly onToggle: (option: Option) => void;
}) {
  const { option } = props;
  const shortcut = `Digit${option.key}`;
  const toggle = () => props.onToggle(option);
  useShortcut(shortcut, option.label, toggle);
  return (
    <AriaToggleButton
      className={option.key === '0' ? 'answer answer-unknown' : 'answer'}
      isSelected={props.isChosen}
      onChange={toggle}
    >
      <Kbd combination={shortcut} />
      {option.label}
      {option.hint === null ? null : <small>{option.hint}</small>}
      {props.isChosen ? <Icon name="check" /> : null}
    </AriaToggleButton>
  );
});
