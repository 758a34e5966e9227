import type { Widening } from '#src/routing';
import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';

const mostSteps = 10;
const usualGapS = 30;
const longestS = 3600;

/** RO-13: by which steps advisers of other territories are asked too. */
export function WideningField(props: {
  readonly value: readonly Widening[];
  readonly ownTerritory: string;
  readonly error: string | undefined;
  readonly onChange: (steps: readonly Widening[]) => void;
}) {
  const { lines } = useMessages();
  const { value, onChange } = props;
  const add = () => {
    const afterS = Math.min((value.at(-1)?.afterS ?? 0) + usualGapS, longestS);
    onChange([...value, { afterS, territories: 'all' }]);
  };
  return (
    <fieldset className="widening-field">
      <legend className="field-label">{lines.widening}</legend>
      <p className="field-help">{value.length === 0 ? lines.noWidening : lines.wideningHelp}</p>
      {value.map((step, index) => (
        <Step
          // biome-ignore lint/suspicious/noArrayIndexKey: the first step stays the first
          key={index}
          number={index + 1}
          step={step}
          ownTerritory={props.ownTerritory}
          onChange={(changed) => onChange(value.with(index, changed))}
        />
      ))}
      {props.error === undefined ? null : (
        <p className="field-error" role="alert">
          {props.error}
        </p>
      )}
      <div className="actions">
        {value.length === 0 ? null : (
          <Button variant="quiet" icon="minus" onPress={() => onChange(value.slice(0, -1))}>
            {lines.removeStep}
          </Button>
        )}
        {value.length === mostSteps ? null : (
          <Button variant="quiet" icon="plus" onPress={add}>
            {lines.addStep}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function Step(props: {
  readonly number: number;
  readonly step: Widening;
  readonly ownTerritory: string;
  readonly onChange: (step: Widening) => void;
}) {
  const { lines } = useMessages();
  const { session } = useDesk();
  const { step, onChange } = props;
  const others = session.territories.filter(({ id }) => id !== props.ownTerritory);
  const chosen = step.territories === 'all' ? [] : step.territories;
  return (
    <div className="widening-step">
      <NumberField
        label={lines.step(props.number)}
        unit={lines.seconds}
        value={step.afterS}
        min={0}
        max={longestS}
        step={5}
        onChange={(afterS) => onChange({ ...step, afterS })}
      />
      <Select
        label={lines.asks}
        options={[
          { id: 'all', label: lines.everybody },
          ...(others.length === 0 ? [] : [{ id: 'some', label: lines.some }]),
        ]}
        value={step.territories === 'all' ? 'all' : 'some'}
        onChange={(id) => onChange({ ...step, territories: id === 'all' ? 'all' : [] })}
      />
      {step.territories === 'all'
        ? null
        : others.map(({ id, name }) => (
            <Checkbox
              key={id}
              isSelected={chosen.includes(id)}
              onChange={(isSelected) =>
                onChange({
                  ...step,
                  territories: isSelected
                    ? [...chosen, id]
                    : chosen.filter((other) => other !== id),
                })
              }
            >
              {name}
            </Checkbox>
          ))}
    </div>
  );
}
