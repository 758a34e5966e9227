import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { ComboBox as AriaComboBox, Button, Input, ListBox, Popover } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { ariaProps, FieldBody, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';
import { type Option, optionItem } from './select.tsx';
import type { Combination } from './shortcut-registry.ts';
import { useShortcut } from './shortcuts.tsx';

/**
 * One of many, found by typing. The caller searches: it is told what is typed and gives the
 * options that fit, so that accents, postcodes and ranking stay the business of who knows the data.
 */
export function ComboBox<Id extends string>(
  props: FieldProps & {
    readonly options: readonly Option<Id>[];
    readonly typed: string;
    readonly onType: (typed: string) => void;
    readonly onChoose: (chosen: Id) => void;
    readonly placeholder?: string;
    readonly autoFocus?: boolean;
    /** Goes to it, what is written there selected. */
    readonly shortcut?: Combination;
    /** Whether the options answer what is typed. Where it is given, Enter takes the first of them as soon as they do. */
    readonly isCurrent?: boolean;
  },
) {
  const { ui } = useMessages();
  const onEnter = useFirstOnEnter(props);
  const input = useRef<HTMLInputElement>(null);
  useShortcut(props.shortcut, props.label, () => {
    input.current?.focus();
    input.current?.select();
  });
  return (
    <AriaComboBox
      {...ariaProps(props)}
      items={props.options}
      inputValue={props.typed}
      onInputChange={props.onType}
      value={null}
      onChange={(key) => {
        const chosen = props.options.find((option) => option.id === key);
        if (chosen !== undefined) props.onChoose(chosen.id);
      }}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
      autoFocus={props.autoFocus ?? false}
    >
      <FieldBody field={props}>
        <div className="input-row">
          <Input
            ref={input}
            className="input"
            placeholder={props.placeholder ?? ''}
            onKeyDownCapture={onEnter}
          />
          <Button className="button button-quiet button-icon">
            <Icon name="down" />
          </Button>
        </div>
        <Popover className="popover">
          <ListBox
            items={props.options}
            renderEmptyState={() => <p className="list-empty">{ui.noChoice}</p>}
          >
            {optionItem}
          </ListBox>
        </Popover>
      </FieldBody>
    </AriaComboBox>
  );
}

/**
 * Whoever types a name and presses Enter means the first that it brings, although the options may come
 * a moment later. An option that the arrows went to is the list's own.
 */
function useFirstOnEnter<Id extends string>(props: {
  readonly options: readonly Option<Id>[];
  readonly typed: string;
  readonly onChoose: (chosen: Id) => void;
  readonly isCurrent?: boolean;
}) {
  const { options, typed, isCurrent } = props;
  const [entered, setEntered] = useState<string | null>(null);
  const takeFirst = useEffectEvent(() => {
    setEntered(null);
    const first = options[0];
    if (first !== undefined) props.onChoose(first.id);
  });
  const isDue = entered === typed && isCurrent === true;
  useEffect(() => {
    if (isDue) takeFirst();
  }, [isDue]);
  return (event: KeyboardEvent<HTMLInputElement>) => {
    const { currentTarget, key } = event;
    const isOpen = currentTarget.getAttribute('aria-expanded') === 'true';
    if (isCurrent === undefined || key !== 'Enter' || !isOpen || typed.trim() === '') return;
    if (currentTarget.hasAttribute('aria-activedescendant')) return;
    event.preventDefault();
    event.stopPropagation();
    setEntered(typed);
  };
}
