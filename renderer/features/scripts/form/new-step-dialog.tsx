import { useState } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type NodeType, nodeTypes } from '../edited/edited-script.ts';
import type { NewNode, Place } from '../edited/nodes.ts';
import { nodeName } from '../node-names.ts';
import { useWorkshop } from '../workshop-context.ts';

/** Asks what a new step does, and what it is called. */
export function NewStepDialog(props: {
  readonly after: Place | null;
  readonly onClose: () => void;
  readonly onAdd: (made: NewNode) => void;
}) {
  const messages = useMessages();
  const { form } = messages.scripts;
  const { common } = messages;
  const { script } = useWorkshop();
  const [type, setType] = useState<NodeType>('choice');
  const [title, setTitle] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { after, onAdd } = props;
  const submit = () => {
    if (title.trim() === '') setMissing(true);
    else onAdd({ type, title: title.trim(), again: type === 'retry' ? after?.node : undefined });
  };
  return (
    <Dialog
      title={
        after === null ? form.addStep : form.addStepAfter(nodeName(script, after.node, messages))
      }
      onClose={props.onClose}
    >
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Select
          label={form.stepType}
          options={nodeTypes.map((id) => ({
            id,
            label: form.types[id].name,
            hint: form.types[id].hint,
          }))}
          value={type}
          onChange={setType}
        />
        <TextField
          label={form.stepTitle}
          value={title}
          maxLength={80}
          autoFocus
          error={isMissing && title.trim() === '' ? form.stepTitleMissing : undefined}
          onChange={setTitle}
        />
        <div className="dialog-actions">
          <Button onPress={props.onClose}>{common.cancel}</Button>
          <Button variant="primary" type="submit" icon="plus">
            {form.add}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
