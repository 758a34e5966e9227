import type { LineList } from '#src/contract';
import type { LineKind } from '#src/routing';
import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { RadioGroup } from '../../../ui/choice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { LineForm } from './use-line-form.ts';

/** A line is mostly added for what a network brings. */
const offeredKinds: readonly LineKind[] = ['twilio', 'sip', 'manual', 'training'];

/** What a line is: its name and number, and, once for all, what carries it and who pays. */
export function IdentityPanel(props: {
  readonly form: LineForm;
  readonly list: LineList;
  readonly isNew: boolean;
}) {
  const { lines } = useMessages();
  const { draft, errors, change } = props.form;
  const told = (field: 'name' | 'number') => {
    const error = errors[field];
    return error === undefined ? undefined : lines.errors[error];
  };
  return (
    <Panel title={lines.identity} className="line-panel">
      <TextField
        label={lines.name}
        value={draft.name}
        error={told('name')}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={lines.number}
        help={lines.numberHelp}
        type="tel"
        value={draft.number}
        error={told('number')}
        onChange={(number) => change({ number })}
      />
      {props.isNew ? <Payers {...props} /> : <Fixed {...props} />}
    </Panel>
  );
}

function Payers({ form, list }: { readonly form: LineForm; readonly list: LineList }) {
  const { lines } = useMessages();
  const { session } = useDesk();
  const { draft, change } = form;
  return (
    <>
      <RadioGroup
        label={lines.kind}
        options={offeredKinds.map((id) => ({ id, ...lines.kinds[id] }))}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <Select
        label={lines.payer}
        options={list.sponsors.map(({ id, name }) => ({ id, label: name }))}
        value={draft.sponsorId}
        onChange={(sponsorId) => change({ sponsorId })}
      />
      <Select
        label={lines.territory}
        options={session.territories.map(({ id, name }) => ({ id, label: name }))}
        value={draft.territoryId}
        onChange={(territoryId) => change({ territoryId })}
      />
      <Select
        label={lines.script}
        options={list.scripts.map(({ id, title }) => ({ id, label: title }))}
        value={draft.scriptId}
        onChange={(scriptId) => change({ scriptId })}
      />
    </>
  );
}

function Fixed({ form, list }: { readonly form: LineForm; readonly list: LineList }) {
  const { lines } = useMessages();
  const { session } = useDesk();
  const { draft } = form;
  const facts = [
    [lines.kind, lines.kinds[draft.kind].label],
    [lines.payer, list.sponsors.find(({ id }) => id === draft.sponsorId)?.name],
    [lines.territory, session.territories.find(({ id }) => id === draft.territoryId)?.name],
    [lines.script, list.scripts.find(({ id }) => id === draft.scriptId)?.title],
  ] as const;
  return (
    <>
      <dl className="line-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="small quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="small quiet">{lines.stays}</p>
    </>
  );
}
