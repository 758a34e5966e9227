import type { TerritoryView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { Checkbox } from '../../ui/choice.tsx';

/** The territories that somebody works for. */
export function TerritoriesField(props: {
  readonly territories: readonly TerritoryView[];
  readonly value: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const { settings } = useMessages();
  const { value, onChange } = props;
  return (
    <fieldset className="settings-territories">
      <legend className="field-label">{settings.territories}</legend>
      {props.territories.map(({ id, name }) => (
        <Checkbox
          key={id}
          isSelected={value.includes(id)}
          onChange={(isSelected) =>
            onChange(isSelected ? [...value, id] : value.filter((other) => other !== id))
          }
        >
          {name}
        </Checkbox>
      ))}
      {props.error === undefined ? null : (
        <p className="field-error" role="alert">
          {props.error}
        </p>
      )}
    </fieldset>
  );
}
