import { useState } from 'react';
import { useLocation } from 'wouter';
import { cancellers, isPhoningDue, maySay } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { CancelDialog } from '../../follow/cancel-dialog.tsx';
import { ElsewhereLine } from '../../follow/elsewhere-line.tsx';
import { LearnDialog } from '../../follow/learn-dialog.tsx';
import { WaitAct } from '../../follow/wait-act.tsx';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { MessageFates } from '../../ui/message-fates.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useBecame } from './became.ts';
import { ChooseDialog } from './choose-dialog.tsx';
import { MoveDialog, mayBeMoved } from './move-dialog.tsx';
import { ReferralLinks } from './referral-links.tsx';
import { StateTag } from './state-tag.tsx';
import { useWhen } from './when.tsx';

type RowProps = {
  readonly referral: ReferralView;
  /** Since when nothing was heard; `null` where something was. */
  readonly since: string | null;
  readonly now: string;
  /** Another venue is to be found. */
  readonly isToReplace?: boolean;
  /** The one of its table that a key acts on. */
  readonly isFirst?: boolean;
};

/** A referral that somebody sent, with what became of it and what is to be done. */
export function FollowUpRow(props: RowProps) {
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
        <Acts {...props} />
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

type Open = 'choice' | 'news' | 'move' | 'cancellation';

/** What is to be done first, then what may be. */
function Acts({ referral, since, now, isToReplace = false, isFirst = false }: RowProps) {
  const { referralLife: words, referrals } = useMessages();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const { name } = referral.summary.person;
  const key = (shortcut: string) => (isFirst ? { shortcut } : {});
  const isMovable = referral.appointment !== null && mayBeMoved(referral, now);
  return (
    <div className="follow-up-acts">
      {referral.state === 'proposed' ? (
        <Button
          variant="primary"
          description={name}
          onPress={() => setOpen('choice')}
          {...key('C')}
        >
          {words.choose}
        </Button>
      ) : null}
      {isToReplace ? (
        <Button
          variant="primary"
          description={name}
          onPress={() => navigate(`/orientation/${referral.callId}`)}
          {...key('L')}
        >
          {words.elsewhere}
        </Button>
      ) : null}
      {since !== null && isPhoningDue(since, now) ? (
        <>
          <Phone referral={referral} />
          <Button description={name} onPress={() => setOpen('news')} {...key('N')}>
            {words.learn}
          </Button>
        </>
      ) : null}
      {isMovable ? (
        <Button variant="quiet" description={name} onPress={() => setOpen('move')}>
          {words.move}
        </Button>
      ) : null}
      <WaitAct referral={referral} now={now} />
      {maySay(referral, { type: 'cancel' }, now) ? (
        <Button variant="quiet" description={name} onPress={() => setOpen('cancellation')}>
          {referrals.cancel}
        </Button>
      ) : null}
      {maySay(referral, { type: 'cancel' }, now) ? <ReferralLinks referral={referral} /> : null}
      {open === 'choice' ? <ChooseDialog referral={referral} now={now} onClose={close} /> : null}
      {open === 'news' ? <LearnDialog referral={referral} now={now} onClose={close} /> : null}
      {open === 'move' ? (
        <MoveDialog referral={referral} now={now} movers={cancellers} onClose={close} />
      ) : null}
      {open === 'cancellation' ? (
        <CancelDialog referral={referral} cancellers={cancellers} onClose={close} />
      ) : null}
    </div>
  );
}

/** BO-28: the person is asked what became of it. */
function Phone({ referral }: { readonly referral: ReferralView }) {
  const { referrals: words } = useMessages();
  const format = useFormat();
  const { phone } = referral.summary.person;
  return (
    <p className="follow-up-phone">
      <Tag tone="signal" icon="phone">
        {words.phoneThePerson}
      </Tag>
      <span className="nowrap">{phone === null ? words.noPhone : format.phone(phone)}</span>
    </p>
  );
}
