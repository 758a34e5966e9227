import { useMessages } from '../../../i18n/messages.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Select } from '../../../ui/select.tsx';
import { type EditedCondition, type Predicate, predicates } from '../edited/edited-script.ts';
import { Place } from './place.tsx';
import { SimpleFields } from './simple-condition.tsx';

type ConditionProps = {
  readonly condition: EditedCondition;
  /** JSON pointer to it. */
  readonly place: string;
  readonly onChange: (condition: EditedCondition) => void;
  /** Of a condition in a group. */
  readonly onRemove?: () => void;
};

/** A condition as a sentence with fields in it; those that hold others are groups of sentences. */
export function ConditionField(props: ConditionProps) {
  const { condition } = props;
  return (
    <Place at={props.place} className="condition">
      {condition.of === undefined ? <SimpleCondition {...props} /> : <Group {...props} />}
    </Place>
  );
}

const simple = predicates.filter((name) => !['not', 'all', 'any'].includes(name));

function SimpleCondition(props: ConditionProps) {
  const { form } = useMessages().scripts;
  const { condition, onChange } = props;
  return (
    <div className="sentence condition-line">
      <Select
        label={form.condition}
        options={simple.map((predicate) => ({ id: predicate, label: form.predicates[predicate] }))}
        value={condition.predicate}
        onChange={(predicate) => onChange(asPredicate(condition, predicate))}
      />
      <SimpleFields {...props} />
      <ConditionMenu {...props} />
    </div>
  );
}

/** What the new predicate can keep of the old. */
function asPredicate({ question }: EditedCondition, predicate: Predicate): EditedCondition {
  if (predicate === 'level') return { predicate, levels: [] };
  if (predicate === 'fact') return { predicate };
  if (predicate === 'count') return { predicate, question, atLeast: 2 };
  return { predicate, question };
}

function ConditionMenu({ condition, onChange, onRemove }: ConditionProps) {
  const { form } = useMessages().scripts;
  const group = (predicate: 'all' | 'any') => () =>
    onChange({ predicate, of: [condition, { predicate: 'is' }] });
  return (
    <Menu
      label={form.moreOfCondition}
      items={[
        { id: 'and', label: form.and, run: group('all') },
        { id: 'or', label: form.or, run: group('any') },
        {
          id: 'not',
          label: form.negate,
          run: () => onChange({ predicate: 'not', of: condition }),
        },
        ...(onRemove === undefined
          ? []
          : [{ id: 'remove', label: form.removeCondition, isApart: true, run: onRemove }]),
      ]}
    >
      <IconButton icon="more" label={form.moreOfCondition} />
    </Menu>
  );
}

/** All, any, or the contrary of what it holds. */
function Group(props: ConditionProps) {
  const { form } = useMessages().scripts;
  const { condition, place, onChange } = props;
  const isOne = condition.predicate === 'not';
  const parts = partsOf(condition);
  const set = (next: readonly EditedCondition[]) => onChange({ ...condition, of: next });
  return (
    <div className="condition-group">
      <div className="condition-head">
        {isOne ? (
          <span>{form.predicates.not}</span>
        ) : (
          <Select
            label={form.condition}
            options={(['all', 'any'] as const).map((id) => ({ id, label: form.predicates[id] }))}
            value={condition.predicate}
            onChange={(predicate) => onChange({ ...condition, predicate })}
          />
        )}
        <Menu
          label={form.moreOfCondition}
          items={[
            {
              id: 'unwrap',
              label: isOne ? form.negate : form.unwrap,
              run: () => onChange(parts[0] ?? { predicate: 'is' }),
            },
            ...(isOne
              ? []
              : [
                  {
                    id: 'not',
                    label: form.negate,
                    run: () => onChange({ predicate: 'not' as const, of: condition }),
                  },
                ]),
            ...(props.onRemove === undefined
              ? []
              : [
                  {
                    id: 'remove',
                    label: form.removeCondition,
                    isApart: true,
                    run: props.onRemove,
                  },
                ]),
          ]}
        >
          <IconButton icon="more" label={form.moreOfCondition} />
        </Menu>
      </div>
      {isOne && parts[0] !== undefined ? (
        <ConditionField
          condition={parts[0]}
          place={`${place}/of`}
          onChange={(of) => onChange({ ...condition, of })}
        />
      ) : (
        parts.map((part, index) => (
          <ConditionField
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name of its own, and its fields hold no state
            key={index}
            condition={part}
            place={`${place}/of/${index}`}
            onChange={(next) => set(parts.with(index, next))}
            {...(parts.length === 1
              ? {}
              : { onRemove: () => set(parts.filter((_, at) => at !== index)) })}
          />
        ))
      )}
      {isOne ? null : (
        <Button variant="quiet" icon="plus" onPress={() => set([...parts, { predicate: 'is' }])}>
          {form.addCondition}
        </Button>
      )}
    </div>
  );
}

function partsOf({ of: parts = [] }: EditedCondition): readonly EditedCondition[] {
  return 'predicate' in parts ? [parts] : parts;
}
