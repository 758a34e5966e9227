import { useState } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type NodeType, nodeTypes } from '../edited/edited-script.ts';
import { exitsOf } from '../edited/exits.ts';
import type { NewNode, Place } from '../edited/nodes.ts';
import { exitName, nodeName } from '../node-names.ts';
import { useWorkshop } from '../workshop-context.ts';
import './form.css';

/** After which step a new one comes: at one of its ways out, or at one that is still to choose. */
export type Anchor = { readonly node: string | null; readonly path: Place['path'] | null };

const alone = '-';

/** Asks what a new step does, what it is called, and where it comes. */
export function NewStepDialog(props: {
  readonly anchor: Anchor;
  readonly onClose: () => void;
  readonly onAdd: (made: NewNode, place: Place | null) => void;
}) {
  const messages = useMessages();
  const { form } = messages.scripts;
  const { script } = useWorkshop();
  const { anchor, onAdd } = props;
  const places = usePlaces(anchor);
  const [type, setType] = useState<NodeType>('choice');
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState(places[0]?.id ?? alone);
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    setMissing(title.trim() === '');
    if (title.trim() === '') return;
    const place = places.find(({ id }) => id === chosen)?.place ?? null;
    const again = type === 'retry' ? place?.node : undefined;
    onAdd({ type, title: title.trim(), again }, place);
  };
  return (
    <Dialog
      title={
        anchor.node === null
          ? form.addStep
          : form.addStepAfter(nodeName(script, anchor.node, messages))
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
        <TextField
          label={form.stepTitle}
          value={title}
          maxLength={80}
          autoFocus
          error={isMissing && title.trim() === '' ? form.stepTitleMissing : undefined}
          onChange={setTitle}
        />
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
        {anchor.path !== null || places.length === 0 ? null : (
          <Select
            label={form.stepPlace}
            options={[...places, { id: alone, label: form.alone }]}
            value={chosen}
            onChange={setChosen}
          />
        )}
        <div className="dialog-actions">
          <Button onPress={props.onClose}>{messages.common.cancel}</Button>
          <Button variant="primary" type="submit" icon="plus">
            {form.add}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The ways out at which the step may come, with their names. */
function usePlaces(anchor: Anchor) {
  const messages = useMessages();
  const { script } = useWorkshop();
  const { node: id, path } = anchor;
  const node = id === null ? undefined : script.nodes[id];
  if (id === null || node === undefined) return [];
  const paths = path === null ? exitsOf(node).map((exit) => exit.path) : [path];
  return paths.map((each) => ({
    id: each.join('/'),
    label: exitName(node, each, messages),
    place: { node: id, path: each },
  }));
}
