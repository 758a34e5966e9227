import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { SetupView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { type SignInFailure, signIn } from '../../storage/sign-in.ts';
import { Entry } from '../../ui/entry.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { SignInForm, SignInNotice } from './sign-in-form.tsx';
import './sign-in.css';

type DemonstrationAccount = NonNullable<SetupView['accounts']>[number];

/** The way in: e-mail and password, or on a demonstration one press a role. */
export function SignIn(props: { readonly setup: SetupView; readonly onSignedIn: () => void }) {
  const { entry } = useMessages();
  const { accounts } = props.setup;
  if (accounts !== null) {
    return (
      <Entry
        title={entry.demonstration.title}
        lead={entry.demonstration.lead}
        isDemonstration
        width="wide"
      >
        <RoleCards accounts={accounts} onSignedIn={props.onSignedIn} />
      </Entry>
    );
  }
  return (
    <Entry title={entry.signIn.title} lead={entry.signIn.lead}>
      <SignInForm onSignedIn={props.onSignedIn} />
    </Entry>
  );
}

const roleIcons: Record<DemonstrationAccount['role'], IconName> = {
  adviser: 'phone',
  mediator: 'calendar',
  supervisor: 'queue',
  authority: 'chart',
  administrator: 'settings',
};

function RoleCards(props: {
  readonly accounts: readonly DemonstrationAccount[];
  readonly onSignedIn: () => void;
}) {
  const { common, entry } = useMessages();
  const [pending, setPending] = useState<string | null>(null);
  const [failure, setFailure] = useState<SignInFailure | null>(null);

  const enter = async (account: DemonstrationAccount) => {
    setPending(account.email);
    const result = await signIn(account.email, account.password);
    setPending(null);
    if (result.ok) props.onSignedIn();
    else setFailure(result.error);
  };

  return (
    <>
      {failure === null ? null : <SignInNotice failure={failure} />}
      <ul className="role-cards">
        {props.accounts.map((account) => (
          <li key={account.email}>
            <AriaButton
              className="role-card"
              {...(pending === account.email ? { 'data-pending': true } : {})}
              onPress={() => {
                if (pending === null) void enter(account);
              }}
            >
              <span className="role-icon">
                <Icon name={roleIcons[account.role]} />
              </span>
              <span className="role-words">
                <strong>{common.roles[account.role]}</strong>
                <span>{entry.demonstration.roles[account.role]}</span>
                <span className="role-name">{entry.demonstration.enter(account.name)}</span>
              </span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </>
  );
}
