import { useState } from 'react';
import type { Step } from '#src/script';
import { useMessages } from '../i18n/messages.tsx';
import { useCommuneOptions } from '../search/use-commune-options.ts';
import { useCommune } from '../search/use-places.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { AnswerBesideField } from './answers.tsx';

/** A commune, found by its name or postcode among those kept on this desk. */
export function CommuneAnswer(props: {
  readonly step: Step;
  readonly before: string | null;
  readonly onAnswer: (value: string) => void;
}) {
  const { call: words } = useMessages();
  const before = useCommune(props.before);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? before?.name ?? '';
  const { options, isLoading, isCurrent } = useCommuneOptions(text);
  return (
    <div className="ask-field">
      <ComboBox
        label={words.ask.commune}
        help={isLoading ? words.ask.communeLoading : words.ask.communeHelp}
        options={options}
        isCurrent={isCurrent}
        typed={text}
        onType={setTyped}
        onChoose={props.onAnswer}
        autoFocus
      />
      {props.step.options.map((option) => (
        <AnswerBesideField
          key={option.id}
          option={option}
          isBefore={option.id === props.before}
          onPress={() => props.onAnswer(option.id)}
        />
      ))}
    </div>
  );
}
