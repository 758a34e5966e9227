import { type RankingWeights, shippedWeights } from '#src/venues';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { sameWeights, weightNames } from './settings-draft.ts';

/** The bounds that the hub takes, and a step that people can tell apart. */
const bounds = { min: 0, max: 200, step: 0.1 };

/** What each shortcoming of a venue weighs, in kilometres. */
export function WeightsPanel(props: {
  readonly weights: RankingWeights;
  readonly onChange: (weights: RankingWeights) => void;
}) {
  const { installation } = useMessages().settings;
  const format = useFormat();
  const { weights, onChange } = props;
  const kilometres = (km: number) => `${format.number(km)}\u00a0${installation.kilometres}`;
  const isShipped = sameWeights(weights, shippedWeights);
  return (
    <Panel title={installation.weights}>
      <p className="quiet settings-lead">{installation.weightsLead}</p>
      <div className="weights">
        {weightNames.map((name) => (
          <NumberField
            key={name}
            label={installation.weightNames[name].label}
            help={[
              installation.weightNames[name].help,
              ...(weights[name] === shippedWeights[name]
                ? []
                : [installation.shipped(kilometres(shippedWeights[name]))]),
            ].join(' ')}
            value={weights[name]}
            unit={installation.kilometres}
            {...bounds}
            onChange={(km) => onChange({ ...weights, [name]: km })}
          />
        ))}
      </div>
      <div className="actions">
        <Button icon="back" isDisabled={isShipped} onPress={() => onChange(shippedWeights)}>
          {installation.reset}
        </Button>
      </div>
    </Panel>
  );
}
