import { useState } from 'react';
import { roles } from '#src/access';
import { accountView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { type ApiFailure, request } from '../../storage/api.ts';
import { useDesk } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { PasswordField, TextField } from '../../ui/text-field.tsx';
import {
  type AccountDraft,
  type AccountDraftErrors,
  needsTerritories,
  readAccountDraft,
} from './account-draft.ts';
import { TerritoriesField } from './territories-field.tsx';
import { VenueField } from './venue-field.tsx';

const emptyDraft: AccountDraft = {
  name: '',
  email: '',
  role: 'adviser',
  territoryIds: [],
  venueId: null,
  password: '',
};

/** Adds an account. What is typed stays until the hub has taken it. */
export function AccountForm({ onCreated }: { readonly onCreated: () => void }) {
  const { settings, failures } = useMessages();
  const { session } = useDesk();
  const only = session.territories.length === 1 ? session.territories.map(({ id }) => id) : [];
  const [draft, setDraft] = useState<AccountDraft>({ ...emptyDraft, territoryIds: only });
  const [errors, setErrors] = useState<AccountDraftErrors>({});
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isPending, setPending] = useState(false);

  const change = (part: Partial<AccountDraft>) => setDraft({ ...draft, ...part });

  async function submit() {
    const read = readAccountDraft(draft);
    setErrors(read.ok ? {} : read.error);
    if (!read.ok) return;
    setPending(true);
    const answer = await request('/api/accounts', accountView, { body: read.value });
    setPending(false);
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    announce(settings.created(answer.value.name));
    setDraft({ ...emptyDraft, role: draft.role, territoryIds: only });
    onCreated();
  }

  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Identity draft={draft} errors={errors} change={change} />
      <Scope draft={draft} errors={errors} change={change} />
      {failure === null ? null : (
        <Notice
          tone="error"
          title={settings.failed}
          safe={settings.failedSafe}
          next={
            failure.where === 'email-taken' ? settings.emailTaken : failures.apiErrors[failure.code]
          }
        />
      )}
      <Button variant="primary" size="call" type="submit" icon="plus" isPending={isPending}>
        {settings.add}
      </Button>
    </form>
  );
}

type PartProps = {
  readonly draft: AccountDraft;
  readonly errors: AccountDraftErrors;
  readonly change: (part: Partial<AccountDraft>) => void;
};

function Identity({ draft, errors, change }: PartProps) {
  const { settings, entry } = useMessages();
  return (
    <>
      <TextField
        label={settings.name}
        value={draft.name}
        error={errors.name === undefined ? undefined : entry.setup.errors.required}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={settings.email}
        type="email"
        value={draft.email}
        error={errors.email === undefined ? undefined : entry.setup.errors.email}
        onChange={(email) => change({ email })}
      />
      <PasswordField
        label={settings.password}
        help={settings.passwordHelp}
        autoComplete="new-password"
        value={draft.password}
        error={errors.password === undefined ? undefined : entry.setup.errors.password}
        onChange={(password) => change({ password })}
      />
    </>
  );
}

/** What the account may see: its role, its territories, a mediator's venue. */
function Scope({ draft, errors, change }: PartProps) {
  const { settings, common } = useMessages();
  const { session } = useDesk();
  return (
    <>
      <Select
        label={settings.role}
        options={roles.map((id) => ({ id, label: common.roles[id] }))}
        value={draft.role}
        onChange={(role) => change({ role })}
      />
      {draft.role === 'mediator' ? (
        <VenueField
          value={draft.venueId}
          error={errors.venueId === undefined ? undefined : settings.venueMissing}
          onChange={(venueId) => change({ venueId })}
        />
      ) : null}
      {needsTerritories(draft.role) ? (
        <TerritoriesField
          territories={session.territories}
          value={draft.territoryIds}
          error={errors.territoryIds === undefined ? undefined : settings.territoryMissing}
          onChange={(territoryIds) => change({ territoryIds })}
        />
      ) : null}
    </>
  );
}
