import { useMessages } from '../../../i18n/messages.tsx';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { orNone } from '../edited/edited-script.ts';
import { arrivalsAt, hasNext } from '../edited/exits.ts';
import { withoutNode } from '../edited/nodes.ts';
import { hasOptions } from '../edited/options.ts';
import { nodeName } from '../node-names.ts';
import { useWorkshop } from '../workshop-context.ts';
import { Arrivals } from './arrivals.tsx';
import { DecisionFields } from './decision-fields.tsx';
import type { NodeProps } from './node-props.ts';
import { OptionsField } from './options-field.tsx';
import { Place } from './place.tsx';
import { StepPicker } from './step-picker.tsx';
import { TypeFields } from './type-fields.tsx';
import { WordsFields } from './words-fields.tsx';
import './form.css';

/** The form of a step: what it says, what may be answered, and where that leads. */
export function NodeForm({ id, node }: NodeProps) {
  const messages = useMessages();
  const { form } = messages.scripts;
  const { script, edit, goTo } = useWorkshop();
  const isSpoken = !['decision', 'retry', 'score', 'script'].includes(node.type);
  const remove = () => {
    edit((before) => withoutNode(before, id), `/nodes/${id}`);
    goTo(arrivalsAt(script, id)[0]?.from ?? null, '');
    announce(form.removed(nodeName(script, id, messages)));
  };
  return (
    <>
      <header className="node-head">
        <h2>{nodeName(script, id, messages)}</h2>
        <p className="small quiet">{form.types[node.type].name}</p>
        <Button variant="quiet" icon="close" onPress={remove}>
          {form.remove}
        </Button>
      </header>
      <Arrivals id={id} />
      <div className="node-short">
        {isSpoken ? <TitleField id={id} node={node} /> : null}
        {node.type === 'decision' || node.type === 'retry' ? null : (
          <SectionField id={id} node={node} />
        )}
      </div>
      {isSpoken ? <WordsFields id={id} node={node} /> : null}
      {hasOptions(node) ? <OptionsField id={id} node={node} /> : null}
      {node.type === 'decision' ? <DecisionFields id={id} node={node} /> : null}
      <TypeFields id={id} node={node} />
      {hasNext(node) ? <NextField id={id} node={node} /> : null}
    </>
  );
}

function TitleField({ id, node }: NodeProps) {
  const { form } = useMessages().scripts;
  const { editNode } = useWorkshop();
  return (
    <Place at={`/nodes/${id}/title`}>
      <TextField
        label={form.title}
        value={node.title ?? ''}
        maxLength={80}
        onChange={(typed) =>
          editNode(id, (before) => ({ ...before, title: orNone(typed) }), 'title')
        }
      />
    </Place>
  );
}

function SectionField({ id, node }: NodeProps) {
  const { form } = useMessages().scripts;
  const { script, editNode } = useWorkshop();
  return (
    <Place at={`/nodes/${id}/section`}>
      <Select
        label={form.section}
        options={script.sections.map((section) => ({
          id: section.id,
          label: section.title ?? section.id,
        }))}
        value={node.section ?? null}
        onChange={(section) => editNode(id, (before) => ({ ...before, section }), 'section')}
      />
    </Place>
  );
}

function NextField({ id, node }: NodeProps) {
  const { form } = useMessages().scripts;
  const { editNode, addStep } = useWorkshop();
  return (
    <Place at={`/nodes/${id}/next`} className="field">
      <span className="field-label">{form.next}</span>
      <StepPicker
        label={form.next}
        value={node.next}
        leads
        onChoose={(next) => editNode(id, (before) => ({ ...before, next }), 'next')}
        onNew={() => addStep({ node: id, path: ['next'] })}
      />
    </Place>
  );
}
