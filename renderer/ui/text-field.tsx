import { type ReactNode, useState } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField, Input } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { IconButton } from './button.tsx';
import { ariaProps, FieldBody, type FieldProps } from './field.tsx';

type TextProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  /** To select and copy. */
  readonly isReadOnly?: boolean;
};

export function TextField(
  props: TextProps & {
    readonly type?: 'text' | 'tel' | 'email' | 'search';
    readonly inputMode?: 'text' | 'tel' | 'email' | 'numeric' | 'search';
    /** What stands at the right of the input. */
    readonly after?: ReactNode;
  },
) {
  return (
    <AriaTextField
      {...ariaProps(props)}
      {...textProps(props)}
      type={props.type ?? 'text'}
      {...(props.inputMode === undefined ? {} : { inputMode: props.inputMode })}
    >
      <FieldBody field={props}>
        <div className="input-row">
          <Input className="input" placeholder={props.placeholder ?? ''} />
          {props.after}
        </div>
      </FieldBody>
    </AriaTextField>
  );
}

/** A password, which its owner can look at: long ones are mistyped. */
export function PasswordField(props: TextProps) {
  const { ui } = useMessages();
  const [isShown, setShown] = useState(false);
  return (
    <AriaTextField {...ariaProps(props)} {...textProps(props)} type={isShown ? 'text' : 'password'}>
      <FieldBody field={props}>
        <div className="input-row">
          <Input className="input" spellCheck="false" autoCapitalize="off" />
          <IconButton
            icon={isShown ? 'eye-off' : 'eye'}
            label={isShown ? ui.hide : ui.showPassword}
            onPress={() => setShown(!isShown)}
          />
        </div>
      </FieldBody>
    </AriaTextField>
  );
}

export function TextArea(props: TextProps & { readonly rows?: number }) {
  return (
    <AriaTextField {...ariaProps(props)} {...textProps(props)}>
      <FieldBody field={props}>
        <AriaTextArea
          className="input"
          rows={props.rows ?? 3}
          placeholder={props.placeholder ?? ''}
        />
      </FieldBody>
    </AriaTextField>
  );
}

function textProps(props: TextProps) {
  return {
    value: props.value,
    onChange: props.onChange,
    autoComplete: props.autoComplete ?? 'off',
    autoFocus: props.autoFocus ?? false,
    isReadOnly: props.isReadOnly ?? false,
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
  };
}
