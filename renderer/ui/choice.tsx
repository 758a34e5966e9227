import {
  Checkbox as AriaCheckbox,
  RadioGroup as AriaRadioGroup,
  Radio,
} from 'react-aria-components';
import { ariaProps, FieldBody, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';
import type { Option } from './select.tsx';

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
    readonly options: readonly Option<Id>[];
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
            <Radio key={option.id} value={option.id} className="radio">
              <span className="radio-dot" />
              <span>
                {option.label}
                {option.hint === undefined ? null : <small>{option.hint}</small>}
              </span>
            </Radio>
          ))}
        </div>
      </FieldBody>
    </AriaRadioGroup>
  );
}
