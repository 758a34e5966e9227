import { useState } from 'react';
import { scriptOutcomes } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { orNone } from '../edited/edited-script.ts';
import { useWorkshop } from '../workshop-context.ts';
import { FactField } from './fact-fields.tsx';
import { readDate, readNumber, writtenDate, writtenNumber } from './limits.ts';
import type { NodeProps } from './node-props.ts';
import { Place } from './place.tsx';
import { StepPicker } from './step-picker.tsx';

/** What only this type of step has. */
export function TypeFields(props: NodeProps) {
  switch (props.node.type) {
    case 'choice':
      return (
        <>
          <FactField {...props} />
          <ShowCard {...props} />
        </>
      );
    case 'choices':
    case 'commune':
      return <FactField {...props} />;
    case 'number':
      return <Limits {...props} kind="number" />;
    case 'date':
      return <Limits {...props} kind="date" />;
    case 'instruction':
      return <InstructionLabel {...props} />;
    case 'score':
      return <ModelField {...props} />;
    case 'script':
      return <SubScriptField {...props} />;
    case 'retry':
      return <RetryFields {...props} />;
    case 'outcome':
      return <ResultField {...props} />;
    default:
      return null;
  }
}

function ShowCard({ id, node }: NodeProps) {
  const { form } = useMessages().scripts;
  const { editNode } = useWorkshop();
  return (
    <Place at={`/nodes/${id}/showCard`}>
      <Checkbox
        isSelected={node.showCard ?? false}
        onChange={(shows) =>
          editNode(id, (before) => ({ ...before, showCard: shows ? true : undefined }), 'showCard')
        }
      >
        {form.showCard}
      </Checkbox>
    </Place>
  );
}

function Limits({ id, node, kind }: NodeProps & { readonly kind: 'number' | 'date' }) {
  const { form } = useMessages().scripts;
  const { editNode } = useWorkshop();
  return (
    <div className="node-short">
      <LimitField id={id} node={node} kind={kind} part="min" />
      <LimitField id={id} node={node} kind={kind} part="max" />
      {kind === 'number' ? (
        <Place at={`/nodes/${id}/unit`}>
          <TextField
            label={form.unit}
            isOptional
            placeholder={form.unitHelp}
            value={node.unit ?? ''}
            onChange={(typed) =>
              editNode(id, (before) => ({ ...before, unit: orNone(typed) }), 'unit')
            }
          />
        </Place>
      ) : null}
    </div>
  );
}

/** A limit as it is typed: what is no number or date yet stays in the field, and out of the script. */
function LimitField(
  props: NodeProps & { readonly kind: 'number' | 'date'; readonly part: 'min' | 'max' },
) {
  const { form } = useMessages().scripts;
  const { editNode } = useWorkshop();
  const { id, node, kind, part } = props;
  const written = kind === 'number' ? writtenNumber(node[part]) : writtenDate(node[part]);
  const read = kind === 'number' ? readNumber : readDate;
  const [typed, setTyped] = useState(written);
  const isSame = read(typed) === node[part];
  const isWrong = typed.trim() !== '' && read(typed) === undefined;
  return (
    <Place at={`/nodes/${id}/${part}`}>
      <TextField
        label={form[part]}
        isOptional
        placeholder={kind === 'date' ? form.dateHelp : ''}
        value={isSame || isWrong ? typed : written}
        error={isWrong ? (kind === 'number' ? form.numberWrong : form.dateWrong) : undefined}
        onChange={(next) => {
          setTyped(next);
          editNode(id, (before) => ({ ...before, [part]: read(next) }), part);
        }}
      />
    </Place>
  );
}

function InstructionLabel({ id, node }: NodeProps) {
  const { form } = useMessages().scripts;
  const { editNode } = useWorkshop();
  return (
    <Place at={`/nodes/${id}/label`}>
      <TextField
        label={form.instructionLabel}
        value={node.label ?? ''}
        maxLength={80}
        onChange={(typed) =>
          editNode(id, (before) => ({ ...before, label: orNone(typed) }), 'label')
        }
      />
    </Place>
  );
}

function ModelField({ id, node }: NodeProps) {
  const { form } = useMessages().scripts;
  const { shipped, editNode } = useWorkshop();
  return (
    <Place at={`/nodes/${id}/model`}>
      <Select
        label={form.model}
        options={shipped.models.map(({ stamp }) => ({ id: stamp, label: stamp }))}
        value={node.model ?? null}
        onChange={(model) => editNode(id, (before) => ({ ...before, model }), 'model')}
      />
    </Place>
  );
}

function SubScriptField({ id, node }: NodeProps) {
  const { form } = useMessages().scripts;
  const { script, shipped, editNode } = useWorkshop();
  return (
    <Place at={`/nodes/${id}/script`}>
      <Select
        label={form.subScript}
        options={shipped.library
          .filter((other) => other.id !== script.id)
          .map((other) => ({ id: other.id, label: other.title }))}
        value={node.script ?? null}
        onChange={(chosen) => editNode(id, (before) => ({ ...before, script: chosen }), 'script')}
      />
    </Place>
  );
}

function RetryFields({ id, node }: NodeProps) {
  const { form } = useMessages().scripts;
  const { editNode } = useWorkshop();
  return (
    <div className="node-short">
      <Place at={`/nodes/${id}/again`} className="field">
        <span className="field-label">{form.again}</span>
        <StepPicker
          label={form.again}
          value={node.again}
          leads
          onChoose={(again) => editNode(id, (before) => ({ ...before, again }), 'again')}
        />
      </Place>
      <Place at={`/nodes/${id}/times`}>
        <NumberField
          label={form.times}
          value={node.times ?? 1}
          min={1}
          max={3}
          step={1}
          unit={form.timesUnit}
          onChange={(times) => editNode(id, (before) => ({ ...before, times }), 'times')}
        />
      </Place>
    </div>
  );
}

function ResultField({ id, node }: NodeProps) {
  const { form } = useMessages().scripts;
  const { editNode } = useWorkshop();
  return (
    <Place at={`/nodes/${id}/result`}>
      <Select
        label={form.result}
        options={scriptOutcomes.map((result) => ({ id: result, label: form.outcomes[result] }))}
        value={scriptOutcomes.find((result) => result === node.result) ?? null}
        onChange={(result) => editNode(id, (before) => ({ ...before, result }), 'result')}
      />
    </Place>
  );
}
