import { useId } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';

/** A date and a time of the desk's own clock. */
export function TimeField(props: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}) {
  const { call: words } = useMessages();
  const id = useId();
  const noteId = useId();
  return (
    <div className="field" data-invalid={props.error === undefined ? undefined : true}>
      <label className="field-label" htmlFor={id}>
        {words.open.time}
      </label>
      <input
        id={id}
        className="input"
        type="datetime-local"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        aria-invalid={props.error !== undefined}
        aria-describedby={noteId}
      />
      <span id={noteId} className={props.error === undefined ? 'field-help' : 'field-error'}>
        {props.error ?? words.open.timeHelp}
      </span>
    </div>
  );
}
