import { useMessages } from '../../../i18n/messages.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import type { EditedCase, EditedCondition } from '../edited/edited-script.ts';
import { retargeted } from '../edited/exits.ts';
import { useWorkshop } from '../workshop-context.ts';
import { ConditionField } from './condition-field.tsx';
import type { NodeProps } from './node-props.ts';
import { Place } from './place.tsx';
import { StepPicker } from './step-picker.tsx';

/** Where a decision leads: the first case that is true, else the last way. */
export function DecisionFields({ id, node }: NodeProps) {
  const { form } = useMessages().scripts;
  const { editNode, addStep } = useWorkshop();
  const cases = node.cases ?? [];
  const addCase = () =>
    editNode(
      id,
      (before) => ({
        ...before,
        cases: [...(before.cases ?? []), { when: { predicate: 'is' }, next: before.otherwise }],
      }),
      'cases',
    );
  return (
    <Place at={`/nodes/${id}/cases`} className="cases-field">
      <h3>{form.cases}</h3>
      <ol>
        {cases.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a case has no name of its own, and its fields hold no state
          <CaseRow key={index} id={id} node={node} one={one} index={index} />
        ))}
      </ol>
      <Button icon="plus" onPress={addCase}>
        {form.addCase}
      </Button>
      <Place at={`/nodes/${id}/otherwise`} className="field">
        <span className="field-label">{form.otherwise}</span>
        <StepPicker
          label={form.otherwise}
          value={node.otherwise}
          leads
          onChoose={(otherwise) =>
            editNode(id, (before) => ({ ...before, otherwise }), 'otherwise')
          }
          onNew={() => addStep({ node: id, path: ['otherwise'] })}
        />
      </Place>
    </Place>
  );
}

function CaseRow(props: NodeProps & { readonly one: EditedCase; readonly index: number }) {
  const { form } = useMessages().scripts;
  const { editNode, addStep } = useWorkshop();
  const { id, one, index } = props;
  const place = `/nodes/${id}/cases/${index}`;
  const path = ['cases', index, 'next'] as const;
  const change = (when: EditedCondition) =>
    editNode(
      id,
      (before) => ({
        ...before,
        cases: before.cases?.map((each, at) => (at === index ? { ...each, when } : each)),
      }),
      `cases/${index}/when`,
    );
  return (
    <li className="case-row">
      <div className="case-head">
        <strong>{form.if}</strong>
        <IconButton
          icon="close"
          label={`${form.removeCase}\u00a0: ${form.caseNumber(index + 1)}`}
          onPress={() =>
            editNode(
              id,
              (before) => ({ ...before, cases: before.cases?.filter((_, at) => at !== index) }),
              'cases',
            )
          }
        />
      </div>
      <ConditionField condition={one.when} place={`${place}/when`} onChange={change} />
      <Place at={`${place}/next`} className="case-next">
        <span>{form.leads}</span>
        <StepPicker
          label={`${form.caseNumber(index + 1)}, ${form.leads}`}
          value={one.next}
          leads
          onChoose={(next) =>
            editNode(id, (before) => retargeted(before, path, next), `cases/${index}/next`)
          }
          onNew={() => addStep({ node: id, path })}
        />
      </Place>
    </li>
  );
}
