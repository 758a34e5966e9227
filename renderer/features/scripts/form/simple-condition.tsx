import { levels } from '#src/distance';
import { facts, valuesOf } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { EditedCondition, NodeType } from '../edited/edited-script.ts';
import { useWorkshop } from '../workshop-context.ts';
import { factNamed, valueName } from './fact-fields.tsx';
import { readDate, readNumber, writtenDate, writtenNumber } from './limits.ts';
import { Place } from './place.tsx';
import { StepPicker } from './step-picker.tsx';

type FieldsProps = {
  readonly condition: EditedCondition;
  readonly place: string;
  readonly onChange: (condition: EditedCondition) => void;
};

/** What a condition that holds no other asks: of which question, and for what. */
export function SimpleFields(props: FieldsProps) {
  switch (props.condition.predicate) {
    case 'is':
      return <IsFields {...props} />;
    case 'in':
      return <InFields {...props} />;
    case 'count':
      return <CountFields {...props} />;
    case 'level':
      return <LevelFields {...props} />;
    case 'compare':
      return <CompareFields {...props} />;
    case 'fact':
      return <FactFields {...props} />;
    default:
      return null;
  }
}

const choosing: readonly NodeType[] = ['choice', 'choices', 'orientation'];
const asking: readonly NodeType[] = [...choosing, 'text', 'number', 'date', 'commune'];

function QuestionField(props: FieldsProps & { readonly types: readonly NodeType[] }) {
  const { form } = useMessages().scripts;
  const { script } = useWorkshop();
  const { condition, place, types, onChange } = props;
  return (
    <Place at={`${place}/question`} className="condition-question">
      <span>{form.ofQuestion}</span>
      <StepPicker
        label={form.question}
        value={condition.question}
        placeholder={form.chooseQuestion}
        ids={Object.keys(script.nodes).filter((id) => {
          const type = script.nodes[id]?.type;
          return type !== undefined && types.includes(type);
        })}
        onChoose={(question) => onChange({ predicate: condition.predicate, question })}
      />
    </Place>
  );
}

function useOptions(question: string | undefined) {
  const { script } = useWorkshop();
  const node = question === undefined ? undefined : script.nodes[question];
  return (node?.options ?? []).map(({ id, label }) => ({ id, label: label ?? id }));
}

function IsFields(props: FieldsProps) {
  const { form } = useMessages().scripts;
  const { condition, place, onChange } = props;
  const options = useOptions(condition.question);
  return (
    <>
      <Place at={`${place}/option`}>
        <Select
          label={form.answers}
          options={options}
          value={condition.option ?? null}
          placeholder={form.chooseValue}
          onChange={(option) => onChange({ ...condition, option })}
        />
      </Place>
      <QuestionField {...props} types={asking} />
    </>
  );
}

function InFields(props: FieldsProps) {
  const { condition, place, onChange } = props;
  const options = useOptions(condition.question);
  const chosen = condition.options ?? [];
  return (
    <>
      <QuestionField {...props} types={asking} />
      <Place at={`${place}/options`} className="condition-checks">
        {options.map(({ id, label }) => (
          <Checkbox
            key={id}
            isSelected={chosen.includes(id)}
            onChange={(isChosen) =>
              onChange({
                ...condition,
                options: isChosen ? [...chosen, id] : chosen.filter((other) => other !== id),
              })
            }
          >
            {label}
          </Checkbox>
        ))}
      </Place>
    </>
  );
}

function CountFields(props: FieldsProps) {
  const { form } = useMessages().scripts;
  const { condition, place, onChange } = props;
  return (
    <>
      <Place at={`${place}/atLeast`}>
        <NumberField
          label={form.predicates.count}
          value={condition.atLeast ?? 1}
          min={1}
          max={9}
          step={1}
          onChange={(atLeast) => onChange({ ...condition, atLeast })}
        />
      </Place>
      <QuestionField
        {...props}
        types={['choices']}
        onChange={(next) => onChange({ ...next, atLeast: condition.atLeast ?? 1 })}
      />
    </>
  );
}

function LevelFields({ condition, place, onChange }: FieldsProps) {
  const { scripts, common } = useMessages();
  const { form } = scripts;
  const { script } = useWorkshop();
  const chosen = condition.levels ?? [];
  return (
    <>
      <Place at={`${place}/levels`} className="condition-checks">
        {levels.map((level) => (
          <Checkbox
            key={level}
            isSelected={chosen.includes(level)}
            onChange={(isChosen) =>
              onChange({
                ...condition,
                levels: levels.filter((other) =>
                  other === level ? isChosen : chosen.includes(other),
                ),
              })
            }
          >
            {`${level} ${common.levelNames[level]}`}
          </Checkbox>
        ))}
      </Place>
      <Place at={`${place}/score`} className="condition-question">
        <span>{form.ofQuestion}</span>
        <StepPicker
          label={form.score}
          value={condition.score}
          placeholder={form.chooseValue}
          ids={Object.keys(script.nodes).filter((id) => script.nodes[id]?.type === 'score')}
          onChoose={(score) => onChange({ ...condition, score })}
        />
      </Place>
    </>
  );
}

const comparisons = ['lt', 'lte', 'eq', 'gte', 'gt'] as const;

function CompareFields(props: FieldsProps) {
  const { form } = useMessages().scripts;
  const { script } = useWorkshop();
  const { condition, place, onChange } = props;
  const isDate = script.nodes[condition.question ?? '']?.type === 'date';
  const { value } = condition;
  return (
    <>
      <Place at={`${place}/op`}>
        <Select
          label={form.condition}
          options={comparisons.map((op) => ({ id: op, label: form.comparisons[op] }))}
          value={comparisons.find((op) => op === condition.op) ?? null}
          placeholder={form.chooseValue}
          onChange={(op) => onChange({ ...condition, op })}
        />
      </Place>
      <Place at={`${place}/value`}>
        <TextField
          key={condition.question ?? ''}
          label={form.value}
          placeholder={isDate ? form.dateHelp : '0'}
          value={isDate ? writtenDate(value) : writtenNumber(value)}
          onChange={(typed) =>
            onChange({
              ...condition,
              value: (isDate ? readDate(typed) : readNumber(typed)) ?? (typed || undefined),
            })
          }
        />
      </Place>
      <QuestionField
        {...props}
        types={['number', 'date']}
        onChange={({ question }) => onChange({ ...condition, question })}
      />
    </>
  );
}

function FactFields({ condition, place, onChange }: FieldsProps) {
  const messages = useMessages();
  const { form } = messages.scripts;
  const { shipped } = useWorkshop();
  const fact = factNamed(condition.fact);
  const values = fact === undefined ? null : valuesOf(fact, shipped.models);
  const value = condition.value === undefined ? null : String(condition.value);
  return (
    <>
      <Place at={`${place}/fact`}>
        <Select
          label={form.fact}
          options={facts.map((id) => ({ id, label: form.facts[id] ?? id }))}
          value={fact ?? null}
          placeholder={form.chooseValue}
          onChange={(chosen) => onChange({ predicate: 'fact', fact: chosen })}
        />
      </Place>
      <span>{form.factIs}</span>
      <Place at={`${place}/value`}>
        {fact === undefined || values === null ? (
          <TextField
            label={form.value}
            value={value ?? ''}
            onChange={(typed) => onChange({ ...condition, value: typed || undefined })}
          />
        ) : (
          <Select
            label={form.value}
            options={values.map((id) => ({
              id,
              label: valueName(fact, id, messages, shipped.models),
            }))}
            value={value}
            placeholder={form.chooseValue}
            onChange={(chosen) => onChange({ ...condition, value: chosen })}
          />
        )}
      </Place>
    </>
  );
}
