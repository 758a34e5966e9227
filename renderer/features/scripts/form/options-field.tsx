import { useState } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { EditedOption } from '../edited/edited-script.ts';
import { asks, unknownOption, withOption, withUnknown } from '../edited/options.ts';
import { useWorkshop } from '../workshop-context.ts';
import type { NodeProps } from './node-props.ts';
import { OptionRow } from './option-row.tsx';
import { Place } from './place.tsx';

/** The answers of a question, each with its key and where it leads. */
export function OptionsField({ id, node }: NodeProps) {
  const { scripts } = useMessages();
  const { form, firstWords } = scripts;
  const { editNode } = useWorkshop();
  const options = node.options ?? [];
  const lacksUnknown = asks(node) && !options.some((option) => option.id === unknownOption);
  return (
    <Place at={`/nodes/${id}/options`}>
      <fieldset className="options-field">
        <legend className="field-label">{form.answers}</legend>
        <ol>
          {keyed(options).map(({ option, index, digit }) => (
            <OptionRow
              key={option.id}
              id={id}
              node={node}
              option={option}
              index={index}
              digit={digit}
            />
          ))}
        </ol>
        {['choice', 'choices', 'orientation'].includes(node.type) ? (
          <AddAnswer
            onAdd={(label) => editNode(id, (before) => withOption(before, label), 'options')}
          />
        ) : null}
        {lacksUnknown ? (
          <Button
            icon="plus"
            onPress={() =>
              editNode(id, (before) => withUnknown(before, firstWords.unknown), 'options')
            }
          >
            {form.addUnknown}
          </Button>
        ) : null}
      </fieldset>
    </Place>
  );
}

/** The answers with the keys that choose them: 1 to 9 in their order, 0 for "ne sait pas". */
function keyed(options: readonly EditedOption[]) {
  let count = 0;
  return options.map((option, index) => {
    if (option.id === unknownOption) return { option, index, digit: '0' };
    count += 1;
    return { option, index, digit: count > 9 ? '' : String(count) };
  });
}

/** Answers typed one after the other. */
function AddAnswer({ onAdd }: { readonly onAdd: (label: string) => void }) {
  const { form } = useMessages().scripts;
  const [typed, setTyped] = useState('');
  return (
    <form
      className="add-answer"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === '') return;
        onAdd(typed.trim());
        setTyped('');
      }}
    >
      <TextField
        label={form.addAnswer}
        placeholder={form.addAnswerHelp}
        value={typed}
        maxLength={80}
        onChange={setTyped}
      />
    </form>
  );
}
