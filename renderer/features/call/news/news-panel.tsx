import { useState } from 'react';
import { LearnDialog } from '../../../follow/learn-dialog.tsx';
import { newsToAsk, type Unheard } from '../../../follow/unheard.ts';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { useDesk, useEntities } from '../../../storage/desk.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useNow } from '../../../ui/timer.tsx';
import '../call-back/call-back.css';

/** BO-97: whom this account is to phone for news of a referral, who has waited longest first; nothing where there is nobody. */
export function NewsPanel() {
  const { referralLife: words } = useMessages();
  const { session } = useDesk();
  const referrals = useEntities('referral') ?? [];
  const now = useNow(20);
  const tasks = newsToAsk(referrals, session.account.id, now);
  if (tasks.length === 0) return null;
  return (
    <Panel
      title={words.callBack}
      aside={<span className="small quiet">{words.callBackCount(tasks.length)}</span>}
    >
      <p className="quiet">{words.callBackHelp}</p>
      <ul className="call-home-list">
        {tasks.map((task, index) => (
          <NewsTask key={task.referral.id} task={task} now={now} isFirst={index === 0} />
        ))}
      </ul>
    </Panel>
  );
}

/** Done by saying what was learned. */
function NewsTask(props: {
  readonly task: Unheard;
  readonly now: string;
  readonly isFirst: boolean;
}) {
  const { referralLife: words, referrals } = useMessages();
  const format = useFormat();
  const [isSaying, setSaying] = useState(false);
  const { referral, since } = props.task;
  const { name, phone } = referral.summary.person;
  return (
    <li>
      <div>
        <p className="call-back-who">
          <b>{name}</b>
          {phone === null ? (
            <span className="quiet">{referrals.noPhone}</span>
          ) : (
            <a href={`tel:${phone}`}>{format.phone(phone)}</a>
          )}
        </p>
        <p className="small quiet">{words.callBackTo(referral.venueName, format.date(since))}</p>
        {referral.isFollowed ? null : (
          <p className="small quiet">{words.sentBy(referral.adviserName)}</p>
        )}
      </div>
      <Button
        size="call"
        description={name}
        onPress={() => setSaying(true)}
        {...(props.isFirst ? { shortcut: 'Alt+L' } : {})}
      >
        {words.learn}
      </Button>
      {isSaying ? (
        <LearnDialog referral={referral} now={props.now} onClose={() => setSaying(false)} />
      ) : null}
    </li>
  );
}
