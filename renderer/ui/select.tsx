import { useState } from 'react';
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { ariaProps, FieldBody, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';
import type { Combination } from './shortcut-registry.ts';
import { useShortcut } from './shortcuts.tsx';

export type Option<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  /** A second, quieter word: a postcode, a count. */
  readonly hint?: string;
};

/** One of a few. For more than about ten, `ComboBox`. */
export function Select<Id extends string>(
  props: FieldProps & {
    readonly options: readonly Option<Id>[];
    readonly value: Id | null;
    readonly onChange: (value: Id) => void;
    readonly placeholder?: string;
    /** Opens it. */
    readonly shortcut?: Combination;
  },
) {
  const { ui } = useMessages();
  const [isOpen, setOpen] = useState(false);
  useShortcut(props.shortcut, props.label, () => setOpen(true));
  return (
    <AriaSelect
      {...ariaProps(props)}
      isOpen={isOpen}
      onOpenChange={setOpen}
      value={props.value}
      onChange={(key) => {
        const chosen = props.options.find((option) => option.id === key);
        if (chosen !== undefined) props.onChange(chosen.id);
      }}
      placeholder={props.placeholder ?? ui.choose}
    >
      <FieldBody field={props}>
        <Button className="input select-button">
          <SelectValue />
          <Icon name="down" />
        </Button>
        <Popover className="popover">
          <ListBox items={props.options}>{optionItem}</ListBox>
        </Popover>
      </FieldBody>
    </AriaSelect>
  );
}

export function optionItem(option: Option<string>) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className="list-option">
      {option.label}
      {option.hint === undefined ? null : <small>{option.hint}</small>}
    </ListBoxItem>
  );
}
