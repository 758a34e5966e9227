import { type ReactNode, useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { useEntities } from '../../storage/desk.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, LoadingState } from '../../ui/states.tsx';
import { MessageDialog } from './message-dialog.tsx';
import { MessageRow } from './message-row.tsx';
import { type MessageOfReferral, messagesByTurn } from './order.ts';
import './messages.css';

/** /messages: what is left to do by hand, what will leave, and what became of what left. */
export function MessagesPage() {
  const { told } = useMessages();
  const referrals = useEntities('referral');
  const [read, setRead] = useState<MessageOfReferral | null>(null);
  if (referrals === undefined) return <LoadingState />;
  const { toDo, coming, gone } = messagesByTurn(referrals);
  const isEmpty = toDo.length + coming.length + gone.length === 0;
  const table = (label: string, messages: readonly MessageOfReferral[]) => (
    <MessageTable label={label}>
      {messages.map((one) => (
        <MessageRow key={one.message.id} of={one} onRead={() => setRead(one)} />
      ))}
    </MessageTable>
  );
  return (
    <div className="messages-page">
      <h1>{told.title}</h1>
      <p className="quiet">{told.lead}</p>
      {isEmpty ? <EmptyState title={told.empty}>{told.emptyHelp}</EmptyState> : null}
      {toDo.length === 0 ? null : (
        <Panel title={told.toDo}>
          <p className="quiet">{told.toDoHelp}</p>
          {table(told.toDo, toDo)}
        </Panel>
      )}
      {coming.length === 0 ? null : <Panel title={told.coming}>{table(told.coming, coming)}</Panel>}
      {gone.length === 0 ? null : <Panel title={told.gone}>{table(told.gone, gone)}</Panel>}
      {read === null ? null : <MessageDialog of={read} onClose={() => setRead(null)} />}
    </div>
  );
}

function MessageTable(props: { readonly label: string; readonly children: ReactNode }) {
  const { told } = useMessages();
  return (
    <table className="messages-table" aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col" className="messages-person">
            {told.person}
          </th>
          <th scope="col">{told.what}</th>
          <th scope="col" className="messages-way">
            {told.way}
          </th>
          <th scope="col" className="messages-fate">
            {told.fate}
          </th>
          <th scope="col" className="messages-acts">
            {told.next}
          </th>
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}
