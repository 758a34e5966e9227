import type { ReactNode } from 'react';
import { OffersPanel } from '../../follow/offers-panel.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useEntities } from '../../storage/desk.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, LoadingState } from '../../ui/states.tsx';
import { useNow } from '../../ui/timer.tsx';
import { FollowUpRow } from './follow-up-row.tsx';
import { followed } from './order.ts';
import './referrals.css';

/** What became of the people sent to a venue: first those of whom nothing is heard, then who needs another place. */
export function FollowUpPage() {
  const { referralLife, referrals: words } = useMessages();
  const referrals = useEntities('referral');
  const now = useNow(20);
  if (referrals === undefined) return <LoadingState />;
  const { unheard, toReplace, others } = followed(referrals, now);
  return (
    <div className="follow-up">
      <h1>{words.followUpTitle}</h1>
      {referrals.length === 0 ? (
        <EmptyState title={words.followUpEmpty}>{words.followUpEmptyHelp}</EmptyState>
      ) : null}
      <OffersPanel />
      {unheard.length === 0 ? null : (
        <Panel title={words.withoutNews}>
          <p className="quiet">{words.withoutNewsHelp}</p>
          <FollowUpTable label={words.withoutNews}>
            {unheard.map(({ referral, since }, index) => (
              <FollowUpRow
                key={referral.id}
                referral={referral}
                since={since}
                now={now}
                isFirst={index === 0}
              />
            ))}
          </FollowUpTable>
        </Panel>
      )}
      {toReplace.length === 0 ? null : (
        <Panel title={referralLife.toReplace}>
          <p className="quiet">{referralLife.toReplaceHelp}</p>
          <FollowUpTable label={referralLife.toReplace}>
            {toReplace.map((referral, index) => (
              <FollowUpRow
                key={referral.id}
                referral={referral}
                since={null}
                now={now}
                isToReplace
                isFirst={index === 0}
              />
            ))}
          </FollowUpTable>
        </Panel>
      )}
      {others.length === 0 ? null : (
        <Panel title={words.others}>
          <FollowUpTable label={words.others}>
            {others.map((referral) => (
              <FollowUpRow key={referral.id} referral={referral} since={null} now={now} />
            ))}
          </FollowUpTable>
        </Panel>
      )}
    </div>
  );
}

function FollowUpTable(props: { readonly label: string; readonly children: ReactNode }) {
  const { referrals: words } = useMessages();
  return (
    <table className="follow-up-table" aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col" className="follow-up-person">
            {words.person}
          </th>
          <th scope="col">{words.venue}</th>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.state}</th>
          <th scope="col" className="follow-up-sent">
            {words.sentAt}
          </th>
          <th scope="col" className="follow-up-next">
            {words.next}
          </th>
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}
