import { useMessages } from '../../../i18n/messages.tsx';
import { NativeField } from '../../../ui/native-field.tsx';

/** A date and a time of the desk's own clock. */
export function TimeField(props: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}) {
  const { call: words } = useMessages();
  return (
    <NativeField
      {...props}
      label={words.open.time}
      help={words.open.timeHelp}
      type="datetime-local"
    />
  );
}
