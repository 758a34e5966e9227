import type { DistanceModel } from '#src/distance';
import { type Fact, facts, valuesOf } from '#src/script';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type EditedOption, orNone } from '../edited/edited-script.ts';
import { useWorkshop } from '../workshop-context.ts';
import type { NodeProps } from './node-props.ts';
import { Place } from './place.tsx';

const none = '-';

/** Which facts a question of this type may give. */
const factsOf: Readonly<Record<string, readonly Fact[]>> = {
  choice: ['consent', 'beneficiary', 'service', 'theme', 'resolution'],
  choices: ['obstacles', 'wishes'],
  commune: ['commune'],
};

/** What the question's answer says of the call. */
export function FactField({ id, node }: NodeProps) {
  const { form } = useMessages().scripts;
  const { editNode } = useWorkshop();
  const known = factsOf[node.type] ?? [];
  if (known.length === 0) return null;
  return (
    <Place at={`/nodes/${id}/fact`}>
      <Select
        label={form.fact}
        options={[
          { id: none, label: form.noFact },
          ...known.map((fact) => ({ id: fact, label: form.facts[fact] ?? fact })),
        ]}
        value={node.fact ?? none}
        onChange={(chosen) =>
          editNode(
            id,
            (before) => ({ ...before, fact: chosen === none ? undefined : chosen }),
            'fact',
          )
        }
      />
    </Place>
  );
}

/** The value that an answer gives to its question's fact. */
export function FactValueField(props: {
  readonly fact: string;
  readonly option: EditedOption;
  readonly place: string;
  readonly onChange: (value: string | undefined) => void;
}) {
  const messages = useMessages();
  const { form } = messages.scripts;
  const { shipped } = useWorkshop();
  const { option, onChange } = props;
  const fact = factNamed(props.fact);
  const values = fact === undefined ? null : valuesOf(fact, shipped.models);
  if (fact === undefined || fact === 'commune') return null;
  return (
    <Place at={`${props.place}/value`}>
      {values === null ? (
        <TextField
          label={form.value}
          isOptional
          value={option.value ?? ''}
          placeholder={option.label ?? ''}
          onChange={(typed) => onChange(orNone(typed))}
        />
      ) : (
        <Select
          label={form.value}
          options={values.map((value) => ({
            id: value,
            label: valueName(fact, value, messages, shipped.models),
          }))}
          value={option.value ?? values.find((value) => value === option.id) ?? null}
          onChange={onChange}
        />
      )}
    </Place>
  );
}

export function factNamed(name: string | undefined): Fact | undefined {
  return facts.find((fact) => fact === name);
}

/** A fact's value as the other screens say it. */
export function valueName(
  fact: Fact,
  value: string,
  messages: Messages,
  models: readonly DistanceModel[],
): string {
  const obstacles = models.flatMap((model) => model.obstacles);
  const names: Readonly<Record<string, string>> = {
    ...(fact === 'wishes' ? messages.referrals.wishes : messages.scripts.form.values),
    ...(fact === 'obstacles'
      ? Object.fromEntries(obstacles.map(({ id, label }) => [id, label]))
      : {}),
  };
  return names[value] ?? value;
}
