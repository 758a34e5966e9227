import { useState } from 'react';
import { mayEver } from '#src/access';
import { type AccountView, accountList } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useVenue } from '../../search/use-places.ts';
import { useDesk } from '../../storage/desk.tsx';
import { useRead } from '../../storage/use-read.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { AccountForm } from './account-form.tsx';
import { ScopeDialog } from './scope-dialog.tsx';
import './settings.css';

/** Who works on the line, and the form that adds somebody. */
export function AccountsPage() {
  const { settings, failures } = useMessages();
  const { value, failure, readAgain } = useRead('/api/accounts', accountList);
  return (
    <div className="settings">
      <h1>{settings.title}</h1>
      <div className="settings-columns">
        <Panel>
          {value === null && failure === null ? <LoadingState /> : null}
          {failure === null ? null : (
            <ErrorState
              title={settings.listFailed}
              next={failures.apiErrors[failure.code]}
              onRetry={readAgain}
            />
          )}
          {value === null ? null : <AccountTable accounts={value.accounts} onChanged={readAgain} />}
        </Panel>
        <Panel title={settings.add}>
          <AccountForm onCreated={readAgain} />
        </Panel>
      </div>
    </div>
  );
}

function AccountTable(props: {
  readonly accounts: readonly AccountView[];
  readonly onChanged: () => void;
}) {
  const { accounts } = props;
  const { settings, common, lines } = useMessages();
  const [changing, setChanging] = useState<AccountView | null>(null);
  const { session } = useDesk();
  const territoryNames = new Map(session.territories.map(({ id, name }) => [id, name]));
  return (
    <>
      <table className="account-table">
        <thead>
          <tr>
            <th scope="col">{settings.name}</th>
            <th scope="col">{settings.role}</th>
            <th scope="col">{settings.territories}</th>
            <th scope="col">{lines.scope.knows}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <th scope="row">
                <strong>{account.name}</strong>
                <p className="small quiet">{account.email}</p>
              </th>
              <td>
                {common.roles[account.role]}
                <VenueName id={account.venueId} />
              </td>
              <td>
                {account.role === 'administrator'
                  ? settings.allTerritories
                  : account.territoryIds.map((id) => territoryNames.get(id) ?? id).join(', ') ||
                    settings.noTerritory}
              </td>
              <td>
                {mayEver(account.role, 'call.take') ? (
                  <>
                    <Knows account={account} />
                    <Button
                      variant="quiet"
                      icon="edit"
                      description={lines.scope.editOf(account.name)}
                      onPress={() => setChanging(account)}
                    >
                      {lines.scope.edit}
                    </Button>
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {accounts.length > 1 ? null : (
        <EmptyState title={settings.empty}>{settings.emptyHelp}</EmptyState>
      )}
      {changing === null ? null : (
        <ScopeDialog
          account={changing}
          onClose={() => setChanging(null)}
          onSaved={() => {
            setChanging(null);
            props.onChanged();
          }}
        />
      )}
    </>
  );
}

/** For which calls somebody is fit. */
function Knows({ account }: { readonly account: AccountView }) {
  const format = useFormat();
  return (
    <p className="small">
      {[...account.languages.map(format.language), ...account.skills].join(', ')}
    </p>
  );
}

/** Where a mediator works; nothing for the other roles. */
function VenueName({ id }: { readonly id: string | null }) {
  const venue = useVenue(id);
  return venue === null ? null : <p className="small quiet">{venue.name}</p>;
}
