import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import './field.css';

/** What every field says about itself. `error` also marks it as wrong. */
export type FieldProps = {
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  /** Says beside the label that it may stay empty. */
  readonly isOptional?: boolean;
  readonly isDisabled?: boolean;
  readonly name?: string;
};

/** The props that every field hands to React Aria. */
export function ariaProps(props: FieldProps) {
  return {
    className: 'field',
    isInvalid: props.error !== undefined,
    isRequired: props.isRequired ?? false,
    isDisabled: props.isDisabled ?? false,
    validationBehavior: 'aria' as const,
    ...(props.name === undefined ? {} : { name: props.name }),
  };
}

/** Label above, help below, and the error in its place once there is one. */
export function FieldBody(props: { readonly field: FieldProps; readonly children: ReactNode }) {
  const { common } = useMessages();
  const { label, help, error, isOptional } = props.field;
  return (
    <>
      <Label className="field-label">
        {label}
        {isOptional === true ? <span className="quiet small"> {common.optional}</span> : null}
      </Label>
      {props.children}
      {help === undefined || error !== undefined ? null : (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </>
  );
}
