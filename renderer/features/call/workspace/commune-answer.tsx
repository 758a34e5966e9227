import { useState } from 'react';
import type { Step } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { lastValue } from '../../../search/use-answer.ts';
import { useCommune, useCommuneSearch } from '../../../search/use-places.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { AnswerBesideField } from './answers.tsx';

const shownCommunes = 12;

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
  const communes = useCommuneSearch(text, shownCommunes);
  const options = (lastValue(communes) ?? []).map(({ code, name, postcodes, departement }) => ({
    id: code,
    label: name,
    hint: postcodes[0] ?? departement,
  }));
  return (
    <div className="ask-field">
      <ComboBox
        label={words.ask.commune}
        help={communes.state === 'loading' ? words.ask.communeLoading : words.ask.communeHelp}
        options={options}
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
