import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useEntities } from '../../storage/desk.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, LoadingState } from '../../ui/states.tsx';
import { StateTag } from './state-tag.tsx';
import { useWhen } from './when.tsx';
import './referrals.css';

/** What became of the people sent to a venue: refusals first, since somebody must look for another place. */
export function FollowUpPage() {
  const { referrals: words } = useMessages();
  const referrals = useEntities('referral');
  if (referrals === undefined) return <LoadingState />;
  return (
    <div className="follow-up">
      <h1>{words.followUpTitle}</h1>
      {referrals.length === 0 ? (
        <EmptyState title={words.followUpEmpty}>{words.followUpEmptyHelp}</EmptyState>
      ) : (
        <Panel>
          <table className="follow-up-table">
            <thead>
              <tr>
                <th scope="col">{words.person}</th>
                <th scope="col">{words.venue}</th>
                <th scope="col">{words.when}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.sentAt}</th>
              </tr>
            </thead>
            <tbody>
              {byUrgency(referrals).map((referral) => (
                <Row key={referral.id} referral={referral} />
              ))}
            </tbody>
          </table>
        </Panel>
      )}
    </div>
  );
}

const urgency = { refused: 0, sent: 1, accepted: 2 } as const;

function byUrgency(referrals: readonly ReferralView[]): readonly ReferralView[] {
  return [...referrals].sort(
    (a, b) => urgency[a.state] - urgency[b.state] || b.sentAt.localeCompare(a.sentAt),
  );
}

function Row({ referral }: { readonly referral: ReferralView }) {
  const { referrals: words } = useMessages();
  const format = useFormat();
  const when = useWhen();
  const { state, refusal, summary } = referral;
  return (
    <tr>
      <th scope="row">
        <strong>{summary.person.name}</strong>
        <p className="small quiet">{summary.theme ?? summary.service}</p>
      </th>
      <td>{referral.venueName}</td>
      <td className="follow-up-when">{when(referral)}</td>
      <td>
        <StateTag state={state} />
        {refusal === null ? null : (
          <p className="small">
            {words.refusalReasons[refusal.reason]}
            {refusal.note === '' ? null : `. ${refusal.note}`}
          </p>
        )}
      </td>
      <td className="nowrap">{format.shortDate(referral.sentAt)}</td>
    </tr>
  );
}
