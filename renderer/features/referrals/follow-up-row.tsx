import type { ReferralView } from '#src/contract';
import { ElsewhereLine } from '../../follow/elsewhere-line.tsx';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { MessageFates } from '../../ui/message-fates.tsx';
import { useBecame } from './became.ts';
import { FollowUpActs } from './follow-up-acts.tsx';
import { StateTag } from './state-tag.tsx';
import { useWhen } from './when.tsx';

/** A referral that somebody sent, with what became of it and what is to be done. */
export function FollowUpRow(props: Parameters<typeof FollowUpActs>[0]) {
  const { referral, since } = props;
  const { referrals: words } = useMessages();
  const format = useFormat();
  const when = useWhen();
  const { summary } = referral;
  return (
    <tr>
      <th scope="row">
        <strong>{summary.person.name}</strong>
        <p className="small quiet">{summary.theme ?? summary.service}</p>
      </th>
      <td>{referral.venueName}</td>
      <td className="follow-up-when">{when(referral)}</td>
      <td>
        <StateTag referral={referral} />
        <Known referral={referral} />
        <ElsewhereLine referral={referral} />
        <MessageFates messages={referral.messages} />
        {since === null ? null : (
          <p className="small">{words.noNewsSince(format.shortDate(since))}</p>
        )}
      </td>
      <td className="nowrap">{format.shortDate(referral.sentAt)}</td>
      <td>
        <FollowUpActs {...props} />
      </td>
    </tr>
  );
}

/** What there is to know beside its state: how it ended, who moved it, how often the venue was reminded. */
function Known({ referral }: { readonly referral: ReferralView }) {
  const { referralLife: words, waitList } = useMessages();
  const format = useFormat();
  const { more } = useBecame()(referral);
  const { move, reminders, isFollowed, adviserName, zone, waiting } = referral;
  const told = [
    more,
    move === null ? null : `${words.movedBy[move.by]}.`,
    move?.from == null
      ? null
      : words.movedFrom(format.date(move.from.start, zone), format.clock(move.from.start, zone)),
    reminders === 0 ? null : `${words.reminded(reminders)}.`,
    isFollowed ? null : `${words.sentBy(adviserName)}.`,
    waiting === null ? null : waitList.waits(waiting.offersLeft),
  ].filter((sentence) => sentence !== null);
  return told.length === 0 ? null : <p className="small">{told.join(' ')}</p>;
}
