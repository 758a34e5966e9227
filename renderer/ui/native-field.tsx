import { useId } from 'react';

/** A day or a time, chosen as the browser has it. */
export function NativeField(props: {
  readonly label: string;
  readonly help: string;
  readonly error: string | undefined;
  readonly type: 'date' | 'time' | 'datetime-local';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string;
  readonly autoFocus?: boolean;
}) {
  const id = useId();
  const noteId = useId();
  return (
    <div className="field" data-invalid={props.error === undefined ? undefined : true}>
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        className="input"
        type={props.type}
        min={props.min}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        aria-invalid={props.error !== undefined}
        aria-describedby={noteId}
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened for this field.
        autoFocus={props.autoFocus}
      />
      <span id={noteId} className={props.error === undefined ? 'field-help' : 'field-error'}>
        {props.error ?? props.help}
      </span>
    </div>
  );
}
