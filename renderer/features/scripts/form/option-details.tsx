import { useMessages } from '../../../i18n/messages.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { orNone } from '../edited/edited-script.ts';
import { changedOption, unknownOption } from '../edited/options.ts';
import { useWorkshop } from '../workshop-context.ts';
import { FactValueField } from './fact-fields.tsx';
import type { OptionProps } from './node-props.ts';
import { Place } from './place.tsx';
import { PickerButton, SearchMenu } from './step-picker.tsx';

const noCard = '-';

/** What an answer may have beside its words: a detail, a solution card, what it says of the call. */
export function OptionDetails(props: OptionProps) {
  const { form } = useMessages().scripts;
  const { shipped, editNode } = useWorkshop();
  const { id, node, option, index } = props;
  const place = `/nodes/${id}/options/${index}`;
  const change = (part: Parameters<typeof changedOption>[2], name: string) =>
    editNode(id, (before) => changedOption(before, index, part), `options/${index}/${name}`);
  const card = shipped.cards.find((candidate) => candidate.id === option.card);
  const isUnknown = option.id === unknownOption;
  return (
    <div className="option-details">
      <Place at={`${place}/hint`}>
        <TextField
          label={form.hint}
          isOptional
          value={option.hint ?? ''}
          maxLength={80}
          onChange={(typed) => change({ hint: orNone(typed) }, 'hint')}
        />
      </Place>
      {node.fact === undefined || isUnknown ? null : (
        <FactValueField
          fact={node.fact}
          option={option}
          place={place}
          onChange={(value) => change({ value }, 'value')}
        />
      )}
      {isUnknown || node.type === 'choices' ? null : (
        <Place at={`${place}/card`} className="field">
          <span className="field-label">{form.card}</span>
          <PickerButton
            label={form.card}
            name={card?.title ?? option.card ?? form.noCard}
            isMissing={option.card !== undefined && card === undefined}
          >
            {(close) => (
              <SearchMenu
                label={form.card}
                findLabel={form.findCard}
                items={[
                  { id: noCard, label: form.noCard },
                  ...shipped.cards.map((each) => ({
                    id: each.id,
                    label: each.title,
                    hint: each.theme,
                  })),
                ]}
                onChoose={(chosen) => {
                  close();
                  change({ card: chosen === noCard ? undefined : chosen }, 'card');
                }}
              />
            )}
          </PickerButton>
        </Place>
      )}
      {node.type === 'choices' && !isUnknown ? (
        <Checkbox
          isSelected={option.exclusive ?? false}
          onChange={(exclusive) => change({ exclusive: exclusive ? true : undefined }, 'exclusive')}
        >
          {form.exclusive}
        </Checkbox>
      ) : null}
    </div>
  );
}
