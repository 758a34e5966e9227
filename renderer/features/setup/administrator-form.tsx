import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { type ApiFailure, command } from '../../storage/api.ts';
import { signIn } from '../../storage/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField, TextField } from '../../ui/text-field.tsx';
import {
  type AdministratorDraft,
  type DraftErrors,
  emptyDraft,
  readDraft,
} from './administrator-draft.ts';
import { DepartementsField } from './departements-field.tsx';

/** The first account, with the installation's first territory and line. */
export function AdministratorForm({ onDone }: { readonly onDone: () => void }) {
  const { entry } = useMessages();
  const [draft, setDraft] = useState(emptyDraft);
  const [errors, setErrors] = useState<DraftErrors>({});
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isPending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [refusedTries, setRefusedTries] = useState(0);

  useEffect(() => {
    if (refusedTries === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusedTries]);

  const change = (part: Partial<AdministratorDraft>) => {
    setDraft({ ...draft, ...part });
    setErrors(without(errors, Object.keys(part)));
  };

  const submit = async () => {
    const read = readDraft(draft);
    setErrors(read.ok ? {} : read.error);
    if (!read.ok) {
      setRefusedTries(refusedTries + 1);
      return;
    }
    setPending(true);
    const result = await command('/api/setup/administrator', read.value);
    setFailure(result.ok ? null : result.error);
    // Who has just created the account need not type it again; a failure ends on the sign-in page.
    if (result.ok) await signIn(read.value.email, read.value.password);
    setPending(false);
    if (result.ok) onDone();
  };

  const fields = { draft, change, errors };
  return (
    <form
      ref={form}
      className="setup-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Line {...fields} />
      <Account {...fields} />
      <Proof {...fields} />
      {failure === null ? null : <Failed failure={failure} />}
      <div>
        <Button variant="primary" size="call" type="submit" isPending={isPending}>
          {entry.setup.createAction}
        </Button>
      </div>
    </form>
  );
}

type FieldsProps = {
  readonly draft: AdministratorDraft;
  readonly change: (part: Partial<AdministratorDraft>) => void;
  readonly errors: DraftErrors;
};

function Line({ draft, change, errors }: FieldsProps) {
  const words = useMessages().entry.setup;
  const said = useSaid(errors);
  return (
    <fieldset className="setup-fields">
      <legend>{words.sections.organisation}</legend>
      <TextField
        label={words.organisation}
        help={words.organisationHelp}
        error={said('organisation')}
        autoComplete="organization"
        value={draft.organisation}
        onChange={(organisation) => change({ organisation })}
      />
      <TextField
        label={words.territory}
        help={words.territoryHelp}
        error={said('territory')}
        value={draft.territory}
        onChange={(territory) => change({ territory })}
      />
      <DepartementsField
        error={said('departements')}
        value={draft.departements}
        onChange={(departements) => change({ departements })}
      />
      <div className="setup-pair">
        <TextField
          label={words.line}
          error={said('line')}
          value={draft.line}
          onChange={(line) => change({ line })}
        />
        <TextField
          label={words.lineNumber}
          help={words.lineNumberHelp}
          error={said('lineNumber')}
          isOptional
          type="tel"
          value={draft.lineNumber}
          onChange={(lineNumber) => change({ lineNumber })}
        />
      </div>
    </fieldset>
  );
}

function Account({ draft, change, errors }: FieldsProps) {
  const words = useMessages().entry.setup;
  const said = useSaid(errors);
  return (
    <fieldset className="setup-fields">
      <legend>{words.sections.account}</legend>
      <div className="setup-pair">
        <TextField
          label={words.name}
          error={said('name')}
          autoComplete="name"
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={words.email}
          error={said('email')}
          type="email"
          autoComplete="username"
          value={draft.email}
          onChange={(email) => change({ email })}
        />
      </div>
      <PasswordField
        label={words.password}
        help={words.passwordHelp}
        error={said('password')}
        autoComplete="new-password"
        value={draft.password}
        onChange={(password) => change({ password })}
      />
    </fieldset>
  );
}

function Proof({ draft, change, errors }: FieldsProps) {
  const words = useMessages().entry.setup;
  const said = useSaid(errors);
  return (
    <fieldset className="setup-fields">
      <legend>{words.sections.proof}</legend>
      <TextField
        label={words.token}
        help={words.tokenHelp}
        error={said('token')}
        value={draft.token}
        onChange={(token) => change({ token })}
      />
    </fieldset>
  );
}

/** The sentence of a field's error. */
function useSaid(errors: DraftErrors) {
  const sentences = useMessages().entry.setup.errors;
  return (field: keyof DraftErrors): string | undefined => {
    const error = errors[field];
    return error === undefined ? undefined : sentences[error];
  };
}

function Failed({ failure }: { readonly failure: ApiFailure }) {
  const { failures } = useMessages();
  return (
    <Notice tone="error" title={failures.apiErrors[failure.code]}>
      {failure.correlationId === null ? null : (
        <p className="small">{failures.correlation(failure.correlationId)}</p>
      )}
    </Notice>
  );
}

function without(errors: DraftErrors, fields: readonly string[]): DraftErrors {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !fields.includes(field)));
}
