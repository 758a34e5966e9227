import {
  Checkbox as AriaCheckbox,
  RadioGroup as AriaRadioGroup,
  Radio,
} from 'react-aria-components';
import { ariaProps, FieldBody, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import type { Option } from './select.tsx';
import type { Combination } from './shortcut-registry.ts';
import { useShortcut } from './shortcuts.tsx';

/** A choice that a key may make. */
type KeyedOption<Id extends string> = Option<Id> & { readonly shortcut?: Combination };

export function Checkbox(props: {
  readonly children: string;
  readonly hint?: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
}) {
  return (
    <AriaCheckbox
      className="check"
      isSelected={props.isSelected}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
    >
      <span className="check-box">
        <Icon name="check" />
      </span>
      <span>
        {props.children}
        {props.hint === undefined ? null : <small>{props.hint}</small>}
      </span>
    </AriaCheckbox>
  );
}

export function RadioGroup<Id extends string>(
  props: FieldProps & {
    readonly options: readonly KeyedOption<Id>[];
    readonly value: Id | null;
    readonly onChange: (value: Id) => void;
    readonly inRow?: boolean;
  },
) {
  return (
    <AriaRadioGroup
      {...ariaProps(props)}
      value={props.value}
      onChange={(value) => {
        const chosen = props.options.find((option) => option.id === value);
        if (chosen !== undefined) props.onChange(chosen.id);
      }}
    >
      <FieldBody field={props}>
        <div className={props.inRow === true ? 'radio-options-row' : 'radio-options'}>
          {props.options.map((option) => (
            <RadioOption
              key={option.id}
              option={option}
              onShortcut={() => props.onChange(option.id)}
            />
          ))}
        </div>
      </FieldBody>
    </AriaRadioGroup>
  );
}

function RadioOption(props: {
  readonly option: KeyedOption<string>;
  readonly onShortcut: () => void;
}) {
  const { id, label, hint, shortcut } = props.option;
  useShortcut(shortcut, label, props.onShortcut);
  return (
    <Radio value={id} className="radio">
      <span className="radio-dot" />
      <span>
        {label}
        {hint === undefined ? null : <small>{hint}</small>}
      </span>
      {shortcut === undefined ? null : <Kbd combination={shortcut} />}
    </Radio>
  );
}
