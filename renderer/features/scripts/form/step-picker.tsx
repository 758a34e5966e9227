import { useState } from 'react';
import {
  Button as AriaButton,
  Autocomplete,
  Dialog,
  DialogTrigger,
  Input,
  Menu,
  MenuItem,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { useMessages } from '../../../i18n/messages.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { nodeName } from '../node-names.ts';
import { useWorkshop } from '../workshop-context.ts';

/** No ids of steps. */
const newStep = '+new';
const noStep = '+none';

/** One of the script's steps, found by its title. Its list is made when it opens: a form holds many of these. */
export function StepPicker(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChoose: (id: string) => void;
  /** Offers to make a step. */
  readonly onNew?: () => void;
  /** The steps to choose from; left out: all. */
  readonly ids?: readonly string[];
  readonly placeholder?: string;
  /** It may lead nowhere of its own: what that is called, and how it is chosen. */
  readonly none?: { readonly label: string; readonly onChoose: () => void };
  /** A button goes to the step. */
  readonly leads?: boolean;
  /** The answer that leads there: a step that is named after it needs its title only. */
  readonly by?: string | undefined;
}) {
  const messages = useMessages();
  const { form } = messages.scripts;
  const { script, select } = useWorkshop();
  const { label, value } = props;
  const full = value === undefined ? null : nodeName(script, value, messages);
  const title = value === undefined ? undefined : script.nodes[value]?.title;
  const isOwn =
    title !== undefined && props.by !== undefined && full === form.shared(title, props.by);
  const name = isOwn ? title : full;
  const isThere = value !== undefined && script.nodes[value] !== undefined;
  return (
    <span className="step-picker">
      <PickerButton
        label={label}
        name={name ?? props.none?.label ?? props.placeholder ?? form.nowhere}
        isMissing={!isThere && (value !== undefined || props.none === undefined)}
      >
        {(close) => (
          <StepMenu
            {...props}
            ids={props.ids ?? Object.keys(script.nodes)}
            onDone={(act) => {
              close();
              act();
            }}
          />
        )}
      </PickerButton>
      {props.leads === true && isThere ? (
        <IconButton icon="forward" label={form.goTo(name ?? '')} onPress={() => select(value)} />
      ) : null}
    </span>
  );
}

/** A field that opens a list to search in. */
export function PickerButton(props: {
  readonly label: string;
  readonly name: string;
  /** Something has to be chosen. */
  readonly isMissing: boolean;
  readonly children: (close: () => void) => React.ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton
        className="input select-button"
        aria-label={`${props.label}\u00a0: ${props.name}`}
        {...(props.isMissing ? { 'data-missing': true } : {})}
      >
        <span>{props.name}</span>
        <Icon name="down" />
      </AriaButton>
      <Popover className="popover picker" placement="bottom start">
        <Dialog aria-label={props.label}>{props.children(() => setOpen(false))}</Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function StepMenu(props: {
  readonly label: string;
  readonly ids: readonly string[];
  readonly onChoose: (id: string) => void;
  readonly onNew?: () => void;
  readonly none?: { readonly label: string; readonly onChoose: () => void };
  readonly onDone: (act: () => void) => void;
}) {
  const messages = useMessages();
  const { form } = messages.scripts;
  const { script } = useWorkshop();
  const { onChoose, onNew, none, onDone } = props;
  const titles = new Map(script.sections.map(({ id, title }) => [id, title]));
  const steps = props.ids.map((id) => ({
    id,
    label: nodeName(script, id, messages),
    hint: titles.get(script.nodes[id]?.section ?? ''),
  }));
  const acts = new Map<string, { readonly label: string; readonly run: () => void }>([
    ...(onNew === undefined ? [] : [[newStep, { label: form.newStep, run: onNew }] as const]),
    ...(none === undefined ? [] : [[noStep, { label: none.label, run: none.onChoose }] as const]),
  ]);
  return (
    <SearchMenu
      label={props.label}
      findLabel={form.findStep}
      items={[...[...acts].map(([id, { label }]) => ({ id, label })), ...steps]}
      onChoose={(id) => onDone(acts.get(id)?.run ?? (() => onChoose(id)))}
    />
  );
}

export function SearchMenu(props: {
  readonly label: string;
  readonly findLabel: string;
  readonly items: readonly {
    readonly id: string;
    readonly label: string;
    readonly hint?: string | undefined;
  }[];
  readonly onChoose: (id: string) => void;
}) {
  const { ui } = useMessages();
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Autocomplete filter={contains}>
      <SearchField className="field" aria-label={props.findLabel} autoFocus>
        <Input className="input" placeholder={props.findLabel} />
      </SearchField>
      <Menu
        aria-label={props.label}
        className="picker-list"
        items={props.items}
        onAction={(key) => props.onChoose(String(key))}
        renderEmptyState={() => <p className="list-empty">{ui.noChoice}</p>}
      >
        {(item) => (
          <MenuItem id={item.id} textValue={item.label} className="list-option">
            {item.label}
            {item.hint === undefined ? null : <small>{item.hint}</small>}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}
