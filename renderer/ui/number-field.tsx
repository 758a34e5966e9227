import { NumberField as AriaNumberField, Button, Group, Input } from 'react-aria-components';
import { ariaProps, FieldBody, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';

/** A number, typed or stepped with the arrow keys. What is outside the bounds is brought to them. */
export function NumberField(
  props: FieldProps & {
    readonly value: number;
    readonly onChange: (value: number) => void;
    readonly min: number;
    readonly max: number;
    readonly step: number;
    /** What is counted, after the number. */
    readonly unit?: string;
  },
) {
  const { value, onChange, min, max, step, unit } = props;
  return (
    <AriaNumberField
      {...ariaProps(props)}
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={(next) => onChange(Number.isNaN(next) ? min : next)}
    >
      <FieldBody field={props}>
        <Group className="input-row number-field">
          <Button slot="decrement" className="button button-quiet button-icon">
            <Icon name="minus" />
          </Button>
          <Input className="input" />
          {unit === undefined ? null : <span className="quiet">{unit}</span>}
          <Button slot="increment" className="button button-quiet button-icon">
            <Icon name="plus" />
          </Button>
        </Group>
      </FieldBody>
    </AriaNumberField>
  );
}
