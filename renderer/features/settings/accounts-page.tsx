import { type AccountView, accountList } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { useVenue } from '../../search/use-places.ts';
import { useDesk } from '../../storage/desk.tsx';
import { useRead } from '../../storage/use-read.ts';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { AccountForm } from './account-form.tsx';
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
          {value === null ? null : <AccountTable accounts={value.accounts} />}
        </Panel>
        <Panel title={settings.add}>
          <AccountForm onCreated={readAgain} />
        </Panel>
      </div>
    </div>
  );
}

function AccountTable({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const { settings, common } = useMessages();
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
            </tr>
          ))}
        </tbody>
      </table>
      {accounts.length > 1 ? null : (
        <EmptyState title={settings.empty}>{settings.emptyHelp}</EmptyState>
      )}
    </>
  );
}

/** Where a mediator works; nothing for the other roles. */
function VenueName({ id }: { readonly id: string | null }) {
  const venue = useVenue(id);
  return venue === null ? null : <p className="small quiet">{venue.name}</p>;
}
