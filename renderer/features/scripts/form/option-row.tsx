import { useState } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { orNone } from '../edited/edited-script.ts';
import { retargeted } from '../edited/exits.ts';
import { changedOption, movedOption, unknownOption, withoutOption } from '../edited/options.ts';
import { useWorkshop } from '../workshop-context.ts';
import type { OptionProps } from './node-props.ts';
import { OptionDetails } from './option-details.tsx';
import { Place } from './place.tsx';
import { StepPicker } from './step-picker.tsx';

/** An answer: its key, its words, where it leads, and the rest behind a button. */
export function OptionRow(props: OptionProps & { readonly digit: string }) {
  const { form } = useMessages().scripts;
  const { editNode, addStep } = useWorkshop();
  const { id, node, option, index } = props;
  const [isOpen, setOpen] = useState(false);
  const path = ['options', index, 'next'] as const;
  const place = `/nodes/${id}/options/${index}`;
  const lead = (next: string | undefined) =>
    editNode(id, (before) => retargeted(before, path, next), `options/${index}/next`);
  const name = option.label ?? form.answer(index + 1);
  return (
    <li className="option-row">
      <span className="option-key" aria-hidden="true">
        {props.digit}
      </span>
      <Place at={`${place}/label`} className="option-label">
        <TextField
          label={form.answer(index + 1)}
          value={option.label ?? ''}
          maxLength={80}
          onChange={(typed) =>
            editNode(
              id,
              (before) => changedOption(before, index, { label: orNone(typed) }),
              `options/${index}/label`,
            )
          }
        />
      </Place>
      <Place at={`${place}/next`} className="option-next">
        <StepPicker
          label={`${name}, ${form.leadsTo}`}
          value={option.next}
          by={option.label}
          leads
          {...(node.type === 'choices' && option.id !== unknownOption
            ? { none: { label: form.leadsWithOthers, onChoose: () => lead(undefined) } }
            : {})}
          onChoose={lead}
          onNew={() => addStep({ node: id, path })}
        />
      </Place>
      <OptionMenu {...props} name={name} onDetails={() => setOpen(!isOpen)} />
      {isOpen ? <OptionDetails {...props} /> : <OptionNote {...props} />}
    </li>
  );
}

/** What the closed details would say. */
function OptionNote({ option }: OptionProps) {
  const { shipped } = useWorkshop();
  const card = shipped.cards.find(({ id }) => id === option.card)?.title ?? option.card;
  const notes = [option.hint, card].filter((note) => note !== undefined);
  if (notes.length === 0) return null;
  return <p className="option-note small quiet">{notes.join(' · ')}</p>;
}

function OptionMenu(
  props: OptionProps & { readonly name: string; readonly onDetails: () => void },
) {
  const { form } = useMessages().scripts;
  const { editNode } = useWorkshop();
  const { id, option, index } = props;
  const move = (by: -1 | 1) =>
    editNode(id, (before) => movedOption(before, index, by), `options/${option.id}/move`);
  const moves = [
    { id: 'up', label: form.moveUp, icon: 'up', run: () => move(-1) },
    { id: 'down', label: form.moveDown, icon: 'down', run: () => move(1) },
  ] as const;
  return (
    <Menu
      label={form.moreOfAnswer(props.name)}
      items={[
        { id: 'details', label: form.details, icon: 'edit', run: props.onDetails },
        ...(option.id === unknownOption ? [] : moves),
        {
          id: 'remove',
          label: form.removeAnswer,
          icon: 'close',
          isApart: true,
          run: () => editNode(id, (before) => withoutOption(before, index), 'options'),
        },
      ]}
    >
      <IconButton icon="more" label={form.moreOfAnswer(props.name)} />
    </Menu>
  );
}
